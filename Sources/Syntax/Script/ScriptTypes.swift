import SourceText

/// TypeScript's types: passed over, with their range kept as one leaf.
extension ScriptGrammar {
  mutating func type() {
    if language == .go { return goType() }
    if language == .java { return javaType() }
    if language == .python { return pythonType() }
    let start = start
    let mark = builder.mark
    let stop = typeEnd(from: position, within: Int.max)
    guard stop > position else { return missing() }
    position = min(stop, tokens.count - 1)
    builder.finish(.type, from: mark, start, end)
  }

  /// The index behind the type that starts at an index.
  ///
  /// A type is operands with operators between them; what stands in brackets is stepped over:
  ///
  ///     Array<{ a: T }> | ((x: T) => U)[]
  ///     └ operand ────┘   └ operand ───┘
  func typeEnd(from first: Int, within limit: Int) -> Int {
    var index = first
    var steps = 0
    var expectsOperand = true
    var conditions = 0
    var extends = 0
    func jump() -> Int? { match(index).map { $0 + 1 } }
    while steps < limit, index < tokens.count - 1 {
      steps += 1
      let token = at(index)
      if expectsOperand {
        switch token.kind {
        case .word:
          index += 1
          if token.word == .import, at(index).kind == .openParen, let next = match(index) { index = next + 1 }
          switch token.word {
          case .typeof, .keyof, .readonly, .infer, .unique, .asserts, .new, .abstract:
            let next = at(index)
            expectsOperand =
              !next.newlineBefore
              && (startsKey(next)
                || next.kind == .openParen || next.kind == .openBrace || next.kind == .templateStart)
          default: expectsOperand = false
          }
        case .string, .number, .regex:
          index += 1
          expectsOperand = false
        case .templateStart, .openBracket, .openBrace:
          guard let next = jump() else { return index }
          index = next
          expectsOperand = false
        case .openParen:
          guard let next = jump() else { return index }
          index = next
          expectsOperand = at(index).kind == .arrow
          if expectsOperand { index += 1 }
        case .op:
          if token.op == .less, let next = jump() {
            index = next
          } else if token.op == .bitOr || token.op == .bitAnd || token.op == .subtract {
            index += 1
          } else {
            return index
          }
        case .question: index += 1
        default: return index
        }
        continue
      }
      switch token.kind {
      case .dot:
        index += 1
        expectsOperand = true
      case .openBracket:
        guard !token.newlineBefore, let next = jump() else { return index }
        index = next
      case .op:
        if token.op == .less, let next = jump() {
          index = next
        } else if token.op == .bitOr || token.op == .bitAnd {
          index += 1
          expectsOperand = true
        } else {
          return index
        }
      case .word:
        guard !token.newlineBefore || token.word == .extends else { return index }
        if token.word == .extends {
          extends += 1
        } else if token.word != .is {
          return index
        }
        index += 1
        expectsOperand = true
      case .question:
        guard extends > 0 else { return index }
        extends -= 1
        conditions += 1
        index += 1
        expectsOperand = true
      case .colon:
        guard conditions > 0 else { return index }
        conditions -= 1
        index += 1
        expectsOperand = true
      default: return index
      }
    }
    return index
  }
}
