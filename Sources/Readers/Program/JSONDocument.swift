import SourceText
import Syntax
import TemplateModel

/// JSON that a program writes as text, also with holes in it, read as maps and lists.
///
///     `{"Resource": "${bucket.arn}/*"}`   →   Resource: template of a reference and a text
enum JSONDocument {
  /// Stands for a hole in the text that is parsed; nobody writes this character of the private use area.
  private static let mark: UInt32 = 0xE000

  /// The document; nil where the value is no text or the text is no JSON.
  static func value(of value: Value, _ documents: [SourceFile]) -> Value? {
    var parts: [Value]
    switch value.kind {
    case .string: parts = [value]
    case .template(let inner): parts = inner
    default: return nil
    }
    guard case .string(let first)? = parts.first?.kind, let start = first.utf8.first(where: { $0 > 0x20 }),
      start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    else { return nil }
    var bytes: [UInt8] = []
    var map = OffsetMap()
    var holes: [Value] = []
    var isInString = false
    for part in parts {
      if case .string(let text) = part.kind {
        let run = Array(text.utf8)
        map.append(
          text: UInt32(truncatingIfNeeded: bytes.count),
          document: textStart(of: run, part.location, documents))
        var isEscaped = false
        for byte in run {
          if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
          isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        }
        bytes += run
      } else {
        guard holes.count < 0x1000, let scalar = Unicode.Scalar(mark + UInt32(holes.count)) else {
          return nil
        }
        map.append(text: UInt32(truncatingIfNeeded: bytes.count), document: part.location.range.start)
        let sign = isInString ? "\(Character(scalar))" : "\"\(Character(scalar))\""
        bytes += Array(sign.utf8)
        holes.append(part)
      }
    }
    let tree = JSONParser.parse(bytes)
    guard tree.problems.allSatisfy({ $0.weight == .note }) else { return nil }
    let file = TemplateFile(
      path: "", isPathGiven: false, language: .json, bytes: bytes, map: map, document: value.location.document
    )
    var values = KeyedValues(tree: tree, file: file)
    var children = tree.children(of: KeyedTree.root)
    guard let root = children.next(), tree[root].kind != .scalar else { return nil }
    return filled(values.value(root) { _, _ in nil }, holes)
  }

  /// Where the text stands behind its quotes; where it is written otherwise, the start of what stands for it.
  private static func textStart(of text: [UInt8], _ location: SourceLocation, _ documents: [SourceFile])
    -> UInt32
  {
    guard documents.indices.contains(Int(location.document)) else { return location.range.start }
    let bytes = documents[Int(location.document)].bytes
    for quote in [0, 1, 2, 3, 4] {
      let start = Int(location.range.start) + quote
      guard start + text.count <= bytes.count, start + min(text.count, 16) <= Int(location.range.end) else {
        continue
      }
      if bytes[start..<(start + min(text.count, 16))].elementsEqual(text.prefix(16)) {
        return UInt32(truncatingIfNeeded: start)
      }
    }
    return location.range.start
  }

  /// Puts the holes' values where their marks are.
  private static func filled(_ value: Value, _ holes: [Value]) -> Value {
    guard !holes.isEmpty else { return value }
    var value = value
    switch value.kind {
    case .list(let values): value.kind = .list(values.map { filled($0, holes) })
    case .map(let members):
      value.kind = .map(
        members.map { member in
          var member = member
          if let key = split(member.key, holes, at: member.keyLocation) {
            member.key = key.map { $0.string ?? $0.summary(limit: 60) }.joined()
          }
          member.value = filled(member.value, holes)
          return member
        })
    case .string(let text):
      guard let parts = split(text, holes, at: value.location) else { break }
      value.kind = parts.count == 1 ? parts[0].kind : .template(parts)
    default: break
    }
    return value
  }

  private static func split(_ text: String, _ holes: [Value], at location: SourceLocation) -> [Value]? {
    var parts: [Value] = []
    var run = ""
    func flush() {
      if !run.isEmpty { parts.append(Value(.string(run), at: location)) }
      run = ""
    }
    for scalar in text.unicodeScalars {
      if scalar.value >= mark, scalar.value < mark + UInt32(holes.count) {
        flush()
        parts.append(holes[Int(scalar.value - mark)])
      } else {
        run.unicodeScalars.append(scalar)
      }
    }
    guard !parts.isEmpty else { return nil }
    flush()
    return parts
  }
}
