import SourceText
import Syntax
import TemplateModel

/// The names that one Pulumi YAML document declares.
struct PulumiYAMLNames {
  private var kinds: [String: Reference.Kind] = [:]

  init(_ values: KeyedValues, _ root: KeyedTree.NodeID) {
    for (key, section) in values.tree.members(of: root) {
      let kind: Reference.Kind
      switch values.text(key) {
      case "resources": kind = .resource
      case "variables": kind = .local
      case "config", "configuration": kind = .parameter
      default: continue
      }
      for (name, _) in values.tree.members(of: section) { kinds[values.text(name)] = kind }
    }
  }

  // `bucket.arn`, `pulumi.stack`, `zones.names[0]`
  func reference(_ path: String) -> Reference {
    var steps = path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).map(String.init)
    guard let first = steps.first else { return Reference(target: path, kind: .unresolved) }
    steps.removeFirst()
    if first == "pulumi" { return Reference(target: steps.joined(separator: "."), kind: .pseudo) }
    let attribute = steps.isEmpty ? nil : steps.joined(separator: ".")
    return Reference(target: first, attribute: attribute, kind: kinds[first] ?? .unresolved)
  }
}

/// Interpolations and `fn::` functions of Pulumi YAML.
enum PulumiYAMLFunctions {
  /// Answers for texts with `${…}` and for maps whose only key is a function; nil for plain data.
  static func value(_ values: inout KeyedValues, _ id: KeyedTree.NodeID, _ names: PulumiYAMLNames) -> Value? {
    switch values.tree[id].kind {
    case .scalar: return interpolated(values, id, names)
    case .mapping: return function(&values, id, names)
    default: return nil
    }
  }

  private static func function(
    _ values: inout KeyedValues, _ id: KeyedTree.NodeID, _ names: PulumiYAMLNames
  ) -> Value? {
    var members = values.tree.members(of: id)
    guard let (key, argument) = members.next() else { return nil }
    let name = values.text(key)
    guard name.lowercased().hasPrefix("fn::") else { return nil }
    let location = values.location(id)
    let value = values.value(argument) { values, id in PulumiYAMLFunctions.value(&values, id, names) }
    let function = String(name.dropFirst(4))
    switch function.lowercased() {
    case "tojson", "secret": return value
    case "join":
      guard value.elements.count == 2 else { break }
      if value.elements[0].string == "" { return Value(.template(value.elements[1].elements), at: location) }
    case "invoke":
      return Value(.call(value["function"]?.string ?? "invoke", [value["arguments"] ?? value]), at: location)
    case "stringasset", "fileasset", "remoteasset", "filearchive", "assetarchive", "remotearchive":
      return Value(.call(function.prefix(1).uppercased() + function.dropFirst(), [value]), at: location)
    default: break
    }
    return Value(.call(function, value.oneOrMany), at: location)
  }

  /// `arn:${bucket.arn}/*` as a row of parts, each where it is written; `$${x}` is text.
  private static func interpolated(
    _ values: KeyedValues, _ id: KeyedTree.NodeID, _ names: PulumiYAMLNames
  ) -> Value? {
    let location = values.location(id)
    let bytes = Array(values.text(id).utf8)
    guard bytes.contains(UInt8(ascii: "$")) else { return nil }
    var parts: [Value] = []
    var text: [UInt8] = []
    func flush() {
      guard !text.isEmpty else { return }
      parts.append(Value(.string(String(decoding: text, as: UTF8.self)), at: location))
      text = []
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count {
        if bytes[index + 1] == UInt8(ascii: "$") {
          text.append(bytes[index])
          index += 2
          continue
        }
        if bytes[index + 1] == UInt8(ascii: "{"),
          let close = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
        {
          flush()
          let path = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
          parts.append(Value(.reference(names.reference(path)), at: location))
          index = close + 1
          continue
        }
      }
      text.append(bytes[index])
      index += 1
    }
    guard !parts.isEmpty else { return nil }
    flush()
    return Value(parts.count == 1 ? parts[0].kind : .template(parts), at: location)
  }
}

extension PulumiSymbol {
  /// A type token: `aws:s3:Bucket`, `aws:s3/bucket:Bucket`, `kubernetes:core/v1:Namespace`.
  init?(token: String) {
    let parts = token.split(separator: ":").map(String.init)
    guard let package = parts.first, let name = parts.last, parts.count > 1 else { return nil }
    var modules = parts.count > 2 ? parts[1].split(separator: "/").map(String.init) : []
    if let file = modules.last, file.lowercased() == name.lowercased() { modules.removeLast() }
    modules.removeAll { $0 == "index" || $0 == "providers" }
    self.init(package: package, modules: modules, name: parts.contains("providers") ? "Provider" : name)
  }
}
