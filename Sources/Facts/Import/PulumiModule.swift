/// The classes and functions of one Python file of a Pulumi provider, found line by line.
///
///     @pulumi.input_type
///     class QueueArgs:                        ─ key `sqs.QueueArgs`
///         def __init__(__self__, *,
///                      fifo_queue: pulumi.Input[Optional[_builtins.bool]] = None,
struct PulumiModule {
  struct Item {
    enum Kind { case input, output, resource, function, enumeration }

    var key: String
    var kind: Kind
    var members: [MemberRecord] = []
    /// Member → why it is deprecated; the key "" is the item itself.
    var reasons: [String: String] = [:]
    var result = ""
  }

  private(set) var items: [Item] = []
  private let lines: [Substring.UTF8View.SubSequence]
  private let module: String

  init(_ bytes: [UInt8], module: String) {
    self.module = module
    let text = String(decoding: bytes, as: UTF8.self)
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    read()
  }

  private func line(_ index: Int) -> Substring {
    index >= 0 && index < lines.count ? Substring(lines[index]) : ""
  }

  private mutating func read() {
    var current: Item?
    var hasConstructor = false
    for index in lines.indices {
      guard let first = lines[index].first else { continue }
      if first != 0x20 {
        let line = line(index)
        if line.hasPrefix("class ") || line.hasPrefix("def ") {
          if let item = current { items.append(item) }
          current = line.hasPrefix("class ") ? startClass(line, at: index) : function(line, at: index)
          hasConstructor = false
        }
        continue
      }
      guard current != nil, lines[index].count < 400 else { continue }
      let line = line(index)
      guard line.hasPrefix("    "), !line.hasPrefix("     ") else { continue }
      let body = line.dropFirst(4)
      switch current?.kind {
      case .enumeration:
        if let equals = body.firstRange(of: " = ") {
          current?.members.append(
            MemberRecord(
              name: String(body[..<equals.lowerBound]),
              values: [String(body[equals.upperBound...].filter { $0 != "\"" })]))
        }
      case .input, .output, .resource:
        if body.hasPrefix("warnings.warn("), let reason = Self.quoted(body) {
          current?.reasons[""] = reason
        } else if body.hasPrefix("def __init__("), !hasConstructor, current?.kind != .resource {
          hasConstructor = true
          current?.members += Self.parameters(signature(at: index))
        } else if body.hasPrefix("@pulumi.getter") {
          getter(after: index, of: &current)
        }
      default: break
      }
    }
    if let item = current { items.append(item) }
  }

  private func startClass(_ line: Substring, at index: Int) -> Item? {
    let rest = line.dropFirst(6)
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    guard !name.hasPrefix("_"), !name.hasSuffix("Dict"), !name.hasPrefix("Awaitable") else { return nil }
    let decorator = self.line(index - 1)
    if rest.contains("Enum)") { return Item(key: "\(module).\(name)", kind: .enumeration) }
    if rest.contains("(pulumi.CustomResource)") { return Item(key: "\(module).\(name)", kind: .resource) }
    if decorator.hasPrefix("@pulumi.input_type") { return Item(key: "\(module).\(name)", kind: .input) }
    if decorator.hasPrefix("@pulumi.output_type") { return Item(key: "\(module).\(name)", kind: .output) }
    return nil
  }

  private func function(_ line: Substring, at index: Int) -> Item? {
    let name = String(line.dropFirst(4).prefix { $0 != "(" })
    guard !name.hasPrefix("_"), !name.hasSuffix("_output") else { return nil }
    let text = signature(at: index)
    guard let arrow = text.firstRange(of: "-> Awaitable") else { return nil }
    var item = Item(key: "\(module).\(name)", kind: .function)
    item.members = Self.parameters(text).filter { $0.name != "opts" }
    item.result = String(text[arrow.upperBound...].prefix { $0.isLetter || $0.isNumber })
    return item
  }

  /// The text from a `def` to the colon that ends its signature.
  private func signature(at index: Int) -> String {
    var text = ""
    for offset in 0..<600 {
      let line = line(index + offset)
      text += line
      if line.hasSuffix(":") || index + offset >= lines.count { break }
      text += " "
    }
    return text
  }

  private func getter(after index: Int, of item: inout Item?) {
    var reason: String?
    for offset in 1...3 {
      let line = line(index + offset).drop { $0 == " " }
      if line.hasPrefix("@_utilities.deprecated(") {
        reason = Self.quoted(line)
      } else if line.hasPrefix("def ") {
        let name = String(line.dropFirst(4).prefix { $0 != "(" })
        if let reason { item?.reasons[name] = reason }
        if item?.members.contains(where: { $0.name == name }) == false, let arrow = line.firstRange(of: "-> ")
        {
          let type = line[arrow.upperBound...].dropLast()
          item?.members.append(MemberRecord(name: name, marks: "^", type: Self.type(String(type))))
        }
        return
      }
    }
  }

  private static func quoted(_ line: Substring) -> String? {
    guard let open = line.firstRange(of: "\"\"\""),
      let close = line[open.upperBound...].firstRange(of: "\"\"\"")
    else { return nil }
    return String(line[open.upperBound..<close.lowerBound])
  }

  /// The parameters of a signature, those without a default marked as required.
  private static func parameters(_ signature: String) -> [MemberRecord] {
    guard let open = signature.firstIndex(of: "(") else { return [] }
    var parts: [String] = []
    var part = ""
    var depth = 0
    for character in signature[signature.index(after: open)...] {
      switch character {
      case "[", "(", "{": depth += 1
      case "]", ")", "}": depth -= 1
      default: break
      }
      if depth < 0 { break }
      if character == ",", depth == 0 {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part)
    return parts.compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      let name = part[..<colon].filter { $0 != " " }
      var type = part[part.index(after: colon)...]
      let isOptional = type.hasSuffix("= None") || type.contains(" = ")
      if let equals = type.firstRange(of: " = ") { type = type[..<equals.lowerBound] }
      return MemberRecord(name: name, marks: isOptional ? "" : "!", type: Self.type(String(type)))
    }
  }

  /// A Python annotation as the table writes it.
  static func type(_ annotation: String, depth: Int = 0) -> String {
    let text = annotation.trimmed
    guard depth < 12 else { return "a" }
    for wrapper in ["pulumi.Input[", "Optional[", "pulumi.Output[", "Awaitable["]
    where text.hasPrefix(wrapper) {
      return type(String(text.dropFirst(wrapper.count).dropLast()), depth: depth + 1)
    }
    if text.hasPrefix("Sequence[") || text.hasPrefix("List[") {
      let inner = text.drop { $0 != "[" }.dropFirst().dropLast()
      return "[\(type(String(inner), depth: depth + 1))]"
    }
    if text.hasPrefix("Mapping["), let comma = text.firstIndex(of: ",") {
      return "{\(type(String(text[text.index(after: comma)...].dropLast()), depth: depth + 1))}"
    }
    if text.hasPrefix("Union[") {
      let options = text.dropFirst(6).dropLast().split(separator: ",").map {
        type(String($0), depth: depth + 1)
      }
      if let named = options.first(where: { $0.hasPrefix(".") || $0.contains("_") }) {
        return options.contains("") ? "s|\(named)" : named
      }
      return options.count == 1 ? options[0] : "a"
    }
    switch text {
    case "_builtins.str", "str": return ""
    case "_builtins.bool", "bool": return "b"
    case "_builtins.int", "int": return "i"
    case "_builtins.float", "float": return "n"
    default: break
    }
    if text.hasPrefix("'"), text.hasSuffix("'") {
      let name = text.dropFirst().dropLast()
      if name.hasPrefix("outputs.") { return ".\(name.dropFirst(8))" }
      if name.hasPrefix("_") {
        return name.replacing("outputs.", with: "").replacing("_enums.", with: "").dropFirst().description
      }
      return ".\(name)"
    }
    return "a"
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
