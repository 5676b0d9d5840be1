import SourceText
import TemplateModel

/// The lines of a file as `LineAlignment` and the titles of changed code need them.
struct CodeLines {
  private let file: TemplateFile
  private let lines: [ProgramLine]
  /// A hash for each line without its blanks and last comma; 0 for blank lines, brackets alone and comments.
  let hashes: [UInt64]

  init(_ file: TemplateFile) {
    self.file = file
    lines = ProgramLine.lines(of: file)
    hashes = lines.map(CodeLines.hash)
  }

  private static func hash(_ line: ProgramLine) -> UInt64 {
    var text = line.text
    if let last = text.last, last == 0x2C || last == 0x3B { text = text.dropLast() }
    guard let first = text.first, text.contains(where: IdentifierScan.isLetter) else { return 0 }
    if first == 0x23 || text.starts(with: "//".utf8) || text.starts(with: "*".utf8)
      || text.starts(with: "/*".utf8)
    {
      return 0
    }
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text {
      // Either kind of quote is as good as the other.
      state = (state ^ UInt64(byte == 0x22 ? 0x27 : byte)) &* 0x0000_0100_0000_01b3
    }
    return state == 0 ? 1 : state
  }

  func isImport(_ index: Int) -> Bool {
    hashes[index] == 0 || lines[index].starts(with: "import ") || lines[index].starts(with: "from ")
  }

  /// The run of lines in its document, blank ones at its ends left out.
  func locations(_ range: Range<Int>) -> [SourceLocation] {
    guard let first = range.first(where: { hashes[$0] != 0 }),
      let last = range.last(where: { hashes[$0] != 0 })
    else {
      return []
    }
    return [file.location(SourceRange(start: lines[first].range.start, end: lines[last].range.end))]
  }

  /// The name of the function or class that a line stands in; nil where none is opened above it.
  func surroundings(of index: Int) -> String? {
    guard index <= lines.count, index > 0 else { return nil }
    var depth = index < lines.count ? lines[index].indentation : Int.max
    if depth == 0 { return nil }
    for line in lines[..<index].reversed() where !line.text.isEmpty && line.indentation < depth {
      depth = line.indentation
      if let name = CodeLines.opened(by: line) { return name }
      if depth == 0 { return nil }
    }
    return nil
  }

  private static func opened(by line: ProgramLine) -> String? {
    for word in [
      "async def ", "def ", "class ", "export class ", "export async function ", "export function ",
      "async function ", "function ", "func ", "export const ", "const ", "resource ", "module ",
    ]
    where line.starts(with: word) {
      if word.hasSuffix("const ") {
        guard line.text.holds("=> {") || line.text.holds("function") || line.text.holds("= new ") else {
          continue
        }
      }
      let offset = word.utf8.count
      guard let name = line.identifier(at: offset) else { return nil }
      return String(decoding: name, as: UTF8.self)
    }
    return nil
  }

  /// The first line that says something, cut short.
  func sample(_ range: Range<Int>) -> String? {
    range.first { hashes[$0] != 0 }.map { index in
      let text = String(decoding: lines[index].text, as: UTF8.self)
      return text.count > 60 ? text.prefix(59) + "…" : text
    }
  }

  /// The telling words of a run of lines, the longer the earlier; keywords and short ones left out.
  func words(_ range: Range<Int>) -> [String] {
    var found: [String] = []
    for index in range.prefix(30) where hashes[index] != 0 {
      var at = lines[index].text.startIndex
      let end = lines[index].text.endIndex
      while at < end {
        guard IdentifierScan.isLetter(file.bytes[at]) else {
          at += 1
          continue
        }
        let start = at
        while at < end, IdentifierScan.isPart(file.bytes[at]) { at += 1 }
        let word = String(decoding: file.bytes[start..<at], as: UTF8.self)
        if word.utf8.count >= 4, !CodeLines.common.contains(word), !found.contains(word) {
          found.append(word)
        }
      }
    }
    return found
  }

  private static let common: Set<String> = [
    "self", "this", "const", "import", "from", "return", "async", "await", "function", "class", "export",
    "true",
    "false", "None", "null", "string", "number", "boolean", "undefined", "public", "private", "readonly",
    "else",
    "name", "type", "with", "props", "args", "opts", "parent", "value", "print", "None", "True", "False",
    "pass",
    "interface", "constructor", "super", "void", "static", "final", "default", "then", "resource", "variable",
    "description", "super", "extends", "implements", "package", "func", "range", "throw", "catch", "finally",
  ]
}
