/// A function of HCL: its arguments, with `...` already expanded, to its value.
package typealias HCLFunction = @Sendable ([HCLValue]) -> HCLValue

/// The functions of Terraform that need nothing but their arguments
/// (developer.hashicorp.com/terraform/language/functions).
package enum HCLFunctions {
  package static let standard: [String: HCLFunction] = [
    "upper": { single($0, \.text).map { .string($0.uppercased()) } ?? .unknown },
    "lower": { single($0, \.text).map { .string($0.lowercased()) } ?? .unknown },
    "tostring": { single($0, \.text).map { .string($0) } ?? .unknown },
    "tonumber": { single($0, \.asNumber).map { .number($0) } ?? .unknown },
    "tobool": { single($0, \.asBoolean).map { .boolean($0) } ?? .unknown },
    "min": { numbers($0)?.min().map { .number($0) } ?? .unknown },
    "max": { numbers($0)?.max().map { .number($0) } ?? .unknown },
    "length": length,
    "concat": concat,
    "join": join,
    "merge": merge,
  ]

  private static func single<Value>(_ arguments: [HCLValue], _ property: (HCLValue) -> Value?) -> Value? {
    arguments.count == 1 ? property(arguments[0]) : nil
  }

  private static func numbers(_ arguments: [HCLValue]) -> [Double]? {
    let numbers = arguments.compactMap(\.asNumber)
    return numbers.count == arguments.count ? numbers : nil
  }

  @Sendable private static func length(_ arguments: [HCLValue]) -> HCLValue {
    switch arguments.first {
    case .string(let text)? where arguments.count == 1: .number(Double(text.count))
    case let collection? where arguments.count == 1:
      collection.entries.map { .number(Double($0.count)) } ?? .unknown
    default: .unknown
    }
  }

  @Sendable private static func concat(_ arguments: [HCLValue]) -> HCLValue {
    var elements: [HCLValue] = []
    for argument in arguments {
      guard case .list(let more) = argument else { return .unknown }
      elements += more
    }
    return .list(elements)
  }

  @Sendable private static func join(_ arguments: [HCLValue]) -> HCLValue {
    guard case .string(let separator)? = arguments.first else { return .unknown }
    var pieces: [String] = []
    for argument in arguments.dropFirst() {
      guard case .list(let elements) = argument else { return .unknown }
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return .unknown }
      pieces += texts
    }
    return .string(pieces.joined(separator: separator))
  }

  @Sendable private static func merge(_ arguments: [HCLValue]) -> HCLValue {
    var members: [HCLValue.Member] = []
    for argument in arguments {
      switch argument {
      case .object(let more): members += more
      case .null: break
      default: return .unknown
      }
    }
    return .object(of: members)
  }
}
