import Testing

@testable import plumbline

struct ColorChoiceTests {
  private static let table: [(ColorChoice, [String: String], Bool, Bool)] = [
    // choice, environment, is a terminal, coloured
    (.auto, ["TERM": "xterm"], true, true),
    (.auto, ["TERM": "xterm"], false, false),
    (.auto, ["TERM": "dumb"], true, false),
    (.auto, [:], true, false),
    (.auto, ["TERM": "xterm", "NO_COLOR": "1"], true, false),
    (.auto, ["TERM": "xterm", "NO_COLOR": ""], true, true),
    (.auto, ["FORCE_COLOR": "1"], false, true),
    (.auto, ["FORCE_COLOR": "0"], false, false),
    (.auto, ["CLICOLOR_FORCE": "1"], false, true),
    (.auto, ["CLICOLOR_FORCE": ""], false, false),
    (.auto, ["NO_COLOR": "1", "FORCE_COLOR": "1"], true, false),
    (.always, ["NO_COLOR": "1", "TERM": "dumb"], false, true),
    (.never, ["FORCE_COLOR": "1", "TERM": "xterm"], true, false),
  ]

  @Test(arguments: table.indices)
  func `The first of option, variables and terminal decides`(row: Int) {
    let (choice, environment, isTerminal, expected) = Self.table[row]
    #expect(choice.isColored(environment: environment, isTerminal: isTerminal) == expected)
  }
}
