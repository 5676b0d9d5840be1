import SourceText
import Testing

struct LineIndexTests {
  @Test func `Lines end with LF, CRLF or a lone CR`() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.starts == [0, 2, 5, 7])
    #expect(index.count == 4)
  }

  @Test func `A final line break does not start another line`() {
    #expect(LineIndex(Array("a\nb\n".utf8)).count == 2)
    #expect(LineIndex([]).count == 1)
  }

  @Test func `Columns count UTF-8 bytes from one`() {
    let index = LineIndex(Array("ä=1\nb".utf8))
    #expect(index.position(at: 2) == SourcePosition(line: 1, column: 3))
    #expect(index.position(at: 5) == SourcePosition(line: 2, column: 1))
  }

  @Test func `The line break at the end of a range does not count as another line`() {
    let index = LineIndex(Array("ab\ncd\n".utf8))
    #expect(index.lines(of: SourceRange(0, 3)) == 1...1)
    #expect(index.lines(of: SourceRange(0, 4)) == 1...2)
  }
}
