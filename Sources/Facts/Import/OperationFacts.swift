/// Turns the service models of botocore into lines of the table.
///
///     secretsmanager.DescribeSecret   o   SecretId!
///     s3.PutBucketLifecycle           o~  Bucket! ChecksumAlgorithm …
enum OperationFacts {
  static func read(_ package: FactsPackage) throws -> [FactRecord] {
    // A service may have several versions, each in a folder of its date: the last of them counts.
    var models: [String: String] = [:]
    for path in package.paths where path.hasPrefix("botocore/data/") && path.hasSuffix("/service-2.json") {
      let words = path.split(separator: "/")
      guard words.count == 5 else { continue }
      models[String(words[2])] = path
    }
    guard !models.isEmpty else { throw FactsImportError.missing("botocore \(package.version): services") }
    return try models.keys.sorted().flatMap { service in
      try models[service].map { records(of: service, in: try package.json($0)) } ?? []
    }
  }

  private static func records(of service: String, in model: JSON) -> [FactRecord] {
    let shapes = model["shapes"]
    return (model["operations"]?.members ?? []).map { name, operation in
      var record = FactRecord(
        key: "\(service).\(name)", kind: operation["deprecated"]?.isTrue == true ? "o~" : "o")
      let input = operation["input"]?["shape"]?.text.flatMap { shapes?[$0] }
      let required = Set(input?["required"]?.texts ?? [])
      record.members = (input?["members"]?.members ?? []).map { name, member in
        // The SDKs fill in a token that makes a call repeatable.
        let isFilledIn = member["idempotencyToken"]?.isTrue == true
        return MemberRecord(name: name, marks: required.contains(name) && !isFilledIn ? "!" : "")
      }
      return record
    }
  }
}
