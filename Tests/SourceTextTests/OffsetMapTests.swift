import SourceText
import Testing

struct OffsetMapTests {
  @Test func `A map without runs changes nothing`() {
    #expect(OffsetMap().document(17) == 17)
  }

  @Test func `Offsets lead back through left-out bytes`() {
    var map = OffsetMap()
    map.append(text: 0, document: 2)
    map.append(text: 7, document: 11)
    #expect(map.document(3) == 5)
    #expect(map.document(7) == 11)
    #expect(map.document(SourceRange(0, 7)) == SourceRange(2, 9))
  }
}
