extension HCLTree.Operator {
  /// The result of a binary operator.
  ///
  /// Where one side decides alone, the other may be unknown.
  func applied(to left: HCLValue, _ right: HCLValue) -> HCLValue {
    switch self {
    case .and, .or:
      let decisive = self == .or
      if left.asBoolean == decisive || right.asBoolean == decisive { return .boolean(decisive) }
      return left.asBoolean == nil || right.asBoolean == nil ? .unknown : .boolean(!decisive)
    case .equal, .notEqual:
      guard left != .unknown, right != .unknown else { return .unknown }
      return .boolean((left == right) == (self == .equal))
    default:
      guard let left = left.asNumber, let right = right.asNumber else { return .unknown }
      return arithmetic(left, right)
    }
  }

  private func arithmetic(_ left: Double, _ right: Double) -> HCLValue {
    switch self {
    case .less: .boolean(left < right)
    case .lessOrEqual: .boolean(left <= right)
    case .greater: .boolean(left > right)
    case .greaterOrEqual: .boolean(left >= right)
    case .add: .number(left + right)
    case .subtract: .number(left - right)
    case .multiply: .number(left * right)
    case .divide: right == 0 ? .unknown : .number(left / right)
    case .modulo: right == 0 ? .unknown : .number(left.truncatingRemainder(dividingBy: right))
    default: .unknown
    }
  }
}
