/// A number of points, exact to a hundredth so that a rubric may give halves and quarters.
package struct Points: Hashable, Sendable, Comparable {
  package var hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package init(_ whole: Int) { hundredths = whole * 100 }

  package static func < (first: Points, second: Points) -> Bool { first.hundredths < second.hundredths }

  package static func + (first: Points, second: Points) -> Points {
    Points(hundredths: first.hundredths + second.hundredths)
  }

  package static func - (first: Points, second: Points) -> Points {
    Points(hundredths: first.hundredths - second.hundredths)
  }

  /// The nearest whole number; a half goes up: 8.5 is 9, −0.5 is 0.
  package var roundedHalfUp: Int {
    let raised = hundredths + 50
    return raised >= 0 ? raised / 100 : -((-raised + 99) / 100)
  }

  /// `8`, `-0.5`, `1.25`.
  package var text: String {
    let size = hundredths.magnitude
    let rest = size % 100
    let decimals = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return "\(hundredths < 0 ? "-" : "")\(size / 100)\(decimals)"
  }

  /// With its sign, as a change is written: `+2`, `-0.5`, `0`.
  package var signedText: String { hundredths > 0 ? "+\(text)" : text }

  /// Reads `8`, `+2`, `-0.5`; nil for anything else and beyond ±100.
  init?(_ text: String) {
    var digits = text[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Points.number(parts[0], digits: 1...3) else {
      return nil
    }
    var size = whole * 100
    if parts.count == 2 {
      guard let decimals = Points.number(parts[1], digits: 1...2) else { return nil }
      size += parts[1].utf8.count == 1 ? decimals * 10 : decimals
    }
    guard size <= 10_000 else { return nil }
    hundredths = isNegative ? -size : size
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
