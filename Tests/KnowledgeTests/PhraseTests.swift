@testable import Knowledge
import Testing

struct PhraseTests {
  private func told(_ text: String) throws -> [[String]] {
    try Phrase(text).sentences.map { sentence in
      sentence.map { part in
        switch part {
        case .text(let text): text
        case .placeholder(let placeholder): "<\(placeholder.rawValue)>"
        }
      }
    }
  }

  @Test
  func `Words in braces are placeholders, and sentences end at a full stop with a blank`() throws {
    #expect(
      try told("{name} has {ideal-lines}. Write 1.5.") == [
        ["<name>", " has ", "<ideal-lines>", ". "], ["Write 1.5."],
      ])
  }

  @Test
  func `Other braces are text`() throws {
    #expect(try told("${name} {} {a b} {1}") == [["${name} {} {a b} {1}"]])
    #expect(try told("{") == [["{"]])
    #expect(try told("") == [])
  }

  @Test
  func `An unknown placeholder is refused by name`() {
    #expect(throws: Phrase.Unknown.self) { try Phrase("{answer}") }
  }

  @Test(arguments: [
    ("orders-${suffix}", "orders"), ("${env}-orders-${region}-db", "orders-db"), ("Orders", "Orders"),
    ("${suffix}", "${suffix}"), ("open ${", "open ${"),
  ])
  func `A title names what is known before the program runs`(_ name: String, _ settled: String) {
    #expect(Filling.settled(name) == settled)
  }
}
