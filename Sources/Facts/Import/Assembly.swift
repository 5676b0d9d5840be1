/// A jsii assembly: every type of a package that is written in TypeScript and offered in other languages.
struct Assembly {
  var name: String
  /// In the order of the file.
  var types: [AssemblyType] = []
  private var places: [String: Int] = [:]

  init(_ package: FactsPackage) throws {
    name = ""
    let file = try package.required("assembly.json")
    let bytes = try package.read(file)
    var failure: FactsImportError?
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, file: "\(package.name)/\(file)")
      do throws(FactsImportError) {
        try scanner.members { (key, scanner) throws(FactsImportError) in
          switch key {
          case "name": name = try scanner.value().text ?? ""
          case "types":
            try scanner.members { (fqn, scanner) throws(FactsImportError) in
              types.append(AssemblyType(fqn, try scanner.value()))
            }
          default: try scanner.skip()
          }
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    for (index, type) in types.enumerated() { places[type.fqn] = index }
  }

  subscript(fqn: String) -> AssemblyType? { places[fqn].map { types[$0] } }

  /// The name within the assembly: `aws_ec2.Vpc`; nil for a type of another one.
  func key(_ fqn: String) -> String? {
    fqn.hasPrefix(name + ".") ? String(fqn.dropFirst(name.count + 1)) : nil
  }

  /// Whether a type has a member, itself or through its bases.
  func has(_ member: String, in fqn: String, depth: Int = 0) -> Bool {
    guard depth < 30, let type = self[fqn] else { return false }
    return type.memberNames.contains(member)
      || type.bases.contains { has(member, in: $0, depth: depth + 1) }
  }
}

/// A class, interface, struct or enumeration of an assembly.
struct AssemblyType {
  enum Kind { case type, abstractType, interface, structure, enumeration }

  var fqn: String
  var kind: Kind
  /// The base class and the interfaces, fully qualified.
  var bases: [String]
  var members: [AssemblyMember] = []
  var memberNames: Set<String> = []
  /// The parameters of the constructor; nil where it has none of its own.
  var parameters: [AssemblyMember]?
  /// Why it is deprecated, in the words of the package; nil where it is not.
  var deprecation: String?
  var cloudFormationType: String?
  /// One sentence, of which only the name of a Terraform type is ever used.
  var summary: String

  init(_ fqn: String, _ json: JSON) {
    self.fqn = fqn
    kind =
      switch json["kind"]?.text {
      case "enum": .enumeration
      case "interface": json["datatype"]?.isTrue == true ? .structure : .interface
      default: json["abstract"]?.isTrue == true ? .abstractType : .type
      }
    bases = (json["base"]?.text).map { [$0] } ?? []
    bases += json["interfaces"]?.texts ?? []
    let docs = json["docs"]
    deprecation = docs?["deprecated"]?.text
    cloudFormationType = docs?["custom"]?["cloudformationResource"]?.text
    summary = docs?["summary"]?.text ?? ""
    parameters = json["initializer"].map {
      ($0["parameters"]?.items ?? []).map { AssemblyMember($0, .parameter) }
    }
    for property in json["properties"]?.items ?? [] { members.append(AssemblyMember(property, .property)) }
    for method in json["methods"]?.items ?? [] { members.append(AssemblyMember(method, .method)) }
    if kind == .enumeration {
      for member in json["members"]?.items ?? [] { members.append(AssemblyMember(member, .enumerator)) }
    }
    memberNames = Set(members.map(\.name))
  }
}

/// A property, method, enumeration member or parameter of an assembly.
struct AssemblyMember {
  enum Kind { case property, method, enumerator, parameter }

  var name: String
  var kind: Kind
  var isOptional: Bool
  var isStatic: Bool
  var isImmutable: Bool
  /// The type of the property or parameter, or what the method returns; nil for nothing.
  var type: JSON?
  var parameters: [AssemblyMember]
  var deprecation: String?
  var summary: String

  init(_ json: JSON, _ kind: Kind) {
    self.kind = kind
    name = json["name"]?.text ?? ""
    isOptional = json["optional"]?.isTrue == true
    isStatic = json["static"]?.isTrue == true
    isImmutable = json["immutable"]?.isTrue == true
    type = kind == .method ? json["returns"]?["type"] : json["type"]
    parameters = (json["parameters"]?.items ?? []).map { AssemblyMember($0, .parameter) }
    deprecation = json["docs"]?["deprecated"]?.text
    summary = json["docs"]?["summary"]?.text ?? ""
  }
}
