/// Lines that stand for lines left out: `...`, `# ... existing code ...`, `// rest of the stack`.
enum Elision {
  /// Whether a comment, or a line of dots, says that lines were left out here.
  static func isMarked(_ line: TextLine) -> Bool {
    var offset = line.start
    while offset < line.end {
      switch line.bytes[offset] {
      case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "("), UInt8(ascii: "["),
        UInt8(ascii: "<"), 0x20:
        offset += 1
        continue
      default: break
      }
      break
    }
    if line.matches("...", at: offset) || line.matches("…", at: offset) {
      // A YAML document may end with `...`; one that goes on below is told by the reader.
      return offset > line.start || line.count <= 5
    }
    guard offset > line.start else { return false }
    for word in openings where line.matches(word, at: offset) { return true }
    return line.ends(with: "existing code ...") || line.contains("... existing")
      || line.contains("(unchanged)")
      || line.contains("same as before") || line.contains("same as above")
  }

  private static let openings: [StaticString] = [
    "rest of the ", "Rest of the ", "rest of your", "remaining code", "Existing code", "existing code",
    "Previous code",
    "previous code",
  ]
}
