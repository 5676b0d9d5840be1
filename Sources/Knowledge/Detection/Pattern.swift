/// A word with wild cards: `*` stands for any run of characters, `?` for one, `#` for a digit.
///
/// Case is ignored.
package struct Pattern: Hashable, Sendable {
  package let text: String
  private let bytes: [UInt8]

  package init(_ text: String) {
    self.text = text
    bytes = text.utf8.map(Pattern.folded)
  }

  /// Whether the whole of a text matches.
  package func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  /// Goes back to the last `*` only, which is enough for one, so the work is bounded by the product of lengths.
  private func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    var here = 0
    var star = -1
    var resume = 0
    while at < text.count {
      if here < bytes.count, bytes[here] == 0x2A {
        star = here
        resume = at
        here += 1
      } else if here < bytes.count, Pattern.accepts(bytes[here], text[at]) {
        here += 1
        at += 1
      } else if star >= 0 {
        resume += 1
        at = resume
        here = star + 1
      } else {
        return false
      }
    }
    while here < bytes.count, bytes[here] == 0x2A { here += 1 }
    return here == bytes.count
  }

  private static func accepts(_ pattern: UInt8, _ byte: UInt8) -> Bool {
    switch pattern {
    case 0x3F: true
    case 0x23: byte >= 0x30 && byte <= 0x39
    default: pattern == folded(byte)
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
}

/// A way to a property, written alike for every dialect: case, `_` and `-` do not count, list places are left out.
///
///     Listeners.Port     matches  Listeners[0].Port   and  listeners[0].port
///     **.EngineVersion   matches  EngineVersion       and  ServerlessV2.engine_version
///     Tags.**            matches  Tags                and  Tags[Name].Value
///     *Name              matches  QueueName
package struct PropertyPattern: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case key(String)
    /// A key with wild cards in it.
    case like(Pattern)
    case any
    case anyDepth
  }

  package let text: String
  let steps: [Step]

  package init(_ text: String) {
    self.text = text
    steps = text.utf8.split(separator: 0x2E).map { bytes in
      let word = Substring(bytes)
      return switch word {
      case "*": .any
      case "**": .anyDepth
      default:
        bytes.contains(0x2A)
          ? .like(Pattern(PropertyPattern.normal(word))) : .key(PropertyPattern.normal(word))
      }
    }
  }

  /// The same place with everything below it.
  var inside: PropertyPattern { PropertyPattern(text + ".**") }

  /// The property that holds the place with everything below it: `Versioning.Enabled` → `Versioning.**`.
  ///
  /// A place without a holder of a certain name stands for itself.
  var holder: PropertyPattern {
    guard steps.count > 1, case .key = steps[steps.count - 2], let dot = text.lastIndex(of: ".") else {
      return inside
    }
    return PropertyPattern(text[..<dot] + ".**")
  }

  /// A key without case and separators: `engine_version`, `EngineVersion` → `engineversion`.
  static func normal(_ key: some StringProtocol) -> String {
    var text = ""
    text.reserveCapacity(key.utf8.count)
    for byte in key.utf8 where byte != 0x5F && byte != 0x2D {
      text.unicodeScalars.append(Unicode.Scalar(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte))
    }
    return text
  }

  /// Whether it matches a whole row of normal keys.
  func matches(_ keys: ArraySlice<String>) -> Bool { matches(steps[...], keys) }

  /// Whether it could match something deeper: the steps that remain when the keys are used up, once for each way.
  func remainders(after keys: ArraySlice<String>) -> [ArraySlice<Step>] {
    var found: [ArraySlice<Step>] = []
    collect(steps[...], keys, into: &found)
    return found
  }

  private func matches(_ steps: ArraySlice<Step>, _ keys: ArraySlice<String>) -> Bool {
    guard let step = steps.first else { return keys.isEmpty }
    switch step {
    case .key(let key): return keys.first == key && matches(steps.dropFirst(), keys.dropFirst())
    case .like(let pattern):
      guard let key = keys.first else { return false }
      return pattern.matches(key) && matches(steps.dropFirst(), keys.dropFirst())
    case .any: return !keys.isEmpty && matches(steps.dropFirst(), keys.dropFirst())
    case .anyDepth:
      return matches(steps.dropFirst(), keys) || (!keys.isEmpty && matches(steps, keys.dropFirst()))
    }
  }

  private func collect(
    _ steps: ArraySlice<Step>, _ keys: ArraySlice<String>, into found: inout [ArraySlice<Step>]
  ) {
    guard let step = steps.first else { return }
    guard let key = keys.first else { return found.append(steps) }
    switch step {
    case .key(let wanted): if key == wanted { collect(steps.dropFirst(), keys.dropFirst(), into: &found) }
    case .like(let pattern):
      if pattern.matches(key) { collect(steps.dropFirst(), keys.dropFirst(), into: &found) }
    case .any: collect(steps.dropFirst(), keys.dropFirst(), into: &found)
    case .anyDepth:
      collect(steps.dropFirst(), keys, into: &found)
      collect(steps, keys.dropFirst(), into: &found)
    }
  }
}
