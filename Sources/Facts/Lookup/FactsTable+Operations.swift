/// Calls of the services' APIs, as the code of a function makes them through an SDK.
extension FactsTable {
  /// Whether a service has an operation.
  ///
  /// - Parameters:
  ///   - name: in the spelling of any SDK: `DescribeSecret`, `describe_secret`, `describeSecret`.
  ///   - service: as botocore names its clients: `secretsmanager`. Other SDKs name some otherwise, so that a
  ///     service that is not found is unknown.
  package func answer(operation name: String, ofService service: String) -> FactAnswer {
    if let line = operation(name, of: service) {
      return line.isDeprecated ? .deprecated(since: nil, replacement: nil) : .present(since: nil)
    }
    let prefix = Folded.name(service) + [UInt8(ascii: ".")]
    let names = lines(startingWith: prefix, in: .operations, limit: 2000).map(\.key)
      .map { String($0[$0.index($0.startIndex, offsetBy: service.utf8.count + 1)...]) }
    guard !names.isEmpty, !Self.addedByHand.contains(Folded.name(name)) else { return .unknown }
    return .absent(Absence(nearest: Nearest.names(to: name, among: names)))
  }

  /// Whether an operation takes an input; inputs mind the case.
  package func answer(
    input name: String, ofOperation operation: String, service: String
  ) -> FactAnswer {
    guard let line = self.operation(operation, of: service) else { return .unknown }
    let inputs = ownMembers(of: line, in: .operations)
    if inputs.contains(where: { $0.name == name }) { return .present(since: nil) }
    // A client of the SDK turns this one into a signed address.
    if name == "SourceRegion" { return .unknown }
    return .absent(Absence(nearest: Nearest.names(to: name, among: inputs.map(\.name))))
  }

  /// The inputs of an operation, required ones marked so; nil where there is no such operation.
  package func inputs(ofOperation name: String, service: String) -> [FactMember]? {
    operation(name, of: service).map { ownMembers(of: $0, in: .operations) }
  }

  private func operation(_ name: String, of service: String) -> FactLine? {
    lines(Folded.name("\(service).\(name)"), in: .operations).first
  }

  /// Methods that the clients of an SDK have beside the operations, without underscores and case.
  private static let addedByHand: Set<[UInt8]> = Set(
    [
      "can_paginate", "close", "copy", "download_file", "download_fileobj", "exceptions",
      "generate_db_auth_token", "generate_db_connect_auth_token", "generate_db_connect_admin_auth_token",
      "generate_presigned_post", "generate_presigned_url", "get_paginator", "get_waiter", "meta",
      "upload_file", "upload_fileobj", "send", "destroy", "middlewareStack", "config",
    ].map(Folded.name))
}
