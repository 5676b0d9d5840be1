/// Turns the Python sources of a Pulumi provider into lines of the table.
///
///     sqs.Queue      r  .QueueArgs      arn^ url^ tags_all^:{}
///     sqs.QueueArgs  s                  content_based_deduplication:b delay_seconds:i …
///     sqs.get_queue  f  .GetQueueResult name region tags:{}
struct PulumiFacts {
  private var items: [String: PulumiModule.Item] = [:]

  init(_ package: FactsPackage) throws {
    for path in package.paths where path.hasPrefix("pulumi_aws/") && path.hasSuffix(".py") {
      let words = path.split(separator: "/")
      guard words.count >= 3, words[words.count - 1] != "__init__.py" else { continue }
      let module = words[1..<(words.count - 1)].joined(separator: ".").filter {
        $0 != "_" || words[1] != "lambda_"
      }
      for item in PulumiModule(try package.read(path), module: module).items {
        let taken = items[item.key]
        if taken == nil || taken?.kind == .output { items[item.key] = item }
      }
    }
  }

  func records(older: PulumiFacts?) -> [FactRecord] {
    var records: [FactRecord] = []
    for key in items.keys.sorted() {
      guard let item = items[key], !isTwin(item) else { continue }
      records.append(record(item, older: older?.items[key], hasOlder: older != nil))
    }
    for (key, item) in (older?.items ?? [:]).sorted(by: { $0.key < $1.key })
    where items[key] == nil && item.kind != .output {
      records.append(FactRecord(key: key, kind: Self.letter(item.kind) + "?"))
    }
    return records
  }

  /// The arguments of each resource, by key.
  var arguments: [String: [String]] {
    var found: [String: [String]] = [:]
    for (key, item) in items where item.kind == .resource {
      found[key] = argumentClass(of: key)?.members.map(\.name)
    }
    return found
  }

  /// Whether an output class repeats an input class, so that it need not be written.
  private func isTwin(_ item: PulumiModule.Item) -> Bool {
    guard item.kind == .output, let twin = items["\(item.key)Args"], twin.kind == .input else { return false }
    return Set(item.members.map(\.name)) == Set(twin.members.map(\.name))
  }

  private func record(_ item: PulumiModule.Item, older: PulumiModule.Item?, hasOlder: Bool) -> FactRecord {
    let module = String(item.key.prefix { $0 != "." })
    var record = FactRecord(key: item.key, kind: Self.letter(item.kind), context: module)
    if let reason = item.reasons[""] {
      record.kind += "~"
      record.target = Replacement.candidates(in: reason).first { $0 != item.key && items[$0] != nil } ?? ""
    }
    let isNew = hasOlder && older == nil
    if isNew { record.kind += "<1" }
    var known: Set<[UInt8]> = []
    if item.kind == .resource, let arguments = argumentClass(of: item.key) {
      record.bases = [".\(arguments.key.dropFirst(module.count + 1))"]
      known = Set(arguments.members.map { Folded.name($0.name) })
    }
    if !item.result.isEmpty { record.bases = [".\(item.result)"] }
    let before = Set((older?.members ?? []).map { Folded.name($0.name) })
    for var member in item.members where !known.contains(Folded.name(member.name)) {
      if item.kind == .output { member.marks = member.marks.filter { $0 != "!" && $0 != "^" } }
      if let reason = item.reasons[member.name] {
        member.marks += "~"
        let names = Replacement.candidates(in: reason)
        if let name = names.first(where: { name in
          name != member.name && (items[name] != nil || item.members.contains { $0.name == name })
        }) {
          member.values = [name]
        }
      }
      if hasOlder, !isNew, !before.contains(Folded.name(member.name)) { member.marks += "<1" }
      record.members.append(member)
    }
    let present = Set(item.members.map { Folded.name($0.name) }).union(known)
    if item.kind != .output {
      for member in older?.members ?? [] where !present.contains(Folded.name(member.name)) {
        record.members.append(MemberRecord(name: member.name, marks: "?"))
      }
    }
    return record
  }

  /// `QueueArgs`, or `QueueInitArgs` where a nested type has taken that name.
  private func argumentClass(of key: String) -> PulumiModule.Item? {
    if let own = items["\(key)InitArgs"], own.kind == .input { return own }
    return items["\(key)Args"].flatMap { $0.kind == .input ? $0 : nil }
  }

  private static func letter(_ kind: PulumiModule.Item.Kind) -> String {
    switch kind {
    case .input: "s"
    case .output: "o"
    case .resource: "r"
    case .function: "f"
    case .enumeration: "e"
    }
  }
}
