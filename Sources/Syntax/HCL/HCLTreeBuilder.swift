import SourceText

/// What the parts of the parser share: the current token, the tree so far and the problems met.
struct HCLTreeBuilder {
  typealias Node = HCLTree.Node

  var scanner: HCLScanner
  /// The token that is read next.
  var token: HCLToken
  /// The end of the token read last.
  var previousEnd = 0
  /// Inside brackets and interpolations, line breaks are white space.
  var ignoresNewlines = false
  var nodes: [Node] = []
  private var problems: [SourceProblem] = []
  var depth = 0
  /// What is open since the innermost template sequence.
  var openParentheses = 0
  var openBrackets = 0
  var openDirectives = 0
  /// The last template sequence ended with `~}`.
  var trimsNextLiteral = false
  /// The column of the outermost open block, in bytes from 0.
  var outermostColumn = 0

  /// How often the text behind an unclosed heredoc has been read again.
  ///
  /// Each time costs a look at the rest of the file, so there is a limit; the heredocs are reported in any case.
  var rescues = 0
  static let rescueLimit = 16

  var bytes: UnsafeBufferPointer<UInt8> { scanner.bytes }

  init(_ bytes: UnsafeBufferPointer<UInt8>, mode: HCLScanner.Mode.Kind = .normal) {
    scanner = HCLScanner(bytes, mode: mode)
    token = HCLToken(kind: .newline, start: 0, end: 0)
    nodes.reserveCapacity(bytes.count / 8 + 16)
    reportBrokenEncoding()
    if scanner.position > 0 { report(.byteOrderMark, 0, scanner.position) }
    advance()
    previousEnd = 0
  }

  // MARK: Tokens

  /// Reads on to the next token that is no comment.
  ///
  /// A comment that ends its line counts as the line break.
  @inline(__always)
  mutating func advance() {
    previousEnd = token.end
    while true {
      token = scanner.next()
      switch token.kind {
      case .comment: passComment()
      case .newline: break
      case .invalid:
        passInvalid()
        return
      default: return
      }
      if token.kind == .newline, !ignoresNewlines { return }
    }
  }

  /// Reads the current token again with only the outermost `depth` modes of the scanner open.
  mutating func rescan(depth: Int) {
    guard scanner.outer.count > depth else { return }
    let end = previousEnd
    scanner.restart(at: token.start, depth: depth)
    advance()
    previousEnd = end
  }

  /// Turns the horizontal ellipsis U+2026 into the one of three dots.
  private mutating func passInvalid() {
    if token.end - token.start == 3, bytes[token.start] == 0xE2, bytes[token.start + 1] == 0x80,
      bytes[token.start + 2] == 0xA6
    {
      token.kind = .ellipsis
    }
  }

  private mutating func passComment() {
    let isLine = bytes[token.start] == UInt8(ascii: "#") || scanner.byte(token.start + 1) == UInt8(ascii: "/")
    if startsWithEllipsis(token.start + (bytes[token.start] == UInt8(ascii: "#") ? 1 : 2)) {
      report(.elision, token.start, endWithoutLineBreak(token.start, token.end))
    }
    if isLine {
      if bytes[token.end - 1] == 0x0A { token.kind = .newline }
    } else if token.end - token.start < 4 || bytes[token.end - 1] != UInt8(ascii: "/")
      || bytes[token.end - 2] != UInt8(ascii: "*")
    {
      report(.unclosedComment, token.start, token.end)
    }
  }

  /// `...` or U+2026, as a word of its own.
  private func startsWithEllipsis(_ offset: Int) -> Bool {
    var start = offset
    while scanner.byte(start) == 0x20 { start += 1 }
    let word = (scanner.byte(start), scanner.byte(start + 1), scanner.byte(start + 2))
    let dot = UInt8(ascii: ".")
    guard word == (dot, dot, dot) || word == (0xE2, 0x80, 0xA6) else { return false }
    return scanner.byte(start + 3) <= 0x20
  }

  func endWithoutLineBreak(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The identifier token is this keyword.
  func isKeyword(_ keyword: StaticString) -> Bool {
    guard token.kind == .identifier, token.end - token.start == keyword.utf8CodeUnitCount else {
      return false
    }
    return keyword.withUTF8Buffer { text in
      for index in 0..<text.count where bytes[token.start + index] != text[index] { return false }
      return true
    }
  }

  // MARK: Nodes

  /// Starts a node; it is complete when `close` has been called.
  @inline(__always)
  mutating func open(_ kind: HCLTree.Kind, at start: Int) -> Int {
    nodes.append(
      Node(kind: kind, range: SourceRange(start, start), next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    return nodes.count - 1
  }

  @inline(__always)
  mutating func close(_ node: Int, at end: Int) {
    nodes[node].range.end = max(nodes[node].range.start, UInt32(truncatingIfNeeded: end))
    nodes[node].next = UInt32(truncatingIfNeeded: nodes.count)
  }

  @inline(__always)
  mutating func leaf(_ kind: HCLTree.Kind, _ start: Int, _ end: Int) {
    nodes.append(
      Node(kind: kind, range: SourceRange(start, end), next: UInt32(truncatingIfNeeded: nodes.count + 1)))
  }

  /// Puts new parents, the outermost first, before the node at an index, which moves back with all behind it.
  mutating func wrap(_ parents: [Node], at index: Int) {
    let distance = parents.count
    nodes.insert(contentsOf: parents, at: index)
    for moved in (index + distance)..<nodes.count { nodes[moved].next += UInt32(distance) }
  }

  // MARK: Problems

  mutating func report(_ kind: SourceProblem.Kind, _ start: Int, _ end: Int, _ detail: String = "") {
    if kind == .unexpectedToken, let last = problems.last, last.kind == kind,
      isBlank(Int(last.range.end), start)
    {
      problems[problems.count - 1].range = last.range.union(SourceRange(start, end))
      return
    }
    problems.append(SourceProblem(kind, range: SourceRange(start, end), detail: detail))
  }

  /// Reports the current token.
  mutating func reportToken(_ kind: SourceProblem.Kind = .unexpectedToken) {
    let end = endWithoutLineBreak(token.start, token.end)
    report(kind, token.start, end, text(of: token))
  }

  /// A token's text, cut off where it is long.
  func text(of token: HCLToken) -> String {
    let end = min(endWithoutLineBreak(token.start, token.end), token.start + 40)
    return String(decoding: bytes[token.start..<end], as: UTF8.self)
  }

  /// Takes back what was reported behind an offset, because the text there is read again.
  mutating func dropProblems(behind offset: Int) {
    problems.removeAll { Int($0.range.start) >= offset && $0.kind != .notUTF8 }
  }

  /// Nothing but spaces stands between two offsets.
  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    start >= end || bytes[start..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  func sortedProblems() -> [SourceProblem] {
    problems.enumerated()
      .sorted { ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset) }
      .map(\.element)
  }
}
