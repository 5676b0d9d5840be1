/// How an amount is told: `30 days`, `512 MB`, `15 minutes`.
enum AmountText {
  /// - Parameters:
  ///   - amount: in the smallest unit of its kind.
  ///   - unit: the trait's own.
  static func text(_ amount: Int, _ unit: Trait.Unit) -> String {
    switch unit {
    case .count: return "\(amount)"
    case .megabytes, .gigabytes: return amount % 1024 == 0 ? "\(amount / 1024) GB" : "\(amount) MB"
    case .days, .hours, .minutes, .seconds:
      for (size, one, many) in [(86400, "day", "days"), (3600, "hour", "hours")]
      where amount >= size && amount % size == 0 {
        return amount == size ? "1 \(one)" : "\(amount / size) \(many)"
      }
      return amount == 1 ? "1 second" : "\(amount) seconds"
    }
  }
}
