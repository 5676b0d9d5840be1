import Testing

@testable import Facts

/// Finding a part among sorted ones.
@Suite struct SortedTextTests {
  /// Parts of many lengths, some as long as the eight bytes that are looked at together, some longer.
  private static let parts = (0..<60).map { number in
    "k" + String(repeating: "m", count: number % 23) + "\(100 + number)"
      + String(repeating: "z", count: number % 9)
  }.sorted()

  private func place(of key: String, in parts: [String], closed: Bool) -> String? {
    let text = Array((parts.joined(separator: " ") + (closed ? " " : "")).utf8)
    return text.withUnsafeBufferPointer { buffer in
      let sorted = SortedText(buffer, separator: 0x20)
      let start = sorted.lowerBound(in: 0..<buffer.count) { part in
        Folded.compare(Folded.name(key), UnsafeBufferPointer(rebasing: buffer[part]))
      }
      guard start < buffer.count else { return nil }
      return String(decoding: buffer[start..<sorted.end(after: start, notAfter: buffer.count)], as: UTF8.self)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 7, 20, 60])
  func `Each part is found, and for what is missing the part behind its place`(count: Int) {
    let parts = Array(Self.parts.prefix(count))
    for closed in [true, false] {
      for part in parts { #expect(place(of: part, in: parts, closed: closed) == part) }
      #expect(place(of: "a", in: parts, closed: closed) == parts.first)
      #expect(place(of: "zz", in: parts, closed: closed) == nil)
      for (before, after) in zip(parts, parts.dropFirst()) {
        #expect(place(of: before + "!", in: parts, closed: closed) == after)
      }
    }
  }

  @Test func `Of parts with the same key the first is found`() {
    #expect(place(of: "b", in: ["a", "B", "b", "b", "c"], closed: true) == "B")
  }
}
