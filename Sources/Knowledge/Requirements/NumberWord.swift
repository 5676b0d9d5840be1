import SourceText

/// A number in a line of prose with what it counts: `30-day`, `512MB`, `three`, `15.4`.
struct NumberWord {
  /// As written, without separators: `15.4`.
  var text: String
  var value: Double
  /// What follows directly, in the smallest unit of its kind; nil for a bare number.
  var unit: Trait.Unit?
  var bound: Demand.Bound
  /// Whether it is the first of two: `7-14 days`.
  var isRange = false
  /// In the line's UTF-8 bytes, with the unit.
  var range: SourceRange

  /// Whole numbers only, in the smallest unit.
  var amount: Int? {
    let amount = value * (unit?.size ?? 1)
    return amount >= 0 && amount < 1e12 && amount == amount.rounded() ? Int(amount) : nil
  }

  /// The numbers of a line in their order; parts of names, addresses and versions such as `t3`, `10.0.0.0/16` and
  /// `us-east-1` are none.
  static func numbers(in text: String) -> [NumberWord] {
    let tokens = LineToken.tokens(in: text)
    var found: [NumberWord] = []
    for (index, token) in tokens.enumerated() {
      guard let (digits, rest) = split(token.text), let value = Double(digits) else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      var number = NumberWord(text: digits, value: value, unit: nil, bound: .exactly, range: token.range)
      if let unit = units[rest] {
        number.unit = unit
      } else if rest == "+" {
        number.bound = .atLeast
      } else if let (other, unit) = split(rest), Double(other) != nil, rest != "+" {
        number.isRange = true
        number.unit = units[unit]
      } else if !rest.isEmpty {
        continue
      }
      if number.unit == nil, let next, let unit = units[next.text] {
        number.unit = unit
        number.range = SourceRange(Int(token.range.start), Int(next.range.end))
      }
      if scales[next?.text ?? ""] != nil, number.unit == nil {
        number.unit = .days
        number.value *= scales[next?.text ?? ""] ?? 1
      }
      number.bound = bound(tokens, index) ?? number.bound
      found.append(number)
    }
    return found
  }

  /// `30-day` → `30`, `day`; `512mb` → `512`, `mb`; `three` → `3`, nothing; nil where no number stands there.
  private static func split(_ token: String) -> (digits: String, rest: String)? {
    if let word = words.firstIndex(of: token) { return (String(word), "") }
    var digits = ""
    for letter in token.unicodeScalars {
      if (letter >= "0" && letter <= "9") || (letter == "." && !digits.contains(".")) {
        digits.unicodeScalars.append(letter)
      } else if letter != "," || digits.isEmpty {
        break
      }
    }
    let length = token.unicodeScalars.prefix { ($0 >= "0" && $0 <= "9") || $0 == "." || $0 == "," }.count
    guard !digits.isEmpty, digits.first != ".", digits.last != "." else { return nil }
    var rest = String(String.UnicodeScalarView(token.unicodeScalars.dropFirst(length)))
    if rest.hasPrefix("-") { rest.removeFirst() }
    return (digits, rest)
  }

  /// "at least", "minimum" and the like in the three words before, or after.
  private static func bound(_ tokens: [LineToken], _ index: Int) -> Demand.Bound? {
    let before = tokens[max(0, index - 3)..<index].map(\.text)
    let after = tokens[min(tokens.count, index + 1)..<min(tokens.count, index + 4)].map(\.text)
    for word in before {
      if atLeast.contains(word) { return .atLeast }
      if atMost.contains(word) { return .atMost }
    }
    for word in after {
      if ["minimum", "more", "higher", "later", "newer", "min"].contains(word) { return .atLeast }
      if ["maximum", "less", "max"].contains(word) { return .atMost }
    }
    return nil
  }

  private static let atLeast: Set<String> = [
    "least", "minimum", "min", "over", "exceed", "exceeding", "more", "greater", "≥", ">", ">=",
  ]

  private static let atMost: Set<String> = [
    "most", "maximum", "max", "under", "within", "below", "less", "fewer", "≤", "<", "<=",
  ]

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  ]

  private static let units: [String: Trait.Unit] = [
    "day": .days, "days": .days, "hour": .hours, "hours": .hours, "minute": .minutes, "minutes": .minutes,
    "min": .minutes, "mins": .minutes, "second": .seconds, "seconds": .seconds, "sec": .seconds,
    "s": .seconds,
    "secs": .seconds, "mb": .megabytes, "mib": .megabytes, "gb": .gigabytes, "gib": .gigabytes,
  ]

  /// How many days they have.
  private static let scales: [String: Double] = [
    "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365,
  ]
}

/// A word of a line in lower case, cut at blanks and brackets, without the punctuation around it.
struct LineToken {
  var text: String
  /// In the line's UTF-8 bytes.
  var range: SourceRange

  static func tokens(in text: String) -> [LineToken] {
    var tokens: [LineToken] = []
    let bytes = Array(text.utf8)
    var start = 0
    func isBreak(_ byte: UInt8) -> Bool {
      byte <= 0x20 || [0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x27, 0x60, 0x2C, 0x3B, 0x3D].contains(byte)
    }
    while start < bytes.count {
      if isBreak(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, !isBreak(bytes[end]) { end += 1 }
      let next = end
      while end > start, [0x2E, 0x3A, 0x21, 0x3F, 0x2A].contains(bytes[end - 1]) { end -= 1 }
      if end > start {
        tokens.append(
          LineToken(
            text: String(decoding: bytes[start..<end], as: UTF8.self).lowercased(),
            range: SourceRange(start, end)))
      }
      start = next
    }
    return tokens
  }
}
