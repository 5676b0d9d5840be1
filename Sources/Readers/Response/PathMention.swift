import TemplateModel

/// A path that a line of text mentions: ``### 2. `lib/tap-stack.ts` - the stack``.
struct PathMention: Sendable {
  var path: String
  /// Whether nothing but numbering, marks and a word such as `File:` stands before it.
  var isLeading: Bool
  /// Whether nothing but marks and punctuation stands behind it.
  var isClosing: Bool
  /// Whether it is set in backticks or bold.
  var isMarked: Bool
  /// Whether line numbers follow, as in `lib/stack.ts:190-204`: the text below is a part of the file.
  var hasLines: Bool

  var isAlone: Bool { isLeading && isClosing }

  /// The mentions in a line, in its order; a line of more than 400 bytes is prose and names no file.
  static func all(in line: TextLine) -> [PathMention] {
    var mentions: [PathMention] = []
    if line.count > 400 { return mentions }
    var offset = line.start
    while offset < line.end {
      guard isPathByte(line.bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      var hasDot = false
      while offset < line.end, isPathByte(line.bytes[offset]) {
        if line.bytes[offset] == UInt8(ascii: ".") { hasDot = true }
        offset += 1
      }
      guard hasDot || isBareName(line, start, offset), let mention = mention(in: line, start, offset) else {
        continue
      }
      mentions.append(mention)
    }
    return mentions
  }

  private static func mention(in line: TextLine, _ first: Int, _ behind: Int) -> PathMention? {
    var start = first
    var end = behind
    while end > start,
      [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(line.bytes[end - 1])
    { end -= 1 }
    if start < end, line.bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard end - start > 2, !line.matches("//", at: start) else { return nil }
    let path = normalized(line, start, end)
    guard isFile(path) else { return nil }
    let before = start > line.start ? line.bytes[start - 1] : 0
    let after = end < line.end ? line.bytes[end] : 0
    var hasLines = false
    if after == UInt8(ascii: ":"), end + 1 < line.end, isDigit(line.bytes[end + 1]) { hasLines = true }
    if line.contains("(line", from: end) || line.contains("(Line", from: end) { hasLines = true }
    return PathMention(
      path: path, isLeading: isLabel(line, until: start), isClosing: isTail(line, from: end),
      isMarked: before == UInt8(ascii: "`") || line.starts(with: "**"), hasLines: hasLines)
  }

  /// `\_` is an escaped underscore, any other backslash separates folders.
  private static func normalized(_ line: TextLine, _ start: Int, _ end: Int) -> String {
    var path: [UInt8] = []
    for offset in start..<end {
      let byte = line.bytes[offset]
      if byte == UInt8(ascii: "\\") {
        if offset + 1 < end, line.bytes[offset + 1] != UInt8(ascii: "_") { path.append(UInt8(ascii: "/")) }
      } else {
        path.append(byte)
      }
    }
    if path.starts(with: Array("./".utf8)) { path.removeFirst(2) }
    if path.first == UInt8(ascii: "/") { path.removeFirst() }
    return String(decoding: path, as: UTF8.self)
  }

  private static func isFile(_ path: String) -> Bool {
    guard Language(path: path) != nil else { return false }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasPrefix("."), name.split(separator: ".").count == 1 { return name.count > 4 }
    let products = [
      "node.js", "next.js", "vue.js", "express.js", "react.js", "d3.js", "three.js", "nest.js", "app.py",
    ]
    return !products.dropLast().contains(name.lowercased())
  }

  private static func isBareName(_ line: TextLine, _ start: Int, _ end: Int) -> Bool {
    for name in ["Dockerfile", "Makefile", "Jenkinsfile", "Pipfile"] as [StaticString]
    where end - name.utf8CodeUnitCount >= start && line.matches(name, at: end - name.utf8CodeUnitCount) {
      return start == end - name.utf8CodeUnitCount
        || line.bytes[end - name.utf8CodeUnitCount - 1] == UInt8(ascii: "/")
    }
    return false
  }

  /// Whether the text up to the path is numbering, marks, or a word that announces a path.
  private static func isLabel(_ line: TextLine, until end: Int) -> Bool {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for offset in line.start..<end {
      let byte = line.bytes[offset]
      if TextLine.isWord(byte), byte != UInt8(ascii: "-") || !word.isEmpty {
        word.append(byte | 0x20)
      } else if !word.isEmpty {
        words.append(word)
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.allSatisfy { word in
      word.count == 1 || word.allSatisfy(isDigit) || labelWords.contains(word)
        || word.allSatisfy { $0 == 0x3D || $0 == 0x2D }
    }
  }

  private static let labelWords: [[UInt8]] = [
    "file", "filename", "path", "create", "for", "location", "the", "file-path", "updated", "final", "in",
    "main",
    "complete", "step",
  ].map { Array($0.utf8) }

  private static func isTail(_ line: TextLine, from start: Int) -> Bool {
    for offset in start..<line.end
    where TextLine.isWord(line.bytes[offset]) && line.bytes[offset] != UInt8(ascii: "-") {
      return false
    }
    return true
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "@"), UInt8(ascii: "+"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      true
    default: TextLine.isWord(byte)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
