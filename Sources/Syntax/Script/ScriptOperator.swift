/// The operators of all languages; fewer than 64, so that one fits into six bits of a node.
package enum ScriptOperator: UInt8, Sendable, CaseIterable {
  case none
  case add, subtract, multiply, divide, floorDivide, remainder, power, matrixMultiply
  case shiftLeft, shiftRight, unsignedShiftRight, bitAnd, bitOr, bitXor, bitClear, bitNot
  case and, or, coalesce, not
  case equal, notEqual, strictEqual, strictNotEqual, less, lessOrEqual, greater, greaterOrEqual
  case `in`, notIn, `is`, isNot, instanceOf
  /// `=`
  case assign
  /// `:=`, in Go a declaration, in Python an expression.
  case define
  case increment, decrement, typeOf, void, delete, spread, keywordSpread
  /// Go's `&x`, `*x`, `<-x`, `c <- x`, `go f()`, `defer f()`.
  case addressOf, dereference, receive, send, go, `defer`
  case yieldFrom
  /// Java's `::`.
  case methodReference
  /// `a, b` as one expression in JavaScript.
  case sequence
  case assert
}
