package import TemplateDiff
import SourceText
import TemplateModel

/// A diff as JSON, format version 1.0.
package struct JSONDiff: Sendable {
  private let diff: TemplateDiff
  private let wording: DiffWording

  package init(_ diff: TemplateDiff) {
    self.diff = diff
    wording = DiffWording(diff: diff)
  }

  /// The whole document, indented, with a final line break.
  package var text: String {
    var writer = JSONWriter(isPretty: true)
    let summary = DiffSummary(diff)
    writer.object { writer in
      writer.field("format_version", JSONReport.formatVersion)
      writer.field("summary") {
        $0.field("added", summary.added)
        $0.field("changed", summary.changed)
        $0.field("removed", summary.removed)
        $0.field("renamed", summary.renamed)
        $0.field("moved", summary.moved)
        $0.field("replaced", summary.replaced)
        $0.field("deltas", summary.deltas)
        $0.field("resourcesCompared", diff.pairs.count)
        $0.field("resourcesUnchanged", summary.unchangedResources)
      }
      writer.field("condition", diff.condition.rawValue)
      writer.field("pairs", diff.pairs) { writer, pair in
        writer.object {
          $0.field("model", address(pair.response, in: diff.response))
          $0.field("ideal", address(pair.ideal, in: diff.ideal))
          $0.field("reason", pair.reason.rawValue)
          $0.field("score", pair.score)
          $0.field("isMigratable", pair.isMigratable)
          $0.field("alternatives", pair.alternatives) { writer, other in
            writer.object {
              $0.field("model", address(other.response, in: diff.response))
              $0.field("ideal", address(other.ideal, in: diff.ideal))
              $0.field("score", other.score)
            }
          }
        }
      }
      writer.field("deltas", diff.deltas) { writer, delta in write(delta, into: &writer) }
      writer.field("consequences", diff.consequences) { writer, consequence in
        writer.object {
          $0.field("resource", pairAddress(consequence.pair))
          $0.field("impact", consequence.impact.name)
          $0.field("losesData", consequence.losesData)
          $0.field("property", consequence.property)
          $0.field("cause", pairAddress(consequence.cause))
        }
      }
      writer.field("declared", diff.declared) { writer, declared in
        writer.object {
          $0.field("kind", declared.change.kind.rawValue)
          $0.field("text", declared.change.text)
          $0.fields(of: declared.change.location, in: diff.ideal, documentKey: "path")
          $0.field("deltas", declared.deltas) { writer, index in writer.value(index) }
        }
      }
      writer.field("leftOut") {
        $0.field("commonFeatures", diff.limits.commonFeatures)
        $0.field("hubReferences", diff.limits.hubReferences)
        $0.field("candidates", diff.limits.candidates)
        $0.field("pairedInOrder", diff.limits.pairedInOrder)
        $0.field("likeValues", diff.limits.likeValues)
        $0.field("listElements", diff.limits.listElements)
      }
    }
    return writer.text + "\n"
  }

  private func write(_ delta: Delta, into writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", delta.kind.rawValue)
      writer.field("of", delta.subject.word)
      writer.field("name", wording.name(of: delta.subject))
      writer.field("type", wording.type(of: delta.subject))
      writer.field("property", delta.path.description)
      write("model", delta.response, in: diff.response, into: &writer)
      write("ideal", delta.ideal, in: diff.ideal, into: &writer)
      writer.field("access", delta.access?.rawValue)
      writer.field("impact", delta.impact?.name)
      writer.field("losesData", delta.losesData)
      writer.field("cause", delta.cause)
      writer.field("substitute", delta.substitute)
      writer.field("followers", delta.followers.count)
      if delta.isPastBreak { writer.field("isPastBreak", true) }
    }
  }

  private func pairAddress(_ pair: Int) -> String { address(diff.pairs[pair].ideal, in: diff.ideal) }

  private func write(_ key: String, _ side: Delta.Side?, in template: Template, into writer: inout JSONWriter)
  {
    writer.key(key)
    guard let side else { return writer.null() }
    writer.object {
      $0.fields(of: side.location, in: template, documentKey: "path")
      $0.field("value", side.value?.summary(limit: 400))
    }
  }

  private func address(_ index: Int, in template: Template) -> String {
    template.resources.indices.contains(index) ? template.resources[index].address : ""
  }
}

extension Delta.Subject {
  /// The word for it: `resource`, the declaration's kind, or `file`.
  fileprivate var word: String {
    switch self {
    case .resource: "resource"
    case .declaration(let kind, _, _): kind.rawValue
    case .file: "file"
    }
  }
}
