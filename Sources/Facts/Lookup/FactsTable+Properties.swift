/// What a change of a property does to the resource that has it.
package enum ChangeImpact: String, Sendable, CaseIterable {
  /// The resource is replaced.
  case replacement
  /// The resource may be replaced, depending on what else changes.
  case conditional
  /// The resource is updated in place.
  case none
  /// The table does not say.
  case unknown
}

/// What the table says of one property of a resource.
package struct PropertyFact: Sendable, Equatable {
  package enum Scalar: Sendable { case string, number, boolean }

  package var impact: ChangeImpact
  /// What the property, or each element of its list, takes; nil for an object and where the table does not say.
  package var scalar: Scalar?
  /// Whether it is a list in which order means nothing; nil where the table does not say.
  package var isUnordered: Bool?

  static let unknown = PropertyFact(impact: .unknown)

  init(impact: ChangeImpact, scalar: Scalar? = nil, isUnordered: Bool? = nil) {
    self.impact = impact
    self.scalar = scalar
    self.isUnordered = isUnordered
  }
}

extension FactsTable {
  /// What a change of a property does; see `property(_:ofType:)`.
  package func impact(type typeName: String, property: String) -> ChangeImpact {
    self.property(property, ofType: typeName).impact
  }

  /// What is known of a property of a CloudFormation type, in the spelling of any dialect.
  ///
  ///     AWS::RDS::DBInstance   StorageEncrypted   storage_encrypted   storageEncrypted
  ///     AWS::SQS::Queue        QueueName          name                the type's own words left out
  ///
  /// - Parameter path: a name or a path, `Engine` or `BucketEncryption.Rules`. A change does what any property above
  ///   does, and may do what one below does.
  package func property(_ path: String, ofType typeName: String) -> PropertyFact {
    var steps = path.split(separator: ".").map(String.init)[...]
    guard let top = type(typeName, in: .cloudFormation), let first = steps.popFirst(),
      var (member, isSameName) = topMember(first, of: top)
    else { return .unknown }
    let marks = top.line.extras
    var impact = ChangeImpact.none
    var owner = top
    var place = ""
    while true {
      // Below a text or number stands something that this property is not.
      if !steps.isEmpty, member.scalar != nil, !member.type.hasPrefix("{") { return .unknown }
      place += "/\(member.name)"
      if member.isCreateOnly || marks.contains("+\(place)") {
        impact = .replacement
      } else if impact == .none, member.isConditionallyCreateOnly || marks.contains("*\(place)") {
        impact = .conditional
      }
      guard let step = steps.popFirst() else { break }
      guard let next = inner(member.name, of: owner) else {
        return PropertyFact(impact: impact, scalar: isSameName ? member.scalar : nil)
      }
      guard let found = self.member(step, of: next) else {
        // A part that nobody knows may be the one that forces a replacement.
        let isKnown = impact == .replacement || !next.isClosed && !Self.isForced(below: place, marks)
        return PropertyFact(impact: isKnown ? impact : .unknown)
      }
      owner = next
      member = found
    }
    if impact == .none, Self.isForced(below: place, marks) { impact = .conditional }
    guard isSameName else { return PropertyFact(impact: impact) }
    return PropertyFact(
      impact: impact, scalar: member.scalar, isUnordered: member.isUnordered ? true : nil)
  }

  private static func isForced(below place: String, _ marks: [String]) -> Bool {
    marks.contains { $0.hasPrefix("+\(place)/") || $0.hasPrefix("*\(place)/") }
  }

  /// A property of a type as another dialect may call it, and whether that is the very name.
  private func topMember(_ name: String, of type: TypeFact) -> (member: FactMember, isSameName: Bool)? {
    if let same = member(name, of: type) { return (same, true) }
    let folded = Folded.name(name)
    if let other = Self.otherNames[type.key]?[String(decoding: folded, as: UTF8.self)] {
      return member(other, of: type).map { ($0, false) }
    }
    let words = SymbolSpelling.snake(String(type.key.split(separator: ":").last ?? ""))
      .split(separator: "_").map { Array($0.utf8) }
    let bare = Self.bare(folded, words)
    let fitting = members(of: type).filter { Self.bare(Folded.name($0.name), words) == bare }
    return fitting.count == 1 ? (fitting[0], false) : nil
  }

  /// A folded name without the words of its type before and behind it: `dbinstanceidentifier` → `identifier`.
  private static func bare(_ folded: [UInt8], _ words: [[UInt8]]) -> [UInt8] {
    var rest = folded[...]
    for word in words where rest.starts(with: word) { rest = rest.dropFirst(word.count) }
    for word in words.reversed() where rest.count > word.count && rest.suffix(word.count).elementsEqual(word)
    {
      rest = rest.dropLast(word.count)
    }
    return rest.isEmpty ? folded : Array(rest)
  }

  /// What Terraform, Pulumi and the constructs of CDK call properties that force a replacement, where no rule leads
  /// there.
  ///
  /// Source: the arguments of the resources and the props of the constructs in the table.
  private static let otherNames = [
    "AWS::S3::Bucket": ["bucket": "BucketName"],
    "AWS::EC2::Instance": ["ami": "ImageId", "machineimage": "ImageId"],
    "AWS::EC2::VPC": ["cidr": "CidrBlock"],
    "AWS::RDS::DBInstance": ["username": "MasterUsername"],
    "AWS::RDS::DBCluster": ["username": "MasterUsername"],
    "AWS::DynamoDB::Table": keys, "AWS::DynamoDB::GlobalTable": keys,
  ]
  private static let keys = [
    "hashkey": "KeySchema", "rangekey": "KeySchema", "partitionkey": "KeySchema", "sortkey": "KeySchema",
  ]
}

extension FactMember {
  /// What it, or each element of it, takes.
  fileprivate var scalar: PropertyFact.Scalar? {
    switch type.filter({ !"[]{}".contains($0) }) {
    case "": .string
    case "b": .boolean
    case "i", "n": .number
    default: nil
    }
  }
}
