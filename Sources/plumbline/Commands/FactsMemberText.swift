import Facts

/// A member as people read it: `integer, 0 to 900; a change replaces the resource`.
struct FactsMemberText {
  /// What the members of a type are listed under.
  enum Part: String, CaseIterable {
    case required
    case optional
    case blocks
    case attributes
    case properties
    case members
    case factories = "static members"
    case methods
  }

  let name: String
  let part: Part
  /// Everything but the name; empty where there is nothing to say.
  let text: String

  /// - Parameter isWhole: whether all values are listed, or the first few.
  init(_ member: FactMember, of type: TypeFact, isWhole: Bool) {
    let signature = member.isMethod ? Self.signature(member.type) : nil
    name = member.name + (signature?.parameters ?? "")
    part = Self.part(of: member, in: type)
    var notes: [String] = []
    if let signature {
      if !signature.result.isEmpty { notes.append("gives \(signature.result)") }
    } else if type.isEnumeration {
      // The name is all there is.
    } else if member.isBlock {
      notes.append(member.isSingle ? "at most one" : "may be repeated")
    } else {
      let limits = member.limits.compactMap(Self.limit)
      notes.append(([Self.typeName(member.type)] + limits).joined(separator: ", "))
    }
    if member.isUnordered { notes.append("in any order") }
    if !member.isDeprecated, !member.values.isEmpty {
      notes.append(Self.values(member.values, isWhole: isWhole))
    }
    if member.isCreateOnly { notes.append("a change replaces the resource") }
    if member.isConditionallyCreateOnly { notes.append("a change may replace the resource") }
    if member.isWriteOnly { notes.append("cannot be read back") }
    if member.isDeprecated {
      let replacement = type.ecosystem == .cloudFormation ? nil : member.values.first
      notes.append("deprecated" + (replacement.map { ", use \($0)" } ?? ""))
    }
    text = notes.joined(separator: "; ")
  }

  private static func part(of member: FactMember, in type: TypeFact) -> Part {
    if type.isEnumeration { return .members }
    if member.isStatic { return .factories }
    if member.isMethod { return .methods }
    if type.kind.hasSuffix("class") || type.kind == "interface" { return .properties }
    if member.isReadOnly { return .attributes }
    if member.isRequired { return .required }
    return member.isBlock ? .blocks : .optional
  }

  /// Parameters as a call shows them: `scope: Construct, id: string, props?: QueueProps`.
  static func text(of parameters: [FactMember]) -> String {
    parameters.map { "\($0.name)\($0.isRequired ? "" : "?"): \(typeName($0.type))" }.joined(separator: ", ")
  }

  /// `(scope!:/C,id!).IVpc` → `(scope, id)` and `IVpc`.
  private static func signature(_ type: String) -> (parameters: String, result: String) {
    guard let close = type.lastIndex(of: ")") else { return ("()", "") }
    let result = type[type.index(after: close)...]
    let parameters = type[..<close].dropFirst().split(separator: ",").map { word -> String in
      let name = String(word.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      return name + (word.dropFirst(name.count).first == "!" ? "" : "?")
    }
    return (
      "(\(parameters.joined(separator: ", ")))",
      result.isEmpty ? "" : typeName(String(result.drop { $0 == ":" }))
    )
  }

  private static let words = [
    "": "string", "s": "string", "a": "anything", "b": "boolean", "i": "integer", "n": "number", "d": "date",
    "j": "JSON", "/C": "Construct",
  ]

  /// `[.Tag]` → `list of Tag`.
  private static func typeName(_ type: String) -> String {
    if type.hasPrefix("["), type.hasSuffix("]") {
      return "list of \(typeName(String(type.dropFirst().dropLast())))"
    }
    if type.hasPrefix("{"), type.hasSuffix("}") {
      return "map of \(typeName(String(type.dropFirst().dropLast())))"
    }
    if type.contains("|") {
      return type.split(separator: "|").map { typeName(String($0)) }.joined(separator: " or ")
    }
    return words[type] ?? String(type.drop { $0 == "." || $0 == "/" })
  }

  /// `l1..64` → `1 to 64 characters`.
  private static func limit(_ text: String) -> String? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let low = text[..<dots.lowerBound].dropFirst()
    let high = text[dots.upperBound...]
    let unit =
      switch text.first {
      case "l": " characters"
      case "n": " items"
      default: ""
      }
    if high.isEmpty { return "at least \(low)\(unit)" }
    return low.isEmpty ? "at most \(high)\(unit)" : "\(low) to \(high)\(unit)"
  }

  private static func values(_ values: [String], isWhole: Bool) -> String {
    let values = values.filter { $0 != "*" }
    let most = 12
    if isWhole || values.count <= most { return values.joined(separator: " | ") }
    return values.prefix(most).joined(separator: " | ") + " | and \(values.count - most) more"
  }
}
