/// When a Lambda runtime ends; days as `2025-09-01`, nil where AWS has not named one.
package struct RuntimeFact: Sendable, Equatable {
  package var name: String
  package var deprecated: String?
  package var createBlock: String?
  package var updateBlock: String?
  package var successor: String?

  /// What holds on a day: present, deprecated since, or absent once no function can be created any more.
  package func answer(on day: String) -> FactAnswer {
    if let createBlock, day >= createBlock {
      return .absent(Absence(nearest: successor.map { [$0] } ?? [], until: createBlock))
    }
    if let deprecated, day >= deprecated { return .deprecated(since: deprecated, replacement: successor) }
    return .present(since: nil)
  }
}

/// In which snapshots an engine offers a version.
package struct EngineVersionFact: Sendable, Equatable {
  /// The day of the first snapshot that offers it; nil where the oldest does, or none.
  package var firstSeen: String?
  /// The day of the last snapshot that offers it; nil where the newest does.
  package var lastSeen: String?
  /// Whether the newest snapshot offers it.
  package var isOffered: Bool

  /// What holds on a day, judged by the newest snapshot before it (or the oldest one).
  package func isOffered(on day: String) -> Bool? {
    if isOffered { return firstSeen.map { day >= $0 } ?? true }
    guard let lastSeen else { return false }
    return day <= lastSeen ? true : nil
  }
}

extension FactsTable {
  package func runtime(_ name: String) -> RuntimeFact? {
    guard let line = lines(Folded.name(name), in: .runtimes).first(where: { $0.key == name }) else {
      return nil
    }
    func value(_ key: String) -> String? {
      ownMember(Folded.name(key), of: line, in: .runtimes)?.values.first
    }
    return RuntimeFact(
      name: name, deprecated: value("deprecated"), createBlock: value("create-block"),
      updateBlock: value("update-block"), successor: value("successor"))
  }

  /// What holds for a runtime on a day; absent where there never was one of that name.
  package func answer(runtime name: String, on day: String) -> FactAnswer {
    if let fact = runtime(name) { return fact.answer(on: day) }
    let names = lines(of: .runtimes).map(\.key)
    return .absent(Absence(nearest: Nearest.names(to: name, among: names)))
  }

  /// The kind of database that offers engine versions.
  package enum EngineHost: String, Sendable {
    case instance = "rds_dbinstance"
    case cluster = "rds_dbcluster"
    case cache = "elasticache_cachecluster"
  }

  /// A version of an engine; nil where no snapshot ever listed it.
  ///
  /// A version that leaves out its last part, such as `8.0`, is offered as long as one that begins so is.
  package func engineVersion(_ version: String, engine: String, host: EngineHost) -> EngineVersionFact? {
    guard let line = line("\(host.rawValue).\(engine)", in: .engines) else { return nil }
    let snapshots = self.snapshots(of: "cfn-lint")
    func fact(_ member: FactMember) -> EngineVersionFact {
      let first = member.firstSnapshot
      let last = member.lastSnapshot
      return EngineVersionFact(
        firstSeen: first > 0 && first < snapshots.count ? snapshots[first].date : nil,
        lastSeen: last.flatMap { $0 < snapshots.count ? snapshots[$0].date : nil },
        isOffered: last == nil && !member.isGone)
    }
    let exact = ownMember(Folded.name(version), of: line, in: .engines).flatMap {
      $0.name == version ? $0 : nil
    }
    if let exact, !exact.isGone, exact.lastSnapshot == nil { return fact(exact) }
    let members = ownMembers(of: line, in: .engines)
    if members.contains(where: { $0.name.hasPrefix(version + ".") && !$0.isGone && $0.lastSnapshot == nil }) {
      return EngineVersionFact(firstSeen: nil, lastSeen: nil, isOffered: true)
    }
    return exact.map(fact)
  }

  /// The versions of an engine that the newest snapshot offers, the oldest first; nil where there is no such engine.
  package func offeredVersions(of engine: String, host: EngineHost) -> [String]? {
    guard let line = line("\(host.rawValue).\(engine)", in: .engines) else { return nil }
    return ownMembers(of: line, in: .engines).filter { !$0.isGone && $0.lastSnapshot == nil }.map(\.name)
      .sorted { (Release($0), $0) < (Release($1), $1) }
  }

  /// Whether a version is withdrawn; absent names the newest ones of the same line that are offered.
  package func answer(engineVersion version: String, engine: String, host: EngineHost) -> FactAnswer {
    let fact = engineVersion(version, engine: engine, host: host)
    if let fact, fact.isOffered { return .present(since: nil) }
    guard let offered = offeredVersions(of: engine, host: host) else { return .unknown }
    let major = version.split(separator: ".").first ?? ""
    let near = offered.reversed().filter { $0.hasPrefix("\(major).") && !$0.contains("-") }
    return .absent(Absence(nearest: Array(near.prefix(3)), until: fact?.lastSeen))
  }

  /// Whether a version is withdrawn while the ideal's is offered: the only safe way to judge, since ideals use
  /// withdrawn versions too.
  package func isWithdrawn(_ version: String, besides ideal: String, engine: String, host: EngineHost) -> Bool
  {
    answer(engineVersion: version, engine: engine, host: host).isAbsent
      && answer(engineVersion: ideal, engine: engine, host: host).exists
  }

  /// Whether an instance class exists.
  ///
  /// - Parameters:
  ///   - type: in the words of CloudFormation: `AWS::RDS::DBInstance`.
  ///   - property: `DBInstanceClass`, `InstanceType`, `CacheNodeType`, `NodeType`.
  ///   - engine: where the classes depend on it.
  ///   - region: asks for one region; nil for any.
  package func answer(
    instanceClass name: String, ofType type: String, property: String, engine: String? = nil,
    region: String? = nil
  ) -> FactAnswer {
    let words = type.split(separator: ":").map(String.init)
    guard words.count == 3, words[0] == "AWS" else { return .unknown }
    var key = "\(words[1])_\(words[2]).\(property)"
    if let engine { key += ".\(engine)" }
    let found = lines(startingWith: Folded.name(key), in: .classes, limit: 20).filter {
      let rest = Folded.name($0.key).dropFirst(Folded.name(key).count)
      return rest.isEmpty || rest.first == UInt8(ascii: ".")
    }
    guard !found.isEmpty else { return .unknown }
    for line in found {
      if let member = ownMember(Folded.name(name), of: line, in: .classes), member.name == name {
        guard let region, let bit = Int(regionBit(region) ?? ""),
          let mask = member.values.first.flatMap({ UInt64($0, radix: 16) })
        else { return .present(since: nil) }
        if mask & (1 << UInt64(bit)) != 0 { return .present(since: nil) }
      }
    }
    let names = found.flatMap { ownMembers(of: $0, in: .classes).map(\.name) }
    return .absent(Absence(nearest: Nearest.names(to: name, among: names)))
  }

  private func regionBit(_ region: String) -> String? {
    lines(Folded.name(region), in: .regions).first { $0.key == region }?.kind
  }

  package func answer(region name: String) -> FactAnswer {
    if regionBit(name) != nil { return .present(since: nil) }
    return .absent(Absence(nearest: Nearest.names(to: name, among: lines(of: .regions).map(\.key))))
  }

  /// Whether AWS manages a policy, given by ARN, by path and name, or by name alone.
  ///
  /// The path counts: `service-role/AWS_ConfigRole` is another policy than `AWS_ConfigRole`.
  package func answer(managedPolicy name: String) -> FactAnswer {
    var path = name
    if let mark = name.firstRange(of: ":policy/") {
      guard name.contains(":aws:policy/") else { return .unknown }  // one of the account's own
      path = String(name[mark.upperBound...])
    }
    if lines(Folded.name(path), in: .policies).contains(where: { $0.key == path }) {
      return .present(since: nil)
    }
    let simple = path.split(separator: "/").last.map(String.init) ?? path
    var homes: [String] = []
    var keys: [String] = []
    for line in lines(of: .policies) {
      let key = line.key
      keys.append(key)
      if key.split(separator: "/").last.map(String.init) == simple { homes.append(key) }
    }
    let bySimple = Nearest.names(
      to: simple, among: keys.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    let nearest = bySimple.compactMap { near in keys.first { $0 == near || $0.hasSuffix("/" + near) } }
    return .absent(Absence(nearest: nearest, livesIn: homes))
  }

  /// Whether AWS Config has a managed rule of this identifier.
  package func answer(configRule identifier: String) -> FactAnswer {
    if lines(Folded.name(identifier), in: .configrules).contains(where: { $0.key == identifier }) {
      return .present(since: nil)
    }
    return .absent(Absence(nearest: Nearest.names(to: identifier, among: lines(of: .configrules).map(\.key))))
  }

  /// Whether a managed rule takes a parameter; parameters mind the case.
  package func answer(parameter name: String, ofConfigRule identifier: String) -> FactAnswer {
    guard let line = lines(Folded.name(identifier), in: .configrules).first(where: { $0.key == identifier }),
      line.kind == "r"
    else { return .unknown }
    let members = ownMembers(of: line, in: .configrules)
    if members.contains(where: { $0.name == name }) { return .present(since: nil) }
    return .absent(Absence(nearest: Nearest.names(to: name, among: members.map(\.name))))
  }

  /// Whether IAM has an action: `s3:GetObject`; one with `*` or `?` exists where any action fits.
  package func answer(action: String) -> FactAnswer {
    let parts = action.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if action == "*" { return .present(since: nil) }
    // `aws:` opens condition keys, and a text with a variable is not finished.
    guard parts.count == 2, !parts[0].isEmpty, parts[0] != "aws", !parts[1].contains("$") else {
      return .unknown
    }
    guard
      let line = lines(Folded.name(parts[0]), in: .actions).first(where: { $0.key == parts[0].lowercased() })
    else {
      if parts[0].contains("*") || parts[0].contains("$") { return .unknown }
      return .absent(Absence(nearest: Nearest.names(to: parts[0], among: lines(of: .actions).map(\.key))))
    }
    let wanted = Array(parts[1].lowercased().utf8)
    if !wanted.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) {
      if ownMember(Folded.name(parts[1]), of: line, in: .actions) != nil { return .present(since: nil) }
    } else if ownMembers(of: line, in: .actions).contains(where: {
      Self.matches(Array($0.name.lowercased().utf8), wanted)
    }
    ) {
      return .present(since: nil)
    }
    let names = ownMembers(of: line, in: .actions).map { "\(line.key):\($0.name)" }
    return .absent(Absence(nearest: Nearest.names(to: action, among: names)))
  }

  /// Whether a text fits a pattern of `*` and `?`.
  private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    var position = 0
    var place = 0
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == text[position]
      {
        place += 1
        position += 1
      } else if let last = star {
        place = last.place + 1
        position = last.position + 1
        star = (last.place, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
