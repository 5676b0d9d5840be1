import Facts
import Foundation
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport
import Testing

/// The verdicts of the CDK diff library's own tests, and the create-only properties of the registry.
struct ImpactConformanceTests {
  /// Decided here: how many resources differ, and what becomes of each.
  ///
  /// Not decided: row 5 gives a name to a resource of another type, a replacement to the library, which goes by
  /// names; here one resource is deleted and another one made. Rows 17 to 33 ask for the statements, attachments
  /// and assignments that IAM resources gain and lose, rows 34 to 38 whether they widen access: both are read off
  /// policies and rules, and no schema decides them.
  @Test(
    .enabled(if: ConformanceRows.exist("cfn-diff-impact"), "the conformance sets are not on this machine"))
  func `All verdicts that the table can decide are those of the CDK diff library`() throws {
    let facts = try CommittedTable.schema
    var held = 0
    var beyond = 0
    for (index, row) in try ConformanceRows.read("cfn-diff-impact").enumerated() {
      let diffs = try (row["diffs"] as? [[String: Any]] ?? []).map { diff in
        TemplateDiff.compare(response: try read(diff["old"]), ideal: try read(diff["new"]), facts: facts)
      }
      for verdict in row["asserts"] as? [[String: Any]] ?? [] {
        guard let place = verdict["diff"] as? Int, diffs.indices.contains(place), index != 5,
          let answer = Verdict(verdict)?.holds(in: diffs[place])
        else {
          beyond += 1
          #expect(index == 5 || index >= 17, "the table can decide row \(index): \(verdict)")
          continue
        }
        held += answer ? 1 : 0
        #expect(answer, "row \(index), \(row["test"] ?? ""): \(verdict)")
      }
    }
    #expect((held, beyond) == (63, 40))
  }

  /// The two lists were taken from the registry months apart; what one of them lacks tells nothing of the other.
  @Test(
    .enabled(if: ConformanceDocument.exists("cfn-create-only"), "the conformance data is not on this machine")
  )
  func `A create-only property of the registry forces a replacement`() throws {
    let table = try CommittedTable.facts
    var agreeing = 0
    var conditional = 0
    var differing: [String] = []
    for (type, value) in try ConformanceDocument.read("cfn-create-only") {
      for path in (value as? [String: Any])?["c"] as? [String] ?? [] {
        let property = path.split(separator: "/").filter { $0 != "*" }.joined(separator: ".")
        switch table.impact(type: type, property: property) {
        case .replacement: agreeing += 1
        case .conditional: conditional += 1
        case .unknown: continue
        case .none: differing.append("\(type) \(property)")
        }
      }
    }
    print("create-only: \(agreeing) agree, \(conditional) in some cases, \(differing.count) differ")
    #expect(agreeing > 3_700 && 50 * conditional < agreeing)
    #expect(60 * differing.count < agreeing, "\(differing.sorted())")
  }

  private func read(_ value: Any?) throws -> Template {
    let data = try JSONSerialization.data(withJSONObject: value ?? [:], options: [.sortedKeys])
    return template(String(decoding: data, as: UTF8.self), .json)
  }
}

/// One assertion of the library's tests.
private enum Verdict {
  case differing(Int)
  case isAdded(String)
  case exists(String)
  case type(String, isNew: Bool, String)
  case impact(String, String)
  case properties(String, [String: String])

  init?(_ row: [String: Any]) {
    let path = row["path"] as? String ?? ""
    let want = (row["want"] as? [Any])?.first
    let words = path.split(separator: ".").map(String.init)
    if path == "differenceCount" || path == "resources.differenceCount", let count = want as? Int {
      self = .differing(count)
      return
    }
    guard words.starts(with: ["resources", "changes"]), words.count > 2 else { return nil }
    let name = words[2]
    switch (words.dropFirst(3).first, want) {
    case (nil, _): self = .exists(name)
    case ("isAddition", _): self = .isAdded(name)
    case ("oldResourceType", let type as String): self = .type(name, isNew: false, type)
    case ("newResourceType", let type as String): self = .type(name, isNew: true, type)
    case ("changeImpact", let impact as String): self = .impact(name, impact)
    case ("propertyUpdates", let updates as [String: [String: Any]]):
      self = .properties(name, updates.mapValues { $0["changeImpact"] as? String ?? "" })
    default: return nil
    }
  }

  func holds(in diff: TemplateDiff) -> Bool {
    switch self {
    case .differing(let count): DeltaGroups(diff).inOrder.count == count
    case .exists(let name): !deltas(of: name, in: diff).isEmpty
    case .isAdded(let name): deltas(of: name, in: diff).map(\.kind) == [.added]
    case .type(let name, let isNew, let type):
      deltas(of: name, in: diff).contains { delta in
        guard case .resource(let before, let after) = delta.subject else { return false }
        return isNew
          ? after.map { diff.ideal.resources[$0].type } == type
          : before.map { diff.response.resources[$0].type } == type
      }
    case .impact(let name, "WILL_CREATE"): deltas(of: name, in: diff).allSatisfy { $0.kind == .added }
    case .impact(let name, let word):
      deltas(of: name, in: diff).compactMap(\.impact).max().map(Self.word) == word
    case .properties(let name, let updates):
      Dictionary(grouping: deltas(of: name, in: diff)) {
        $0.path.keys.split(separator: ".").first.map(String.init) ?? ""
      }
      .mapValues { $0.compactMap(\.impact).max().map(Self.word) ?? "" } == updates
    }
  }

  private static func word(_ impact: Impact) -> String {
    switch impact {
    case .none: "NO_CHANGE"
    case .inPlace: "WILL_UPDATE"
    case .mayInterrupt, .mayReplace: "MAY_REPLACE"
    case .replace: "WILL_REPLACE"
    case .delete: "WILL_DESTROY"
    case .orphan: "WILL_ORPHAN"
    }
  }

  private func deltas(of name: String, in diff: TemplateDiff) -> [Delta] {
    diff.deltas.filter { delta in
      guard case .resource(let before, let after) = delta.subject else { return false }
      return before.map { diff.response.resources[$0].name } == name
        || after.map { diff.ideal.resources[$0].name } == name
    }
  }
}

/// The table in this checkout.
enum CommittedTable {
  static var facts: FactsTable {
    get throws { try FactsTable(FactsBytes(PackageFolder.bytes("Sources/Facts/Resources/facts.txt"))) }
  }

  static var schema: SchemaFacts { get throws { SchemaFacts(try facts) } }
}
