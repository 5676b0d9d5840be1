/// Turns the registry schemas of cfn-lint into lines of the table.
///
///     AWS::SQS::Queue          tc  FifoQueue+:b QueueName+ Arn^ RedrivePolicy:a …   +/Nested/Path
///     AWS::S3::Bucket.Rule     dc  Status!=Enabled,Disabled Id;l..255 …
///
/// `c` marks a closed object: what is not listed does not exist.
struct CloudFormationFacts {
  private let schema: JSON
  private let definitions: [String: JSON]
  private let key: String
  private var records: [FactRecord] = []

  /// The lines of all types, and the regions in the order of their bits.
  static func read(_ package: FactsPackage) throws -> (records: [FactRecord], regions: [String]) {
    let providers = package.paths.filter {
      $0.hasPrefix("cfnlint/data/schemas/providers/") && !$0.hasSuffix("__init__.py") && $0.hasSuffix(".py")
    }
    guard !providers.isEmpty else { throw FactsImportError.missing("cfn-lint \(package.version): providers") }
    var regions: [String] = []
    var files: [String: String] = [:]
    var masks: [String: UInt64] = [:]
    for path in providers {
      let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      for line in try package.text(path).split(separator: "\n") {
        let parts = line.split(separator: "\"")
        guard parts.count >= 4, parts[1].contains("::") else { continue }
        let type = String(parts[1])
        masks[type, default: 0] |= 1 << UInt64(regions.count)
        if files[type] == nil || name == "us_east_1" { files[type] = String(parts[3]) }
      }
      regions.append(name.replacing("_", with: "-"))
    }
    let everywhere = (1 << UInt64(regions.count)) - 1 as UInt64
    var records: [FactRecord] = []
    for (type, file) in files.sorted(by: { $0.key < $1.key }) {
      let schema = try package.json("cfnlint/data/schemas/resources/\(file).json")
      var facts = CloudFormationFacts(schema, key: type)
      var found = facts.read()
      if let mask = masks[type], mask != everywhere, !found.isEmpty {
        found[0].extras.append("regions=\(String(mask, radix: 16))")
      }
      records += found
    }
    return (records, regions)
  }

  init(_ schema: JSON, key: String) {
    self.schema = schema
    self.key = key
    var definitions: [String: JSON] = [:]
    for member in schema["definitions"]?.members ?? [] { definitions[member.key] = member.value }
    self.definitions = definitions
  }

  private mutating func read() -> [FactRecord] {
    var record = FactRecord(key: key, kind: "t", context: key)
    let marks = Self.pathMarks(of: schema)
    record.kind += add(schema, to: &record, depth: 0)
    for index in record.members.indices {
      for (mark, paths) in marks where paths.contains("/\(record.members[index].name)") {
        record.members[index].marks += mark
      }
    }
    let named = Set(record.members.map { "/\($0.name)" })
    for (mark, paths) in marks {
      for path in paths.sorted() where !named.contains(path) {
        record.extras.append("\(mark)\(MemberRecord.escaped(path))")
      }
    }
    let identifier = (schema["primaryIdentifier"]?.texts ?? []).map(Self.path)
    if !identifier.isEmpty { record.extras.append("id=\(identifier.joined(separator: ","))") }
    if schema["replacementStrategy"]?.text == "delete_then_create" { record.extras.append("delete-first") }
    let nested = definitions.keys.sorted().compactMap { name -> FactRecord? in
      guard let definition = definitions[name], Self.isObject(definition) else { return nil }
      return self.nested(definition, named: name, depth: 0)
    }
    return [record] + (nested + records).sorted { $0.key < $1.key }
  }

  private mutating func nested(_ object: JSON, named name: String, depth: Int) -> FactRecord {
    var record = FactRecord(key: "\(key).\(name)", kind: "d", context: key)
    record.kind += add(object, to: &record, depth: depth)
    return record
  }

  /// Adds the properties of an object; the answer is `c` where it is closed.
  private mutating func add(_ object: JSON, to record: inout FactRecord, depth: Int) -> String {
    let required = Set(object["required"]?.texts ?? [])
    for (name, value) in object["properties"]?.members ?? [] {
      var member = MemberRecord(name: name)
      if required.contains(name) { member.marks += "!" }
      describe(value, as: &member, of: record.key, depth: depth)
      record.members.append(member)
    }
    var isOpen = object["patternProperties"] != nil
    for key in ["oneOf", "anyOf", "allOf"] {
      for option in object[key]?.items ?? [] {
        if option["$ref"] != nil { isOpen = true }
        for (name, value) in option["properties"]?.members ?? []
        where !record.members.contains(where: { $0.name == name }) {
          var member = MemberRecord(name: name)
          describe(value, as: &member, of: record.key, depth: depth)
          record.members.append(member)
        }
      }
    }
    return object["additionalProperties"]?.isFalse == true && !isOpen ? "c" : ""
  }

  private mutating func describe(
    _ value: JSON, as member: inout MemberRecord, of owner: String, depth: Int
  ) {
    member.type = type(value, as: &member, of: owner, depth: depth)
    let limits = [
      ("l", "minLength", "maxLength"), ("v", "minimum", "maximum"), ("n", "minItems", "maxItems"),
    ]
    let resolved = self.resolved(value)
    if resolved["insertionOrder"]?.isFalse == true, member.type.hasPrefix("[") { member.marks += "&" }
    var texts: [String] = []
    for (letter, low, high) in limits {
      let one = resolved[low]?.text ?? ""
      let other = resolved[high]?.text ?? ""
      if !(one.isEmpty || (letter != "v" && one == "0")) || !other.isEmpty {
        texts.append("\(letter)\(one)..\(other)")
      }
    }
    member.limits = texts.joined(separator: ";")
  }

  private func resolved(_ value: JSON, depth: Int = 0) -> JSON {
    guard depth < 10, let name = Self.definitionName(value), let inner = definitions[name] else {
      return value
    }
    return resolved(inner, depth: depth + 1)
  }

  private mutating func type(
    _ value: JSON, as member: inout MemberRecord, of owner: String, depth: Int
  ) -> String {
    guard depth < 12 else { return "a" }
    if let name = Self.definitionName(value) {
      guard let definition = definitions[name] else { return "a" }
      if Self.isObject(definition) { return ".\(name)" }
      return type(definition, as: &member, of: owner, depth: depth + 1)
    }
    if value["oneOf"] != nil || value["anyOf"] != nil,
      value["type"]?.text != "object" || value["properties"] == nil
    {
      return "a"
    }
    let values = value["enum"]?.texts ?? []
    if !values.isEmpty { member.values = values }
    if let lenient = value["enumCaseInsensitive"]?.texts { member.values = ["*"] + lenient }
    let names = value["type"]?.text.map { [$0] } ?? value["type"]?.texts ?? []
    guard names.count == 1 else { return "a" }
    switch names[0] {
    case "string": return ""
    case "boolean": return "b"
    case "integer": return "i"
    case "number": return "n"
    case "array":
      return value["items"].map { "[\(type($0, as: &member, of: owner, depth: depth + 1))]" } ?? "[a]"
    case "object":
      if Self.isObject(value) {
        let local = owner == key ? member.name : owner.dropFirst(key.utf8.count + 1) + "/" + member.name
        records.append(nested(value, named: String(local), depth: depth + 1))
        return ".\(local)"
      }
      if let inner = value["patternProperties"]?.members.first?.value {
        var ignored = MemberRecord(name: member.name)
        return "{\(type(inner, as: &ignored, of: owner, depth: depth + 1))}"
      }
      return "a"
    default: return "a"
    }
  }

  private static func definitionName(_ value: JSON) -> String? {
    guard let reference = value["$ref"]?.text, reference.hasPrefix("#/definitions/") else { return nil }
    return String(reference.dropFirst(14))
  }

  private static func isObject(_ value: JSON) -> Bool {
    if value["properties"] != nil { return true }
    return value["type"]?.text == "object"
      && ["oneOf", "anyOf"].contains { key in
        let options = value[key]?.items ?? []
        return !options.isEmpty && options.allSatisfy { $0["properties"] != nil }
      }
  }

  /// `/properties/A/*/B` → `/A/B`.
  private static func path(_ pointer: String) -> String {
    pointer.split(separator: "/").filter { $0 != "properties" && $0 != "*" && $0 != "items" }
      .map { "/" + $0 }.joined()
  }

  private static func pathMarks(of schema: JSON) -> [(mark: String, paths: Set<String>)] {
    [
      ("+", "createOnlyProperties"), ("*", "conditionalCreateOnlyProperties"), ("^", "readOnlyProperties"),
      ("-", "writeOnlyProperties"), ("~", "deprecatedProperties"),
    ].map { ($0.0, Set((schema[$0.1]?.texts ?? []).map(path))) }
  }
}
