import SourceText

/// Reads tokens into a tree.
///
/// What the languages share stands here; each has its statements in files of its own.
/// Every function that reads an expression or a type finishes exactly one node, whatever it meets; its caller
/// gives that node its role. Lists know where they end (`ScriptToken.match`), so an error inside them is skipped
/// to the next comma and an error in a statement to the next statement.
struct ScriptGrammar {
  let tokens: UnsafeBufferPointer<ScriptToken>
  let bytes: UnsafeBufferPointer<UInt8>
  let language: ScriptLanguage
  var builder: ScriptTreeBuilder
  var problems: [SourceProblem]
  var position = 0
  /// Levels of expressions and statements above the current one.
  var depth = 0
  /// Go: a `{` behind a name opens the body of a statement, not a composite literal.
  var braceIsBody = false
  /// JavaScript: `in` belongs to the head of a `for`; Python: to `for` in a comprehension.
  var inIsKeyword = false
  /// JavaScript: between the `?` and the `:` of a condition.
  var colonEndsCondition = false
  var inClassBody = false

  /// Deeper expressions and statements are skipped; written code stays below 60.
  static let depthLimit = 192
  /// Longer chains (`a + b + …`, `a.b().c()…`) are cut, because a chain nests on its left side.
  static let chainLimit = 2000

  init(
    tokens: UnsafeBufferPointer<ScriptToken>, bytes: UnsafeBufferPointer<UInt8>, language: ScriptLanguage,
    problems: [SourceProblem]
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.language = language
    self.problems = problems
    builder = ScriptTreeBuilder(capacity: tokens.count)
  }

  mutating func file() {
    statements(until: tokens.count - 1)
    builder.finish(.file, from: 0, 0, UInt32(truncatingIfNeeded: bytes.count))
  }

  func sortedProblems() -> [SourceProblem] {
    problems.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  // MARK: Tokens

  @inline(__always) var token: ScriptToken { tokens[position] }
  @inline(__always) func ahead(_ distance: Int) -> ScriptToken {
    tokens[min(position + distance, tokens.count - 1)]
  }
  @inline(__always) func at(_ index: Int) -> ScriptToken { tokens[max(0, min(index, tokens.count - 1))] }
  @inline(__always) var start: UInt32 { tokens[position].start }
  /// The end of the token before this one.
  @inline(__always) var end: UInt32 { position > 0 ? tokens[position - 1].end : 0 }
  @inline(__always) func sees(_ kind: ScriptToken.Kind) -> Bool { tokens[position].kind == kind }
  @inline(__always) func sees(_ word: ScriptWord) -> Bool {
    tokens[position].kind == .word && tokens[position].detail == word.rawValue
  }
  @inline(__always) func seesOp(_ op: ScriptOperator) -> Bool {
    tokens[position].kind == .op && tokens[position].detail == op.rawValue
  }

  @inline(__always) mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  @inline(__always) mutating func take(_ kind: ScriptToken.Kind) -> Bool {
    guard sees(kind) else { return false }
    advance()
    return true
  }

  @inline(__always) mutating func take(_ word: ScriptWord) -> Bool {
    guard sees(word) else { return false }
    advance()
    return true
  }

  @inline(__always) mutating func takeOp(_ op: ScriptOperator) -> Bool {
    guard seesOp(op) else { return false }
    advance()
    return true
  }

  /// The index of the bracket that closes the one at an index; nil where none does.
  func match(_ index: Int) -> Int? {
    let match = at(index).match
    return match == ScriptToken.unmatched ? nil : Int(match)
  }

  /// The token behind the bracket that closes the one at an index.
  func behindMatch(_ index: Int) -> ScriptToken? { match(index).map { at($0 + 1) } }

  // MARK: Problems

  mutating func report(_ kind: SourceProblem.Kind, _ start: UInt32, _ end: UInt32, _ detail: String = "") {
    problems.append(
      SourceProblem(kind, range: SourceRange(start: start, end: max(start, end)), detail: detail))
  }

  /// Skips to the next statement, at least one token; brackets are skipped whole.
  mutating func skipStatement() {
    let mark = builder.mark
    let first = position
    let start = start
    while !sees(.endOfFile) {
      let token = token
      if position > first {
        if token.newlineBefore && language != .python || token.kind == .dedent || token.kind == .indent {
          break
        }
        if token.isCloser, token.match == ScriptToken.unmatched || token.match < first { break }
      }
      if token.kind == .newline || token.kind == .semicolon {
        if position > first { break }
      }
      if token.isOpener, let close = match(position) { position = close }
      advance()
    }
    unexpected(from: mark, start)
  }

  /// Skips to a comma or to the token at an index, at least one token where there is one before it.
  mutating func skipItem(before close: Int) {
    let mark = builder.mark
    let start = start
    let first = position
    while position < close, !sees(.endOfFile) {
      if position > first, sees(.comma) { break }
      // In a list without its closing bracket, that of what surrounds it ends it.
      if token.isCloser, token.match != ScriptToken.unmatched, token.match < first { break }
      if token.isOpener, let inner = match(position), inner < close { position = inner }
      advance()
    }
    if position > first { unexpected(from: mark, start) }
  }

  /// An error node and its problem for the tokens from `start` up to this one.
  mutating func unexpected(from mark: Int, _ start: UInt32) {
    builder.drop(to: mark)
    builder.finish(.error, from: mark, start, end)
    guard end > start else { return report(.unexpectedEnd, end, end) }
    let text = bytes[Int(start)..<min(Int(end), Int(start) + 24, bytes.count)].prefix {
      $0 != 0x0A && $0 != 0x0D
    }
    report(.unexpectedToken, start, end, String(decoding: text, as: UTF8.self))
  }

  /// An empty error node where a value is missing.
  mutating func missing() {
    builder.finish(.error, from: builder.mark, end, end)
    report(.missingValue, end, end)
  }

  /// Goes one level down, or skips what lies there and finishes an error node.
  mutating func descend() -> Bool {
    if depth < Self.depthLimit {
      depth += 1
      return true
    }
    let start = start
    while !sees(.endOfFile) {
      let kind = token.kind
      if kind == .comma || kind == .semicolon || kind == .newline || kind == .dedent || token.isCloser {
        break
      }
      if token.newlineBefore, token.start > start { break }
      if token.isOpener, let close = match(position) { position = close }
      advance()
    }
    builder.finish(.error, from: builder.mark, start, end)
    report(.nestingTooDeep, start, end, "\(Self.depthLimit)")
    return false
  }

  // MARK: Lists

  /// Reads the items between the bracket at the position and its partner; consumes both.
  ///
  /// An item that reads nothing, or stops short of a comma, is skipped and reported.
  mutating func list(
    _ item: (inout ScriptGrammar) -> Void, separators: (ScriptToken.Kind, ScriptToken.Kind) = (.comma, .comma)
  ) {
    let opener = token
    let close = match(position)
    if close == nil { report(.unclosedBracket, opener.start, opener.end, text(opener)) }
    advance()
    let braces = (braceIsBody, inIsKeyword, colonEndsCondition)
    (braceIsBody, inIsKeyword, colonEndsCondition) = (false, false, false)
    defer { (braceIsBody, inIsKeyword, colonEndsCondition) = braces }
    let limit = close ?? tokens.count - 1
    while position < limit, !sees(.endOfFile) {
      if sees(separators.0) || sees(separators.1) {
        advance()
        continue
      }
      if close == nil, endsUnclosedList { return }
      let before = position
      item(&self)
      if position >= limit { break }
      if sees(separators.0) || sees(separators.1) { continue }
      if close == nil, position > before, endsUnclosedList || token.newlineBefore { return }
      if position > before, separators.1 == .semicolon, token.newlineBefore { continue }
      // `...` stands for items; no comma is needed around it.
      if builder.last?.kind == .elision || sees(.ellipsis) && token.newlineBefore { continue }
      skipItem(before: limit)
      if position == before { advance() }
    }
    if let close { position = close + 1 }
    position = min(position, tokens.count - 1)
  }

  /// Whether an unclosed list has come to a token that belongs to what surrounds it.
  private var endsUnclosedList: Bool {
    let token = token
    if token.isCloser || token.kind == .semicolon || token.kind == .newline || token.kind == .dedent {
      return true
    }
    guard token.newlineBefore, token.kind == .word else { return false }
    switch token.word {
    case .const, .let, .var, .class, .def, .function, .import, .export, .return, .func, .public, .private:
      return true
    default: return false
    }
  }

  func text(_ token: ScriptToken) -> String {
    String(decoding: bytes[Int(token.start)..<min(Int(token.end), bytes.count)], as: UTF8.self)
  }

  // MARK: Statements

  /// Reads statements up to the token at an index.
  mutating func statements(until close: Int) {
    while position < close {
      let before = position
      let mark = builder.mark
      statement()
      builder.giveRole(.statement, since: mark)
      if position == before { skipStatement() }
    }
  }

  /// One statement; it may finish several nodes (`const a = 1, b = 2`) or none (`;`).
  mutating func statement() {
    switch language {
    case .typeScript: typeScriptStatement()
    case .python: pythonStatement()
    case .java: javaStatement()
    case .go: goStatement()
    }
  }

  /// `{ … }` with statements, as one node.
  mutating func block() {
    let mark = builder.mark
    let start = start
    let outer = (inClassBody, braceIsBody, inIsKeyword, colonEndsCondition)
    (inClassBody, braceIsBody, inIsKeyword, colonEndsCondition) = (false, false, false, false)
    defer { (inClassBody, braceIsBody, inIsKeyword, colonEndsCondition) = outer }
    braced { $0.statement() }
    builder.finish(.block, from: mark, start, end)
  }

  /// Reads what a brace at the position encloses, statement by statement, and consumes both braces.
  mutating func braced(_ statement: (inout ScriptGrammar) -> Void) {
    guard sees(.openBrace) else { return }
    let opener = token
    let close = match(position)
    advance()
    guard descendQuietly(close) else { return }
    defer { depth -= 1 }
    let limit = close ?? tokens.count - 1
    while position < limit {
      // Without a partner the block ends where something around it does.
      if close == nil, token.isCloser, token.match != ScriptToken.unmatched, token.match < position { break }
      let before = position
      let mark = builder.mark
      statement(&self)
      builder.giveRole(.statement, since: mark)
      if position == before { skipStatement() }
    }
    if let close {
      position = min(close + 1, tokens.count - 1)
    } else {
      report(.unclosedBracket, opener.start, opener.end, "{")
    }
  }

  /// Goes one level down into braces, or skips to their end.
  private mutating func descendQuietly(_ close: Int?) -> Bool {
    if depth < Self.depthLimit {
      depth += 1
      return true
    }
    let start = start
    position = close.map { min($0 + 1, tokens.count - 1) } ?? tokens.count - 1
    report(.nestingTooDeep, start, end, "\(Self.depthLimit)")
    return false
  }

  /// Reads the name at the position, if there is one, as a leaf.
  @discardableResult
  mutating func name(_ role: ScriptTree.Role = .name) -> Bool {
    guard sees(.word) else { return false }
    leaf(.name)
    builder.role(role)
    return true
  }

  /// Makes the token at the position a leaf.
  @inline(__always)
  mutating func leaf(_ kind: ScriptTree.Kind) {
    let token = token
    advance()
    builder.finish(
      kind, from: builder.mark, token.start, token.end, flags: token.isEscaped ? .needsDecoding : [])
  }
}
