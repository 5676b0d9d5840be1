extension FactsTable {
  /// Whether a type holds data that is lost with the resource.
  package func isStateful(type: String) -> Bool {
    lines(Folded.name(type), in: .stateful).contains { $0.key == type }
  }

  /// Whether a type can be deleted only when it is empty.
  package func mustBeEmptyToBeDeleted(type: String) -> Bool {
    lines(Folded.name(type), in: .stateful).contains { $0.key == type && $0.kind == "te" }
  }

  /// The properties that identify a resource of a type: `BucketName`.
  package func identifier(ofType type: String) -> [String] {
    guard let line = self.type(type, in: .cloudFormation)?.line else { return [] }
    let words = line.extras.first { $0.hasPrefix("id=") }?.dropFirst(3) ?? ""
    return words.split(separator: ",").map { String($0.dropFirst()).replacing("/", with: ".") }
  }

  /// Whether `Fn::GetAtt` can ask a type for an attribute, `Arn` or `Endpoint.Address`.
  package func answer(attribute name: String, ofType typeName: String) -> FactAnswer {
    guard let owner = type(typeName, in: .cloudFormation), owner.isClosed else { return .unknown }
    // Stacks, modules and custom resources return what their templates say.
    guard typeName.hasPrefix("AWS::"), !typeName.hasPrefix("AWS::CloudFormation::") else { return .unknown }
    let readOnly = readOnlyPaths(of: owner)
    let path = "/" + name.replacing(".", with: "/")
    if readOnly.contains(path) || readOnly.contains(where: { path.hasPrefix($0 + "/") }) {
      return .present(since: nil)
    }
    // Some types return their other properties as well.
    if name.split(separator: ".").first.flatMap({ member(String($0), of: owner) }) != nil { return .unknown }
    let names = readOnly.map { $0.dropFirst().replacing("/", with: ".") }
    return .absent(
      Absence(
        nearest: Nearest.names(to: name, among: names.map { String($0) }), livesIn: []))
  }

  private func readOnlyPaths(of type: TypeFact) -> [String] {
    ownMembers(of: type.line, in: .cfn).filter(\.isReadOnly).map { "/\($0.name)" }
      + type.line.extras.filter { $0.hasPrefix("^") }.map { String($0.dropFirst()) }
  }

  /// Whether a value is among those that a property takes, and within its limits.
  ///
  /// - Parameter path: of the property, `Type` or `VersioningConfiguration.Status`.
  package func answer(value: String, ofProperty path: String, ofType typeName: String) -> FactAnswer {
    guard var owner = type(typeName, in: .cloudFormation) else { return .unknown }
    var steps = path.split(separator: ".").map(String.init)
    guard let last = steps.popLast() else { return .unknown }
    for step in steps {
      guard let next = inner(step, of: owner) else { return .unknown }
      owner = next
    }
    guard let member = member(last, of: owner), member.name == last else { return .unknown }
    if member.values.first == "*" {
      let folded = Folded.name(value)
      if member.values.contains(where: { Folded.name($0) == folded }) { return .present(since: nil) }
    } else if member.values.contains(value) {
      return .present(since: nil)
    }
    if !member.values.isEmpty {
      return .absent(Absence(nearest: Nearest.names(to: value, among: member.values.filter { $0 != "*" })))
    }
    return .unknown
  }

  /// Whether a number, or the length of a text or list, is within the limits of a property; nil where it has none.
  ///
  /// - Parameter kind: `l` length in characters, `v` value, `n` number of items.
  package func isWithinLimits(_ number: Double, _ kind: Character, of member: FactMember) -> Bool? {
    guard let limit = member.limits.first(where: { $0.first == kind }),
      let dots = limit.firstRange(of: "..")
    else { return nil }
    if let low = Double(String(limit[..<dots.lowerBound].dropFirst())), number < low { return false }
    if let high = Double(String(limit[dots.upperBound...])), number > high { return false }
    return true
  }
}
