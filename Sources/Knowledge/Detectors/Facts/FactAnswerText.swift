import Facts
import TemplateModel

/// What a compiler, a synthesizer or the service says where a name is not known to it.
struct FactAnswerText {
  let language: Language

  /// A name of the table in the spelling of the language: `artifact_stores` → `artifactStores`.
  func spelled(_ name: String, _ ecosystem: FactsEcosystem) -> String {
    guard ecosystem != .cloudFormation, ecosystem != .terraform, !name.contains("."), !name.contains(":"),
      !name.hasPrefix("aws_"),
      name.first?.isLowercase ?? false
    else { return name }
    switch language {
    case .python:
      var text = ""
      for letter in name { text += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
      return text
    case .typeScript, .javaScript, .java, .go:
      let words = name.split(separator: "_")
      let first =
        words.first.map { language == .go ? $0.prefix(1).uppercased() + $0.dropFirst() : String($0) } ?? ""
      return first + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    default: return name
    }
  }

  func noModule(_ module: String) -> String {
    switch language {
    case .python: "ModuleNotFoundError: No module named '\(module)'"
    case .java: "error: package \(module) does not exist"
    case .go: "no required module provides package \(module)"
    default: "Cannot find module '\(module)' or its corresponding type declarations."
    }
  }

  func noType(_ name: String, in module: String, isImport: Bool) -> String {
    switch language {
    case .python where isImport: "ImportError: cannot import name '\(name)' from '\(module)'"
    case .python: "AttributeError: module '\(module)' has no attribute '\(name)'"
    case .java: "error: cannot find symbol: class \(name)"
    case .go: "undefined: \(module).\(name)"
    default:
      isImport
        ? "Module '\(module)' has no exported member '\(name)'."
        : "Property '\(name)' does not exist on type 'typeof import(\"\(module)\")'."
    }
  }

  func noMember(_ name: String, of type: String, isInstance: Bool) -> String {
    switch language {
    case .python:
      "AttributeError: \(isInstance ? "'\(type)' object" : "type object '\(type)'") has no attribute '\(name)'"
    case .java: "error: cannot find symbol: method or variable \(name) of \(type)"
    case .go: "\(name) undefined (type \(type) has no field or method \(name))"
    default:
      isInstance
        ? "Property '\(name)' does not exist on type '\(type)'."
        : "Property '\(name)' does not exist on type 'typeof \(type)'."
    }
  }

  func noArgument(_ name: String, of type: String) -> String {
    switch language {
    case .python: "TypeError: \(type).__init__() got an unexpected keyword argument '\(name)'"
    case .java: "error: cannot find symbol: method \(name) of \(type)"
    case .go: "unknown field \(name) in struct literal of type \(type)"
    case .hcl: "Unsupported argument: An argument named \"\(name)\" is not expected here."
    case .yaml, .json: "Encountered unsupported property \(name)"
    default:
      "Object literal may only specify known properties, and '\(name)' does not exist in type '\(type)'."
    }
  }

  func missing(_ name: String, of type: String) -> String {
    switch language {
    case .python: "TypeError: \(type).__init__() missing 1 required keyword-only argument: '\(name)'"
    case .java, .go: "parameter \(name) of \(type) is required, but nil was provided"
    case .hcl:
      "Missing required argument: The argument \"\(name)\" is required, but no definition was found."
    case .yaml, .json: "Properties validation failed: #: required key [\(name)] not found"
    default: "Property '\(name)' is missing in type '{ … }' but required in type '\(type)'."
    }
  }

  func wrongKind(_ name: String, expected: String, found: String) -> String {
    switch language {
    case .python: "TypeError: type of argument \(name) must be \(expected); got \(found) instead"
    case .java: "error: incompatible types: \(found) cannot be converted to \(expected)"
    case .go: "cannot use \(found) as \(expected) value in struct literal"
    case .hcl:
      "Incorrect attribute value type: Inappropriate value for attribute \"\(name)\": \(expected) required."
    case .yaml, .json: "Properties validation failed: #/\(name): expected type: \(expected), found: \(found)"
    default: "Type '\(found)' is not assignable to type '\(expected)'."
    }
  }
}
