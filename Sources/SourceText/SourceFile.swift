/// A text with its path: a document that the user gave.
package struct SourceFile: Sendable {
  /// The path as it is shown, relative where the user gave a folder.
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineIndex

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The text of a 1-based line without its line break.
  package func text(ofLine line: Int) -> String {
    var slice = bytes[lines.range(ofLine: line).bytes]
    while let last = slice.last, last == 0x0A || last == 0x0D { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
