import Facts
import TemplateModel

/// Whether a literal is of the kind that a property takes.
struct KindOfValue {
  let language: Language
  let ecosystem: FactsEcosystem

  private enum Expected { case string, bool, number, list, map, structure, object }

  private var isScript: Bool { language == .typeScript || language == .javaScript }
  /// CloudFormation and Terraform turn numbers and truth values into text and back; so does Pulumi's engine for Python.
  private var converts: Bool {
    ecosystem == .cloudFormation || ecosystem == .terraform || ecosystem == .pulumi && language == .python
  }

  /// What was expected and what was found, where a literal does not fit; nil where it does or nothing is known.
  ///
  /// - Parameter inner: the type behind the member.
  func mismatch(_ value: Value, _ member: FactMember, inner: TypeFact?) -> (expected: String, found: String)?
  {
    guard let expected = expected(member, inner), let found = found(value) else { return nil }
    return fits(value, expected) ? nil : (name(expected, inner), found)
  }

  private func expected(_ member: FactMember, _ inner: TypeFact?) -> Expected? {
    if member.isBlock { return member.isSingle ? .structure : ecosystem == .terraform ? nil : .list }
    switch member.type {
    case "": return .string
    case "b": return .bool
    case "n", "i": return .number
    default: break
    }
    switch member.type.utf8.first {
    case UInt8(ascii: "["): return language == .java ? nil : .list
    case UInt8(ascii: "{"): return .map
    default: break
    }
    switch inner?.kind {
    case "argument type"?, "definition"?, "nested block"?: return .structure
    case "class"?, "abstract class"?, "interface"?, "enumeration"?:
      return ecosystem == .pulumi ? nil : .object
    default: return nil
    }
  }

  private func fits(_ value: Value, _ expected: Expected) -> Bool {
    switch (expected, value.kind) {
    case (.string, .string), (.string, .template), (.bool, .bool), (.number, .number), (.list, .list),
      (.map, .map), (.structure, .map), (.object, .map), (.object, .list):
      return true
    case (.string, .bool), (.string, .number), (.number, .template), (.bool, .template): return converts
    case (.bool, .string(let text)): return converts && ["true", "false"].contains(text.lowercased())
    case (.number, .string(let text)): return converts && (Double(text) != nil || text.isEmpty)
    case (.bool, .number), (.number, .bool): return converts
    case (.list, .template), (.structure, .template), (.map, .template): return ecosystem == .cloudFormation
    default: return false
    }
  }

  private func found(_ value: Value) -> String? {
    switch value.kind {
    case .string, .template:
      isScript || ecosystem == .terraform ? "string" : language == .python ? "str" : "String"
    case .number: isScript || ecosystem == .terraform ? "number" : language == .python ? "int" : "Number"
    case .bool:
      isScript ? "boolean" : language == .python ? "bool" : ecosystem == .terraform ? "bool" : "Boolean"
    case .list:
      isScript ? "array" : language == .python ? "list" : ecosystem == .terraform ? "tuple" : "JSONArray"
    case .map:
      isScript ? "object" : language == .python ? "dict" : ecosystem == .terraform ? "object" : "JSONObject"
    default: nil
    }
  }

  private func name(_ expected: Expected, _ inner: TypeFact?) -> String {
    let type = inner.map { String($0.key.split(separator: ".").last ?? "") } ?? ""
    return switch expected {
    case .string: isScript || ecosystem == .terraform ? "string" : language == .python ? "str" : "String"
    case .bool: isScript ? "boolean" : ecosystem == .terraform || language == .python ? "bool" : "Boolean"
    case .number: isScript || ecosystem == .terraform ? "number" : language == .python ? "int" : "Number"
    case .list: isScript ? "array" : ecosystem == .terraform || language == .python ? "list" : "JSONArray"
    case .map: isScript || ecosystem == .terraform ? "map" : language == .python ? "dict" : "JSONObject"
    case .structure, .object:
      switch ecosystem {
      case .cloudFormation: "JSONObject"
      case .terraform, .cdktf: "object"
      default: type.isEmpty ? "object" : type
      }
    }
  }
}
