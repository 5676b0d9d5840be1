package import SourceText

/// The text that a string or heredoc stands for, and where each part of it is written.
///
///     <<-EOT                text  {"a": "${b}"}\n
///       {"a": "${b}"}       runs  0 → first byte behind the indentation
///       EOT
package struct HCLText: Sendable {
  /// Escapes decoded, indentation and trimmed white space taken out; interpolations and directives as written.
  package private(set) var bytes: [UInt8] = []
  /// From offsets in `bytes` to those of the file.
  package private(set) var map = OffsetMap()
  /// The text holds nothing but literals.
  package private(set) var isConstant = true

  /// The text of a string, a heredoc or one literal.
  ///
  /// A literal of a heredoc with `<<-` needs the indentation of that heredoc.
  package init(of id: HCLTree.NodeID, in tree: HCLTree, bytes source: [UInt8], indentation: Int = 0) {
    source.withUnsafeBufferPointer { buffer in
      if tree[id].kind == .literal {
        append(literal: tree[id], buffer, isQuoted: false, indentation: indentation)
        return
      }
      let isQuoted = tree[id].kind == .template
      let indentation = tree.indentation(of: id, buffer)
      for part in tree.children(of: id) {
        if tree[part].kind == .literal {
          append(literal: tree[part], buffer, isQuoted: isQuoted, indentation: indentation)
        } else {
          isConstant = false
          copy(tree[part].range.bytes, buffer)
        }
      }
    }
  }

  /// The text of one literal of a template; `isQuoted` where backslashes escape.
  init(literal: HCLTree.Node, _ source: UnsafeBufferPointer<UInt8>, isQuoted: Bool, indentation: Int) {
    append(literal: literal, source, isQuoted: isQuoted, indentation: indentation)
  }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func copy(_ range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) {
    guard !range.isEmpty, range.upperBound <= source.count else { return }
    map.append(
      text: UInt32(truncatingIfNeeded: bytes.count), document: UInt32(truncatingIfNeeded: range.lowerBound))
    bytes += source[range]
  }

  private mutating func append(
    literal: HCLTree.Node, _ source: UnsafeBufferPointer<UInt8>, isQuoted: Bool, indentation: Int
  ) {
    let range = HCLText.trimmed(literal, source)
    if indentation == 0, !literal.flags.contains(.needsDecoding) {
      copy(range, source)
      return
    }
    var run = range.lowerBound
    var offset = run
    while offset < range.upperBound {
      if indentation > 0, offset > 0, source[offset - 1] == 0x0A {
        copy(run..<offset, source)
        let limit = min(offset + indentation, range.upperBound)
        while offset < limit, source[offset] == 0x20 || source[offset] == 0x09 { offset += 1 }
        run = offset
        guard offset < range.upperBound else { break }
      }
      let byte = source[offset]
      if isQuoted, byte == UInt8(ascii: "\\") {
        let escape = HCLEscape(source, at: offset, end: range.upperBound)
        if let scalar = escape.scalar {
          copy(run..<offset, source)
          map.append(
            text: UInt32(truncatingIfNeeded: bytes.count), document: UInt32(truncatingIfNeeded: offset))
          bytes += Array(String(Character(scalar)).utf8)
          run = offset + escape.length
        }
        offset += escape.length
      } else if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%"), offset + 2 < range.upperBound,
        source[offset + 1] == byte, source[offset + 2] == UInt8(ascii: "{")
      {
        copy(run..<offset + 1, source)
        run = offset + 2
        offset = run + 1
      } else {
        offset += 1
      }
    }
    copy(run..<range.upperBound, source)
  }

  /// What `~` leaves of a literal: the first line loses its white space before the text, the last one behind it.
  private static func trimmed(_ literal: HCLTree.Node, _ source: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var range = literal.range.bytes.clamped(to: 0..<source.count)
    if literal.flags.contains(.trimsStart) {
      while let byte = range.first.map({ source[$0] }), isSpace(byte) {
        range.removeFirst()
        if byte == 0x0A { break }
      }
    }
    if literal.flags.contains(.trimsEnd) {
      var hasBroken = false
      while let byte = range.last.map({ source[$0] }), isSpace(byte), !(byte == 0x0A && hasBroken) {
        if byte == 0x0A, range.upperBound < literal.range.bytes.upperBound { break }
        hasBroken = byte == 0x0A
        range.removeLast()
      }
    }
    return range
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

extension HCLTree {
  /// How many bytes of white space all lines of a `<<-` heredoc have in common; 0 for other nodes.
  func indentation(of heredoc: NodeID, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    guard self[heredoc].kind == .heredoc, self[heredoc].flags.contains(.indented) else { return 0 }
    var least = Int.max
    var position = heredoc + 1
    while position < self[heredoc].next {
      let node = self[position]
      let startsLine = node.range.start > 0 && source[Int(node.range.start) - 1] == 0x0A
      switch node.kind {
      case .literal:
        least = min(least, HCLTree.indentation(ofLines: node.range.bytes, source))
        position = node.next
      case .ifDirective, .forDirective:
        if startsLine { least = 0 }
        position += 1
      case .parts:
        if !node.range.isEmpty, source[Int(node.range.end) - 1] == 0x0A { least = 0 }
        position += 1
      default:
        if node.kind == .interpolation, startsLine { least = 0 }
        position = node.next
      }
    }
    return least == Int.max ? 0 : least
  }

  /// The least indentation of the lines that start in a range, blank ones left out.
  private static func indentation(ofLines range: Range<Int>, _ source: UnsafeBufferPointer<UInt8>) -> Int {
    var least = Int.max
    var offset = range.lowerBound
    while offset < range.upperBound {
      let startsLine = offset > 0 && source[offset - 1] == 0x0A
      let start = offset
      while offset < range.upperBound, source[offset] == 0x20 || source[offset] == 0x09 { offset += 1 }
      let isBlank = offset < range.upperBound && (source[offset] == 0x0A || source[offset] == 0x0D)
      if startsLine, !isBlank { least = min(least, offset - start) }
      while offset < range.upperBound, source[offset] != 0x0A { offset += 1 }
      offset += 1
    }
    return least
  }
}
