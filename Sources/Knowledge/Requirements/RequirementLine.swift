import SourceText
import TemplateModel

/// One line of a prompt on its way to demands.
struct RequirementLine {
  private let text: String
  private let bytes: [UInt8]
  private let number: Int
  private let words: [RequirementWords.Found]
  /// The words of the headings above, outermost first.
  private let above: [[RequirementWords.Found]]
  private let table: ConceptTable
  private let numbers: [NumberWord]
  private let isCertain: Bool

  init(
    _ text: String, number: Int, words: [RequirementWords.Found], above: [[RequirementWords.Found]],
    table: ConceptTable
  ) {
    self.text = text
    bytes = Array(text.utf8)
    self.number = number
    self.words = words
    self.above = above
    self.table = table
    numbers = NumberWord.numbers(in: text)
    isCertain =
      !words.contains { $0.meaning == .hedge }
      && !above.joined().contains { $0.meaning == .hedge || $0.meaning == .denial }
  }

  /// A line that denies something asks for nothing but what it says by denying: "no Retain", "must not".
  var demands: [Demand] {
    if words.contains(where: { $0.meaning == .denial }) { return rest }
    return things + counts + traits + places + programs + LiteralDemands(text, demand: literal).found
      + versions + rest
  }

  private func demand(_ kind: Demand.Kind, _ text: String, isCertain: Bool = true) -> Demand {
    Demand(kind: kind, text: text, requirement: number, isCertain: isCertain && self.isCertain)
  }

  /// Addresses are those of the network only where the line says so.
  private func literal(_ kind: Demand.Kind, _ text: String) -> Demand {
    guard case .block = kind else { return demand(kind, text) }
    let isOfNetwork = concepts.contains { table.concepts[$0.concept].name == "network" }
    return demand(kind, text, isCertain: isOfNetwork && !self.text.lowercased().contains("subnet"))
  }

  // MARK: Things

  private var concepts: [(concept: Int, range: SourceRange)] {
    words.compactMap { word in
      switch word.meaning {
      case .concept(let concept), .looseConcept(let concept): (concept, word.range)
      default: nil
      }
    }
  }

  private var things: [Demand] {
    let named = words.compactMap { word -> (concept: Int, range: SourceRange)? in
      if case .concept(let concept) = word.meaning { (concept, word.range) } else { nil }
    }
    var end: UInt32?
    return named.enumerated().map { place, word in
      // What stands in a row with the first is asked for as well; what comes later may only be spoken of.
      let isInRow = end.map { isRow($0, word.range.start) } ?? isObject(word.range.start)
      if isInRow { end = word.range.end }
      let concept = table.concepts[word.concept]
      var demand = demand(
        .thing(concept.name), concept.title, isCertain: isInRow && !isPartOfName(word.range.end))
      demand.weight = place == 0 ? 1 : 0
      return demand
    }
  }

  /// Whether a thing is what the line begins with, or what one of its verbs makes.
  private func isObject(_ start: UInt32) -> Bool {
    let before = LineToken.tokens(in: String(decoding: bytes[..<Int(start)], as: UTF8.self)).map(\.text)
    return before.count < 4 && !before.contains("for")
      || before.suffix(4).contains(where: RequirementLine.verbs.contains)
  }

  private static let verbs: Set<String> = [
    "add", "build", "configure", "create", "define", "deploy", "enable", "establish", "implement", "include",
    "launch", "provision", "set", "setup", "up", "use", "using", "deploying", "utilize", "leverage", "host",
    "store",
    "have", "need", "needs", "want", "require", "requires", "via", "through",
  ]

  /// Whether only commas and the like stand between two places.
  private func isRow(_ start: UInt32, _ end: UInt32) -> Bool {
    let between = bytes[Int(start)..<max(Int(start), Int(end))]
    return LineToken.tokens(in: String(decoding: between, as: UTF8.self)).allSatisfy {
      ["and", "&", "/", "with", "a", "an", "the", "aws", "amazon"].contains($0.text)
    }
  }

  /// Whether the words go on to the name of something else: `Lambda execution role`, `RDS security group`.
  private func isPartOfName(_ end: UInt32) -> Bool {
    let rest = bytes[Int(end)...].prefix(40)
    let name = rest.prefix { $0 != 0x2C && $0 != 0x3A && $0 != 0x28 && $0 != 0x2E }
    for token in LineToken.tokens(in: String(decoding: name, as: UTF8.self)).prefix(3) {
      if RequirementLine.joints.contains(token.text) { return false }
      if RequirementLine.heads.contains(token.text) { return true }
    }
    return false
  }

  /// Words after which a name does not go on.
  private static let joints: Set<String> = [
    "and", "for", "with", "in", "to", "on", "that", "using", "as", "from", "of", "by", "is", "must", "should",
  ]

  /// The last words of names of other things.
  private static let heads: Set<String> = [
    "security", "role", "roles", "policy", "policies", "permission", "permissions", "tier", "exports",
    "export",
    "errors", "error", "failures", "metrics", "invocation", "invocations", "endpoint", "endpoints",
    "parameter",
    "target", "access", "events", "integration", "queries", "compliance", "protection", "logs", "arn", "id",
    "tests", "connections", "throttling", "credentials", "traffic", "costs", "best", "limits",
  ]

  /// `two NAT gateways`, `3 private subnets`, `3 availability zones`.
  private var counts: [Demand] {
    numbers.compactMap { number in
      guard number.unit == nil, let count = number.amount, count > 1, count < 100 else { return nil }
      let end = number.range.end
      let isEach = words.contains { $0.meaning == .hedge } || text.lowercased().contains("each")
      for word in words where word.range.start >= end && word.range.start - end <= 12 {
        let between = String(decoding: bytes[Int(end)..<Int(word.range.start)], as: UTF8.self).lowercased()
        guard !between.contains(",") && !between.contains("and") && !between.contains(".") else { return nil }
        let bound = number.bound == .exactly ? Demand.Bound.atLeast : number.bound
        switch word.meaning {
        case .zones:
          return demand(.count("zone", count, bound), "\(count) availability zones", isCertain: !isEach)
        case .concept(let concept) where RequirementLine.countable.contains(table.concepts[concept].name):
          let kind = between.contains("private") ? "private " : between.contains("public") ? "public " : ""
          let concept = table.concepts[concept]
          return demand(
            .count(kind + concept.name, count, bound), "\(count) \(kind)\(concept.title)s", isCertain: !isEach
          )
        default: continue
        }
      }
      return nil
    }
  }

  private static let countable: Set<String> = [
    "subnet", "nat-gateway", "bucket", "function", "queue", "table", "topic", "key", "alarm",
  ]

  // MARK: Traits

  private var traits: [Demand] {
    words.compactMap { word in
      guard case .trait(let number) = word.meaning else { return nil }
      let trait = table.traits[number]
      guard let concept = owner(of: trait.name, at: word.range) else {
        guard !trait.everywhere.isEmpty, words.contains(where: { $0.meaning == .everything }),
          text.lowercased().contains("at rest")
        else { return nil }
        return demand(.everywhere(trait.name), trait.title)
      }
      guard let unit = trait.unit else {
        // A queue for dead letters may be the queue's or the function's.
        let mayBeAnother =
          trait.name == "dead-lettered"
          && (concepts.contains { table.concepts[$0.concept].name != concept.name }
            || !concepts.contains { $0.range.end <= word.range.start })
        return demand(
          .trait(trait.name, of: concept.name), "\(concept.title): \(trait.title)", isCertain: !mayBeAnother)
      }
      guard let (found, isOnly) = amount(unit, near: word.range), let amount = found.amount else {
        return nil
      }
      return demand(
        .amount(trait.name, of: concept.name, amount, found.bound),
        "\(concept.title): \(trait.title) \(found.bound == .exactly ? "" : found.bound.rawValue + " ")"
          + AmountText.text(amount, unit), isCertain: isOnly)
    }
  }

  /// Whose trait it is.
  private func owner(of trait: String, at range: SourceRange) -> Concept? {
    func canHave(_ concept: Int) -> Bool { table.concepts[concept].place(of: trait) != nil }
    let here = concepts.filter {
      canHave($0.concept) && !($0.range.start >= range.start && $0.range.end <= range.end)
    }
    if let before = here.last(where: { $0.range.end <= range.start && isOneClause($0.range.end, range.start) }
    ) {
      return table.concepts[before.concept]
    }
    if let behind = here.first(where: {
      $0.range.start >= range.end && isOneClause(range.end, $0.range.start)
    }) {
      return table.concepts[behind.concept]
    }
    if !concepts.filter({ !($0.range.start >= range.start && $0.range.end <= range.end) }).isEmpty {
      return nil
    }
    for heading in above.reversed() {
      var found: [Int] = []
      for word in heading {
        if case .concept(let concept) = word.meaning, canHave(concept), !found.contains(concept) {
          found.append(concept)
        }
      }
      if found.count == 1 { return table.concepts[found[0]] }
      if !found.isEmpty { return nil }
    }
    return nil
  }

  /// Whether no sentence ends between two places.
  private func isOneClause(_ start: UInt32, _ end: UInt32) -> Bool {
    let between = bytes[Int(start)..<max(Int(start), Int(end))]
    guard !between.contains(0x3B), between.count < 80 else { return false }
    var last: UInt8 = 0
    for byte in between {
      if last == 0x2E, byte == 0x20 { return false }
      last = byte
    }
    return true
  }

  /// The number that a trait's word speaks of, and whether no other could be meant.
  private func amount(_ unit: Trait.Unit, near range: SourceRange) -> (NumberWord, isOnly: Bool)? {
    let fitting = numbers.filter { number in
      switch unit {
      case .count: number.unit == nil && distance(number.range, range) <= 20
      case .megabytes, .gigabytes: number.unit == .megabytes || number.unit == .gigabytes
      default: number.unit.map { [.days, .hours, .minutes, .seconds].contains($0) } ?? false
      }
    }
    if fitting.contains(where: \.isRange) { return nil }
    guard let nearest = fitting.min(by: { distance($0.range, range) < distance($1.range, range) }),
      distance(nearest.range, range) <= 40
    else { return nil }
    return (nearest, fitting.count == 1)
  }

  private func distance(_ one: SourceRange, _ other: SourceRange) -> UInt32 {
    one.start >= other.end ? one.start - other.end : other.start >= one.end ? other.start - one.end : 0
  }

  // MARK: Places and programs

  private var places: [Demand] {
    words.compactMap { word in
      if case .region(let region) = word.meaning { demand(.region(region), "region \(region)") } else { nil }
    }
  }

  /// A platform with its language close by: `CDK with Python`, `CloudFormation YAML`.
  private var programs: [Demand] {
    for word in words {
      guard case .platform(let platform) = word.meaning else { continue }
      for other in words {
        guard case .language(let language) = other.meaning, distance(word.range, other.range) <= 12 else {
          continue
        }
        return [
          demand(.platform(platform), platform.title), demand(.language(language), language.title),
        ]
      }
    }
    return []
  }

  /// Whether neither a comma nor a digit stands between two words.
  private func isPlain(_ one: SourceRange, _ other: SourceRange) -> Bool {
    let start = Int(min(one.end, other.end))
    return bytes[start..<max(start, Int(max(one.start, other.start)))].allSatisfy {
      $0 != 0x2C && !($0 >= 0x30 && $0 <= 0x39)
    }
  }

  /// A product with the number behind it: `Python 3.12`, `PostgreSQL version 15.4`.
  private var versions: [Demand] {
    words.compactMap { word in
      guard case .product(let product) = word.meaning else { return nil }
      let isEngine = product == "postgres" || product == "mysql"
      guard
        isEngine || text.lowercased().contains("runtime")
          || concepts.contains(where: { isFunction($0.concept) })
      else { return nil }
      let rest = String(decoding: bytes[Int(word.range.end)...], as: UTF8.self)
      let tokens = LineToken.tokens(in: rest).prefix(2).map(\.text)
      let skipped = tokens.first == "version" || tokens.first == "engine" ? 1 : 0
      guard skipped < tokens.count, let version = RequirementLine.version(tokens[skipped]) else { return nil }
      let isLeast =
        tokens[skipped].hasSuffix("+") || ["or", "+"].contains(tokens.dropFirst(skipped + 1).first ?? "")
      return demand(
        .version(product, version, isLeast ? .atLeast : .exactly), "\(product) \(version)")
    }
  }

  private func isFunction(_ concept: Int) -> Bool { table.concepts[concept].name == "function" }

  /// `15.x`, `v15`, `3.12+` → the digits with their dots; nil for anything else.
  private static func version(_ token: String) -> String? {
    var text = token.hasPrefix("v") ? token.dropFirst() : token[...]
    if text.hasSuffix("+") { text = text.dropLast() }
    if text.hasSuffix(".x") { text = text.dropLast(2) }
    guard let first = text.first, first.isNumber, text.allSatisfy({ $0.isNumber || $0 == "." }),
      text.count < 8,
      text.last != "."
    else { return nil }
    return String(text)
  }

  // MARK: The rest

  /// Tests are asked for where they are to be written, not where they are to be run.
  private var asksForTests: Bool {
    let tokens = LineToken.tokens(in: text).prefix(12).map(\.text)
    return tokens.contains {
      ["write", "include", "including", "provide", "create", "implement", "add"].contains($0)
    }
      || ["unit", "integration"].contains(tokens.first ?? "")
  }

  private var rest: [Demand] {
    var found: [Demand] = []
    let tags = words.first { $0.meaning == .tags }
    for word in words {
      switch word.meaning {
      case .tagKey(let key):
        guard tags != nil, key.first == text.utf8Prefix(word.range).first else { continue }
        found.append(demand(.tag(key), "tag \(key)"))
      case .outputs: found.append(demand(.outputs, "outputs"))
      case .unitTests: found.append(demand(.unitTests, "unit tests", isCertain: asksForTests))
      case .integrationTests:
        found.append(demand(.integrationTests, "integration tests", isCertain: asksForTests))
      case .destroyable: found.append(demand(.destroyable, "everything can be removed"))
      case .suffix: found.append(demand(.suffix("environmentSuffix"), "environment suffix in names"))
      default: break
      }
    }
    return found
  }
}

extension String {
  /// The text of a range of UTF-8 bytes.
  fileprivate func utf8Prefix(_ range: SourceRange) -> String {
    let bytes = Array(utf8)
    return String(decoding: bytes[range.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
