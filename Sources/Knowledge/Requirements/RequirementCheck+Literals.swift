import SourceText
import TemplateModel

extension RequirementCheck {
  /// Another region without this one is a contradiction; no region at all says nothing.
  func region(_ region: String) -> RequirementVerdict {
    let places = words.places(of: region)
    if !places.isEmpty { return .met(places) }
    for other in AWSRegions.names {
      let places = words.places(of: other)
      if !places.isEmpty { return isPartial ? .undecided : .missed(places, found: other) }
    }
    return .undecided
  }

  func platform(_ dialect: Dialect) -> RequirementVerdict {
    let files = template.finalFiles.filter { $0.dialect != nil && $0.isCode }
    if let file = files.first(where: { $0.dialect == dialect }) { return .met([head(of: file)]) }
    guard let other = files.first, let found = other.dialect else { return .undecided }
    return .missed([head(of: other)], found: found.title)
  }

  func language(_ language: Language) -> RequirementVerdict {
    let files = template.finalFiles.filter { $0.isCode }
    if let file = files.first(where: { $0.language == language }) { return .met([head(of: file)]) }
    guard let other = files.first(where: { $0.dialect != nil && $0.role != .configuration }) else {
      return .undecided
    }
    return .missed([head(of: other)], found: other.language.title)
  }

  /// A size is missed where others of its service are written out and this one is not.
  func size(_ size: String) -> RequirementVerdict {
    for spelling in DemandWords.spellings(ofSize: size) {
      let places = words.places(of: spelling)
      if !places.isEmpty { return .met(places) }
    }
    guard !isPartial, isDeclarative else { return .undecided }
    var others: [(Int, SourceLocation, String)] = []
    let service = size.hasPrefix("db.") ? "db." : size.hasPrefix("cache.") ? "cache." : ""
    for (index, resource) in template.resources.enumerated() where !resource.isLookup {
      for pattern in RequirementCheck.sizes {
        for found in resource.values(at: pattern) {
          guard let text = literal(found.value), LiteralDemands.isSize(text) else { return .undecided }
          let other = text.hasPrefix("db.") ? "db." : text.hasPrefix("cache.") ? "cache." : ""
          if other == service { others.append((index, found.location, text)) }
        }
      }
    }
    guard let first = others.first, first.2 != size else { return .undecided }
    return .missed(others.map(\.1), found: first.2, others.map(\.0))
  }

  private static let sizes = [
    "InstanceType", "DBInstanceClass", "InstanceClass", "CacheNodeType", "NodeType",
  ].map(
    PropertyPattern.init)

  /// A block of a network is missed where the only network has another.
  func block(_ block: String) -> RequirementVerdict {
    let places = words.places(of: block)
    if !places.isEmpty { return .met(places) }
    guard !isPartial, let number = table.concepts.firstIndex(where: { $0.name == "network" }),
      block.hasSuffix("/16")
    else { return .undecided }
    let networks = index.resources(of: number)
    guard networks.count == 1 else { return .undecided }
    let resource = template.resources[networks[0]]
    for pattern in RequirementCheck.blocks {
      for found in resource.values(at: pattern) {
        guard let text = literal(found.value), LiteralDemands.isBlock(text) else { continue }
        if text == block { return .met([found.location], networks) }
        return .missed([found.location], found: text, networks)
      }
    }
    return .undecided
  }

  private static let blocks = ["CidrBlock", "Cidr", "IpAddresses"].map(PropertyPattern.init)

  /// The text of a literal, or that of a parameter's default.
  private func literal(_ value: Value) -> String? {
    switch value.kind {
    case .string(let text): text
    case .reference(let reference) where reference.kind == .parameter || reference.kind == .local:
      template.literal(of: reference)?.string
    default: nil
    }
  }

  // MARK: Versions

  func version(_ product: String, _ version: String, _ bound: Demand.Bound) -> RequirementVerdict {
    let isEngine = product == "postgres" || product == "mysql"
    var fitting: [(Int, SourceLocation)] = []
    var others: [(Int, SourceLocation, String)] = []
    for (index, resource) in template.resources.enumerated() where !resource.isLookup {
      for found in isEngine ? engines(resource, product) : runtimes(resource, product) {
        guard let text = found.version else { return .undecided }
        if RequirementCheck.fits(text, version, bound) {
          fitting.append((index, found.location))
        } else {
          others.append((index, found.location, text))
        }
      }
    }
    if !fitting.isEmpty { return .met(fitting.map(\.1), fitting.map(\.0)) }
    guard let first = others.first, !isPartial else { return .undecided }
    return .missed(others.map(\.1), found: "\(product) \(first.2)", others.map(\.0))
  }

  /// `nodejs20.x`, `Runtime.PYTHON_3_12`: the versions of a product's runtime; nil for one that cannot be read.
  private func runtimes(_ resource: Resource, _ product: String) -> [(
    version: String?, location: SourceLocation
  )] {
    resource.values(at: PropertyPattern("Runtime")).compactMap { found in
      let text = literal(found.value) ?? enumeration(found.value)
      guard let text = text?.lowercased() else { return (nil, found.location) }
      guard text.hasPrefix(product) else { return nil }
      var version = String(text.dropFirst(product.count))
      if version.hasSuffix(".x") { version = String(version.dropLast(2)) }
      return (version.isEmpty ? nil : version, found.location)
    }
  }

  /// The versions of a database's engine.
  private func engines(_ resource: Resource, _ product: String) -> [(
    version: String?, location: SourceLocation
  )] {
    let engine = resource.values(at: PropertyPattern("Engine")).first
    guard let engine, engine.value.summary(limit: 400).lowercased().contains(product) else { return [] }
    if let version = resource.values(at: PropertyPattern("EngineVersion")).first {
      return [(literal(version.value), version.location)]
    }
    guard case .call(_, let arguments) = engine.value.kind, let options = arguments.first,
      let version = options.member("version"), let text = enumeration(version.value), text.hasPrefix("ver")
    else { return [] }
    return [(String(text.dropFirst(3)), version.location)]
  }

  /// `PostgresEngineVersion.VER_15_4` → `ver15.4`, `Runtime.NODEJS_20_X` → `nodejs20.x`.
  private func enumeration(_ value: Value) -> String? {
    guard case .computed(let text) = value.kind, let last = text.split(separator: ".").last,
      text.contains(".")
    else {
      return nil
    }
    var parts = last.lowercased().split(separator: "_").map(String.init)
    guard parts.count > 1 else { return last.lowercased() }
    let name = parts.removeFirst()
    return name + parts.joined(separator: ".")
  }

  /// `15` allows `15.4`; `15.4` does not allow `15.3`.
  private static func fits(_ found: String, _ wanted: String, _ bound: Demand.Bound) -> Bool {
    let here = numbers(found)
    let there = numbers(wanted)
    if here.starts(with: there) || there.starts(with: here) { return true }
    return bound == .atLeast && there.lexicographicallyPrecedes(here)
  }

  private static func numbers(_ version: String) -> [Int] {
    version.split(separator: ".").compactMap { Int($0.prefix { $0.isNumber }) }
  }

  // MARK: Tags, names and files

  func tag(_ key: String) -> RequirementVerdict {
    let wanted = PropertyPattern.normal(key)
    var places: [SourceLocation] = []
    for resource in template.resources {
      for found in resource.values(at: RequirementCheck.tags) { collect(found.value, wanted, &places) }
      if places.count >= 6 { break }
    }
    for declaration in template.declarations
    where declaration.kind == .metadata || declaration.kind == .provider {
      if declaration.name == "Tags" { collect(declaration.value, wanted, &places) }
      for found in declaration.value.values(
        at: RequirementCheck.defaults.steps[...], from: PropertyPath(), location: declaration.location)
      { collect(found.value, wanted, &places) }
    }
    if !places.isEmpty { return .met(places) }
    return isPartial || !words.places(of: key).isEmpty ? .undecided : .missed()
  }

  private static let tags = PropertyPattern("Tags")
  private static let defaults = PropertyPattern("**.Tags")

  private func collect(_ value: Value, _ wanted: String, _ places: inout [SourceLocation]) {
    for element in value.oneOrMany {
      for member in element.members {
        let text = PropertyPattern.normal(member.key) == "key" ? member.value.string ?? "" : member.key
        if PropertyPattern.normal(text) == wanted { places.append(member.location) }
      }
    }
  }

  func file(_ name: String) -> RequirementVerdict {
    for file in template.finalFiles {
      if file.path.lowercased().split(separator: "/").last.map(String.init) == name {
        return .met([head(of: file)])
      }
    }
    // A comment may name the file of a block without a path.
    guard template.finalFiles.contains(where: \.isPathGiven), words.places(of: name).isEmpty else {
      return .undecided
    }
    return template.finalFiles.allSatisfy(\.isPathGiven) && !isPartial ? .missed() : .undecided
  }

  func tests(_ role: TemplateFile.Role) -> RequirementVerdict {
    if let file = template.finalFiles.first(where: { $0.role == role }) { return .met([head(of: file)]) }
    return template.finalFiles.isEmpty || isPartial ? .undecided : .missed()
  }

  var outputs: RequirementVerdict {
    let outputs = template.declarations(.output)
    if !outputs.isEmpty { return .met(outputs.map(\.location)) }
    return isPartial ? .undecided : .missed()
  }

  var suffix: RequirementVerdict {
    for word in DemandWords.suffixes {
      let places = words.places(of: word)
      if !places.isEmpty { return .met(places) }
    }
    return isPartial ? .undecided : .missed(template.resources.prefix(4).map(\.nameLocation))
  }

  /// Missed where a resource says that it stays.
  var destroyable: RequirementVerdict {
    var places: [(Int, SourceLocation, String)] = []
    for (index, resource) in template.resources.enumerated() where !resource.isLookup {
      for (pattern, words) in RequirementCheck.holds {
        for found in resource.values(at: pattern) {
          let text = (literal(found.value) ?? found.value.summary(limit: 60)).lowercased()
          if words.contains(where: { text == $0 || text.hasSuffix("." + $0) }) {
            places.append((index, found.location, "\(found.path.lastKey) \(found.value.told)"))
          }
        }
      }
    }
    if let first = places.first { return .missed(places.map(\.1), found: first.2, places.map(\.0)) }
    return isPartial ? .undecided : .met([])
  }

  private static let holds: [(PropertyPattern, [String])] = [
    (PropertyPattern("@DeletionPolicy"), ["retain"]), (PropertyPattern("RemovalPolicy"), ["retain"]),
    (PropertyPattern("DeletionProtection"), ["true"]),
    (PropertyPattern("DeletionProtectionEnabled"), ["true"]),
    (PropertyPattern("EnableDeletionProtection"), ["true"]),
    (PropertyPattern("@lifecycle.prevent_destroy"), ["true"]), (PropertyPattern("@protect"), ["true"]),
  ]

  /// A file's first lines.
  private func head(of file: TemplateFile) -> SourceLocation { template.head(of: file.location, lines: 3) }
}
