import Testing

@testable import plumbline

struct ProcessorCountTests {
  @Test(arguments: [
    ("max 100000\n", nil), ("200000 100000\n", 2), ("150000 100000", 2), ("1000 100000", 1), ("", nil),
    ("5 0", nil), ("-1 100000", nil),
  ])
  func `A quota is rounded up to whole processors`(text: String, expected: Int?) {
    #expect(ProcessorCount.quota(text) == expected)
  }
}
