import Knowledge
import Reports
import TestSupport
import Testing

@testable import CorpusTools

struct KnowledgeLintTests {
  private static let shipped: [(path: String, bytes: [UInt8])] = {
    let folder = "Sources/Knowledge/KnownFailures"
    return PackageFolder.files(below: folder).filter { $0.hasSuffix(".yaml") }.map {
      ($0, (try? PackageFolder.bytes("\(folder)/\($0)")) ?? [])
    }
  }()

  @Test
  func `The known failures that ship have no fault`() {
    let lint = KnowledgeLint(Self.shipped)
    #expect(lint.remarks.filter(\.isFault).map(\.text) == [])
    #expect(lint.files > 100)
  }

  @Test
  func `The template of a new one lacks nothing but what its author has to write`() throws {
    let text = KnownFailure.template(id: "open-door", category: .networking)
    let lint = KnowledgeLint([("own/networking/open-door.yaml", Array(text.utf8))])
    #expect(lint.remarks.allSatisfy { $0.sentence.hasPrefix("Still to be written: ") && $0.isFault })
    #expect(
      lint.remarks.first?.text.hasPrefix("own/networking/open-door.yaml:2: Still to be written: title")
        == true)
    // Filled in, it is a known failure.
    let filled = text.replacing("\(KnownFailure.gap): ", with: "")
    let own = KnowledgeLint([("own/networking/open-door.yaml", Array(filled.utf8))])
    #expect(own.remarks.filter(\.isFault).map(\.text) == [])
  }

  @Test
  func `An id of Plumbline's own is refused`() {
    let text = KnownFailure.template(id: "open-door", category: .networking).replacing(
      "\(KnownFailure.gap): ", with: "")
    let lint = KnowledgeLint([("x/networking/open-door.yaml", Array(text.utf8))], known: ["open-door"])
    #expect(
      lint.remarks.filter(\.isFault).map(\.text) == [
        "x/networking/open-door.yaml:1: The id `open-door` is one of Plumbline's own; choose another."
      ])
  }

  @Test
  func `A dialect that is claimed and not shown is noted`() {
    let text = KnownFailure.template(id: "open-door", category: .networking).replacing(
      "\(KnownFailure.gap): ", with: ""
    ).replacing("    property:", with: "    dialect: [pulumi]\n    property:")
    let lint = KnowledgeLint([("networking/open-door.yaml", Array(text.utf8))])
    #expect(
      lint.remarks.map(\.text).contains(
        "networking/open-door.yaml:11: note: It claims Pulumi, which no example that fires shows; add one each."
      ))
  }

  @Test
  func `The page of every known failure stands in Reports`() throws {
    try expectGolden(KnownFailuresDocument(CorpusCase.knowledge).text, "known-failures.md")
  }
}
