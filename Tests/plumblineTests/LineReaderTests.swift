import Testing

@testable import plumbline

struct LineReaderTests {
  private func lines(_ text: String) throws -> [String] {
    let scratch = try Scratch()
    try scratch.write("rows", text)
    let reader = try LineReader(scratch.at("rows"))
    var lines: [String] = []
    while let line = try reader.next() {
      lines.append("\(line.number):\(String(decoding: line.bytes, as: UTF8.self))")
    }
    return lines
  }

  @Test func `Lines are numbered and blank ones passed over`() throws {
    #expect(try lines("") == [])
    #expect(try lines("\n \n") == [])
    #expect(try lines("a\n\n\tb\r\n \r\nc") == ["1:a", "3:\tb", "5:c"])
    #expect(try lines("\u{FEFF}a\n\u{FEFF}b\n") == ["1:a", "2:\u{FEFF}b"])
  }

  @Test func `Lines longer than the buffer are whole`() throws {
    let long = String(repeating: "x", count: 200_000)
    #expect(try lines("\(long)\n\(long)y\nz\n") == ["1:\(long)", "2:\(long)y", "3:z"])
  }

  @Test func `A line over the limit is refused with its number`() throws {
    let scratch = try Scratch()
    try scratch.write("rows", "a\n" + String(repeating: "x", count: 300_000))
    let reader = try LineReader(scratch.at("rows"), limit: 100_000)
    #expect(try reader.next()?.number == 1)
    #expect(throws: FileError.tooLarge("\(scratch.at("rows")):2", limit: 100_000)) { try reader.next() }
  }
}
