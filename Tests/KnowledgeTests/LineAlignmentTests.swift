@testable import Knowledge
import Testing

struct LineAlignmentTests {
  private func hunks(_ response: [UInt64], _ ideal: [UInt64]) -> [String] {
    LineAlignment.hunks(response, ideal).hunks.map { "\($0.response)/\($0.ideal)" }
  }

  @Test
  func `Equal texts have no hunks`() {
    #expect(hunks([1, 2, 3], [1, 2, 3]) == [])
    #expect(hunks([], []) == [])
  }

  @Test
  func `What lies between lines that both have is a hunk`() {
    #expect(hunks([1, 2, 9, 3, 4], [1, 2, 7, 8, 3, 4]) == ["2..<3/2..<4"])
    #expect(hunks([1, 2], [1, 5, 2]) == ["1..<1/1..<2"])
  }

  @Test
  func `Repeated lines are no anchors, and equal ends are cut off`() {
    #expect(hunks([5, 5, 1, 5], [5, 5, 2, 5]) == ["2..<3/2..<3"])
  }

  @Test
  func `Lines that say nothing make no hunk`() {
    #expect(hunks([1, 0, 2], [1, 0, 0, 2]) == [])
  }

  @Test
  func `A line that moved is told where it was and where it is`() {
    #expect(hunks([1, 2, 3, 4], [2, 3, 4, 1]) == ["0..<1/0..<0", "4..<4/3..<4"])
  }
}
