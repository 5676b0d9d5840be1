import TemplateModel

/// The name of a thing whose name is put together: what is known as text, the rest as `${…}`.
///
///     `vpc-${environmentSuffix}`   f"vpc-{args.environment_suffix}"   →   vpc-${environmentSuffix}
enum NameText {
  static func text(_ value: Value) -> String {
    switch value.kind {
    case .null: return ""
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let text), .string(let text): return text
    case .template(let parts): return parts.map(text).joined()
    case .reference(let reference):
      let path = reference.attribute ?? reference.target
      return "${" + Spelling.camel(lastName(path)) + "}"
    case .call("join", let arguments) where arguments.count == 2:
      return arguments[1].elements.map(text).joined(separator: text(arguments[0]))
    case .call(let name, let arguments): return arguments.first.map(text) ?? "${" + lastName(name) + "}"
    case .computed(let text): return "${" + (isPath(text) ? Spelling.camel(lastName(text)) : text) + "}"
    case .list(let values): return values.map(text).joined(separator: ",")
    case .map: return "${…}"
    }
  }

  private static func lastName(_ path: String) -> String {
    path.split(separator: ".").last.map(String.init) ?? path
  }

  private static func isPath(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x41...0x5A).contains(byte & 0xDF) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".")
    }
  }
}
