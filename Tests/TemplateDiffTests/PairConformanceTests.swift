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

  @Test(
    .enabled(if: ConformanceRows.exist("cfn-release-pairs"), "the conformance sets are not on this machine"),
    arguments: sets)
  func `Added, removed and modified resources agree with the labels`(set: String) throws {
    var rows = 0
    var agreeing = 0
    var renames = (wanted: 0, found: 0)
    var report: [String] = []
    for row in try ConformanceRows.read(set) {
      guard let label = row["label"] as? [String: Any], let (old, new) = pair(row) else { continue }
      rows += 1
      let diff = TemplateDiff.compare(response: old, ideal: new)
      let mine = Changes(diff)
      let truth = Changes(label: label, diff: diff)
      if mine == truth {
        agreeing += 1
      } else {
        report.append("\(name(row)): \(mine.explanation(of: truth))")
      }
      for rename in label["renamed_exact"] as? [[String]] ?? [] where rename.count == 2 {
        renames.wanted += 1
        let isFound = diff.pairs.contains {
          old.resources[$0.response].name == rename[0] && new.resources[$0.ideal].name == rename[1]
        }
        if isFound { renames.found += 1 } else { report.append("\(name(row)): not renamed \(rename)") }
      }
    }
    print("\(set): \(agreeing) of \(rows) rows agree; \(renames.found) of \(renames.wanted) exact renames")
    if let path = ProcessInfo.processInfo.environment["PLUMBLINE_DISAGREEMENTS"] {
      try report.joined(separator: "\n").write(toFile: "\(path)/\(set).txt", atomically: true, encoding: .utf8)
    }
    #expect(100 * agreeing >= 99 * rows, "\(report.prefix(20).joined(separator: "\n"))")
    #expect(100 * renames.found >= 95 * renames.wanted)
    #expect(rows > 500)
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
      let names = (response.map { diff.response.resources[$0].name }, ideal.map { diff.ideal.resources[$0].name })
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

  init(label: [String: Any], diff: TemplateDiff) {
    func names(_ key: String) -> Set<String> {
      Set((label[key] as? [[String]] ?? []).compactMap(\.first))
    }
    added = names("added")
    removed = names("removed")
    let renamed = Set(
      diff.deltas.compactMap { delta -> String? in
        guard delta.kind == .renamed, case .resource(let response?, _) = delta.subject else { return nil }
        return diff.response.resources[response].name
      })
    for entry in label["modified"] as? [[String: Any]] ?? [] {
      guard let id = entry["id"] as? String else { continue }
      let properties = (entry["props"] as? [[String]] ?? []).compactMap(\.last)
      let attributes = entry["attrs"] as? [String] ?? []
      // A reference that follows a rename is no difference of its own.
      let isFollower =
        !renamed.isEmpty && attributes.allSatisfy { $0 == "DependsOn" }
        && properties.allSatisfy { $0.contains("Ref") || $0.contains("GetAtt") || $0.contains("Sub") }
      if isFollower, !Changes(diff).modified.contains(id) { continue }
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
      return "\(title) only here \(mine.subtracting(theirs).sorted()), only there \(theirs.subtracting(mine).sorted())"
    }
    return [
      list("added", added, truth.added), list("removed", removed, truth.removed),
      list("modified", modified, truth.modified),
    ].compactMap { $0 }.joined(separator: "; ")
  }
}
