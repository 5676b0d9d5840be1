import Testing

@testable import plumbline

struct SuggestionTests {
  @Test(arguments: [
    ("", "report", 6), ("report", "report", 0), ("repotr", "report", 1), ("rport", "report", 1),
    ("kitten", "sitting", 3),
  ])
  func `The distance counts letters and swaps`(left: String, right: String, distance: Int) {
    #expect(Suggestion.editDistance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(Suggestion.editDistance(Array(right.utf8), Array(left.utf8)) == distance)
  }

  @Test func `Only a near word is suggested`() {
    #expect(Suggestion.nearest(to: "dif", among: ["report", "diff"]) == "diff")
    #expect(Suggestion.nearest(to: "banana", among: ["report", "diff"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["diff"]) == nil)
  }
}
