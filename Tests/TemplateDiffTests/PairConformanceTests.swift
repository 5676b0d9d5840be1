import Foundation
import Readers
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport
import Testing

/// Pairs of real templates, one release and the next, with the resources that were added, removed and modified.
struct PairConformanceTests {
  static let sets = ["cfn-release-pairs", "cdk-history-pairs"]

  @Test(
    .enabled(if: ConformanceRows.exist("cfn-release-pairs"), "the conformance sets are not on this machine"))
  func `Rows whose content is the same give nothing`() throws {
    var rows = 0
    for row in try ConformanceRows.read("cfn-release-pairs") where row["cosmetic"] as? Bool == true {
      guard let (old, new) = pair(row) else { continue }
      rows += 1
      let diff = TemplateDiff.compare(response: old, ideal: new)
      #expect(diff.deltas.isEmpty, "\(name(row)): \(diff.deltas.prefix(3).map(\.path.description))")
    }
    #expect(rows == 143)
  }

  /// What disagrees: types that are another tool's modules and have no `Type` in the labels (two rows), and a
  /// cluster whose subnets are those of a renamed network (one row).
  @Test(
    .enabled(if: ConformanceRows.exist("cfn-release-pairs"), "the conformance sets are not on this machine"),
    arguments: sets)
  func `Added, removed and modified resources agree with the labels`(set: String) throws {
    var rows = 0
    var agreeing = 0
    var explained = 0
    var renames = (wanted: 0, found: 0)
    var report: [String] = []
    for row in try ConformanceRows.read(set) {
      guard let label = row["label"] as? [String: Any], let (old, new) = pair(row) else { continue }
      rows += 1
      let diff = TemplateDiff.compare(response: old, ideal: new)
      let mine = Changes(diff)
      let truth = Changes(label: label)
      if mine == truth {
        agreeing += 1
      } else if mine == Changes(label: label, without: EquivalentEntries(diff)) {
        explained += 1
      } else {
        report.append("\(name(row)): \(mine.explanation(of: truth))")
      }
      for rename in label["renamed_exact"] as? [[String]] ?? [] where rename.count == 2 {
        renames.wanted += 1
        if isRenamed(rename[0], in: diff) {
          renames.found += 1
        } else {
          report.append("\(name(row)): not renamed \(rename)")
        }
      }
    }
    print(
      "\(set): \(agreeing) of \(rows) rows agree, \(explained) but for equivalences; \(renames.found) of \(renames.wanted) exact renames"
    )
    if let path = ProcessInfo.processInfo.environment["PLUMBLINE_DISAGREEMENTS"] {
      try report.joined(separator: "\n").write(
        toFile: "\(path)/\(set).txt", atomically: true, encoding: .utf8)
    }
    #expect(100 * (agreeing + explained) >= 99 * rows, "\(report.prefix(20).joined(separator: "\n"))")
    #expect(100 * renames.found >= 95 * renames.wanted)
    #expect(rows > 500)
  }

  /// Whether a resource goes by another name and differs in nothing else; of twins the labels choose any.
  private func isRenamed(_ name: String, in diff: TemplateDiff) -> Bool {
    for (index, resource) in diff.response.resources.enumerated() where resource.name == name {
      guard let pair = diff.pairs.first(where: { $0.response == index }) else { continue }
      let deltas = diff.deltas.filter {
        $0.subject == .resource(response: pair.response, ideal: pair.ideal)
      }
      if deltas.map(\.kind) == [.renamed] { return true }
    }
    return false
  }

  private func name(_ row: [String: Any]) -> String {
    [row["path"] as? String, row["from"] as? String, row["to"] as? String, row["id"] as? String]
      .compactMap { $0 }.joined(separator: " ")
  }

  private func pair(_ row: [String: Any]) -> (old: Template, new: Template)? {
    func side(_ key: String) -> Template? {
      if let text = row[key] as? String {
        return template(text, text.first == "{" ? .json : .yaml)
      }
      guard let object = row[key] as? [String: Any],
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      else { return nil }
      return template(String(decoding: data, as: UTF8.self), .json)
    }
    guard let old = side("old"), let new = side("new") else { return nil }
    return (old, new)
  }
}

/// Which resources came, went and changed, by name.
private struct Changes: Equatable {
  var added: Set<String> = []
  var removed: Set<String> = []
  var modified: Set<String> = []

  init(_ diff: TemplateDiff) {
    for delta in diff.deltas {
      guard case .resource(let response, let ideal) = delta.subject else { continue }
      let names = (
        response.map { diff.response.resources[$0].name }, ideal.map { diff.ideal.resources[$0].name }
      )
      switch (names.0, names.1) {
      case (nil, let name?): added.insert(name)
      case (let name?, nil): removed.insert(name)
      case (let before?, let after?) where before != after:
        // A rename is a removal and an addition to whoever labels by name.
        removed.insert(before)
        added.insert(after)
      case (_, let name?): modified.insert(name)
      default: break
      }
    }
    settle()
  }

  init(label: [String: Any], without equivalent: EquivalentEntries? = nil) {
    func names(_ key: String) -> Set<String> {
      Set((label[key] as? [[String]] ?? []).compactMap(\.first))
    }
    added = names("added")
    removed = names("removed")
    for entry in label["modified"] as? [[String: Any]] ?? [] {
      guard let id = entry["id"] as? String, equivalent?.holds(entry, of: id) != true else { continue }
      modified.insert(id)
    }
    settle()
  }

  /// A name that is both removed and added has another type: modified, to whoever labels by name.
  private mutating func settle() {
    let both = added.intersection(removed)
    modified.formUnion(both)
    added.subtract(both)
    removed.subtract(both)
  }

  func explanation(of truth: Changes) -> String {
    func list(_ title: String, _ mine: Set<String>, _ theirs: Set<String>) -> String? {
      if mine == theirs { return nil }
      return
        "\(title) only here \(mine.subtracting(theirs).sorted()), only there \(theirs.subtracting(mine).sorted())"
    }
    return [
      list("added", added, truth.added), list("removed", removed, truth.removed),
      list("modified", modified, truth.modified),
    ].compactMap { $0 }.joined(separator: "; ")
  }
}

/// Entries of the labels that are no differences: the labels compare spelling, and know nothing of renames.
private struct EquivalentEntries {
  private let diff: TemplateDiff
  private let mine: Changes
  /// Names of the response that go by another one in the ideal.
  private let renamed: Set<String>

  init(_ diff: TemplateDiff) {
    self.diff = diff
    mine = Changes(diff)
    renamed = Set(
      diff.deltas.compactMap { delta in
        delta.kind == .renamed && delta.path.steps.isEmpty ? delta.response?.value?.string : nil
      })
  }

  /// Whether each entry is another spelling of a function, a list of one, another type of the same text, a
  /// reference to something renamed, or what a tool notes for itself.
  func holds(_ entry: [String: Any], of id: String) -> Bool {
    guard !mine.modified.contains(id), let response = diff.response.resources.last(where: { $0.name == id }),
      let ideal = diff.ideal.resources.last(where: { $0.name == id })
    else { return false }
    let properties = entry["props"] as? [[String]] ?? []
    let attributes = entry["attrs"] as? [String] ?? []
    return properties.allSatisfy { property in
      let path = (property.last ?? "").split(separator: "/").map(String.init)
      if path.contains(where: { $0.hasPrefix("Fn::") }) || path.last == "Ref" && !renamed.isEmpty {
        return true
      }
      return text(response.properties, path[...]) == text(ideal.properties, path[...])
    }
      && attributes.allSatisfy { attribute in
        attribute == "Metadata" || attribute == "DependsOn"
          || text(response.attribute(attribute), []) == text(ideal.attribute(attribute), [])
      }
  }

  /// The text at the end of a path, a list of one as its element.
  private func text(_ value: Value?, _ path: ArraySlice<String>) -> String? {
    guard let value else { return nil }
    guard let step = path.first else {
      return (value.elements.count == 1 ? value.elements[0] : value).summary(limit: 100_000).lowercased()
    }
    if let index = Int(step), value.elements.indices.contains(index) {
      return text(value.elements[index], path.dropFirst())
    }
    // A function in its place says the same as far as it goes.
    return value.members.isEmpty ? text(value, []) : text(value[step], path.dropFirst())
  }
}
