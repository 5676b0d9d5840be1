/// Keeps Markdown that quotes a template in its place.
///
///     # Heading        \# Heading
///     <script>         &lt;script>
///     [a](b)           [a\](b)
///     a ` b            a \` b
///     ~~~~ (open)      ~~~~ … ~~~~
extension MarkdownText {
  static func block(_ text: String) -> String {
    var lines: [String] = []
    var fence: (byte: UInt8, length: Int)?
    for line in text.visible.lines {
      let bytes = Array(line.utf8)
      if let open = fence {
        lines.append(line)
        if let run = fenceRun(bytes), run.byte == open.byte, run.length >= open.length, run.isBare {
          fence = nil
        }
      } else if let run = fenceRun(bytes) {
        lines.append(line)
        fence = (run.byte, run.length)
      } else {
        lines.append(guarded(bytes))
      }
    }
    if let fence {
      lines.append(String(repeating: String(UnicodeScalar(fence.byte)), count: fence.length))
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// A run of three or more backticks or tildes that starts a line with at most three spaces before it.
  private static func fenceRun(_ line: [UInt8]) -> (byte: UInt8, length: Int, isBare: Bool)? {
    var index = 0
    while index < line.count, index < 4, line[index] == 0x20 { index += 1 }
    guard index < 4, index < line.count else { return nil }
    let byte = line[index]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    let start = index
    while index < line.count, line[index] == byte { index += 1 }
    guard index - start >= 3 else { return nil }
    let rest = line[index...]
    // Backticks behind backticks make a code span, not a fence.
    if byte == UInt8(ascii: "`"), rest.contains(byte) { return nil }
    return (byte, index - start, rest.allSatisfy { $0 == 0x20 || $0 == 0x09 })
  }

  private static func guarded(_ line: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 8)
    let start = contentStart(of: line)
    var index = 0
    while index < line.count {
      let byte = line[index]
      if index == start, startsBlock(line[start...]) { result.append(UInt8(ascii: "\\")) }
      if byte == UInt8(ascii: "\\"), index + 1 < line.count {
        result += line[index...index + 1]
        index += 2
      } else if byte == UInt8(ascii: "`") {
        if let end = spanEnd(in: line, from: index) {
          result += line[index..<end]
          index = end
        } else {
          index = escape(runAt: index, of: line, into: &result)
        }
      } else if byte == UInt8(ascii: "<"), index + 1 < line.count, opensTag(line[index + 1]) {
        result += Array("&lt;".utf8)
        index += 1
      } else if byte == UInt8(ascii: "]"), index + 1 < line.count,
        [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: ":")].contains(line[index + 1])
      {
        // Prose has no links of its own, so that one can only come from what is quoted.
        result += [UInt8(ascii: "\\"), byte]
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the text of a line starts behind indentation, quote marks and list markers.
  private static func contentStart(of line: [UInt8]) -> Int {
    var index = 0
    while index < line.count {
      if line[index] == 0x20 || line[index] == 0x09 || line[index] == UInt8(ascii: ">") {
        index += 1
        continue
      }
      var end = index
      if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(line[index]) {
        end += 1
      } else {
        while end < line.count, (0x30...0x39).contains(line[end]) { end += 1 }
        guard end > index, end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
        else { return index }
        end += 1
      }
      guard end < line.count, line[end] == 0x20 else { return index }
      // A row of list markers may be a rule: `- - -`.
      if startsBlock(line[index...]) { return index }
      index = end
    }
    return index
  }

  /// Whether a heading, a rule or a heading's underline stands here.
  private static func startsBlock(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    let marks = text.prefix { $0 == first }
    switch first {
    case UInt8(ascii: "#"):
      return marks.count <= 6 && (marks.endIndex == text.endIndex || text[marks.endIndex] == 0x20)
    case UInt8(ascii: "="): return text.allSatisfy { $0 == first || $0 == 0x20 }
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      let count = text.count { $0 == first }
      return text.allSatisfy { $0 == first || $0 == 0x20 } && (count >= 3 || first == UInt8(ascii: "-"))
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return marks.count >= 3 && !text[marks.endIndex...].contains(first)
    default: return false
    }
  }

  private static func opensTag(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }
}
