/// Pairs Pulumi's resources with the Terraform resources that they are made from, by their arguments.
///
///     s3.BucketObjectv2   bucket key source acl …   ─┐ share most arguments:
///     aws_s3_object       bucket key source acl …   ─┘ the same resource
struct PulumiTerraform {
  /// Pulumi key → Terraform type.
  private(set) var terraform: [String: String] = [:]

  /// - Parameters:
  ///   - arguments: of each Pulumi resource, by key.
  ///   - records: the lines of Terraform.
  init(arguments: [String: [String]], records: [FactRecord]) {
    var owners: [[UInt8]: [Int]] = [:]
    var counts: [Int] = []
    var names: [String] = []
    for record in records where record.kind.hasPrefix("r") && !record.kind.contains("?") {
      let own = record.members.filter {
        !$0.marks.contains("^") && !$0.marks.contains("?") && $0.name != "timeouts" && $0.name != "id"
      }
      for member in own { owners[Self.singular(member.name), default: []].append(names.count) }
      names.append(record.key)
      counts.append(own.count)
    }
    for key in arguments.keys.sorted() {
      guard let own = arguments[key], !own.isEmpty else { continue }
      var shared: [Int: Int] = [:]
      for name in own { for owner in owners[Self.singular(name)] ?? [] { shared[owner, default: 0] += 1 } }
      let folded = Folded.name(key.replacing(".", with: ""))
      let simple = Folded.name(String(key.split(separator: ".").last ?? ""))
      var best: (score: Double, name: String)?
      for (owner, count) in shared.sorted(by: { $0.key < $1.key }) {
        var score = Double(count) / Double(own.count + counts[owner] - count)
        let name = Folded.name(String(names[owner].dropFirst(4)))
        if name == folded || name == simple { score += 0.4 }
        if name.starts(with: folded.dropLast(simple.count)) { score += 0.01 }
        if score > (best?.score ?? 0) { best = (score, names[owner]) }
      }
      if let best, best.score >= 0.8 { terraform[key] = best.name }
    }
  }

  /// Pulumi writes `cors_rules` where Terraform has `cors_rule`.
  static func singular(_ name: String) -> [UInt8] {
    var folded = Folded.name(name)
    if folded.last == UInt8(ascii: "s"), folded.count > 3 { folded.removeLast() }
    if folded.suffix(2).elementsEqual(Folded.name("ie")) { folded = folded.dropLast(2) + [UInt8(ascii: "y")] }
    return folded
  }

  /// Marks the arguments of Terraform that Pulumi calls deprecated; Terraform's own assembly does not say so.
  func markDeprecated(_ records: [FactRecord], after pulumi: [FactRecord]) -> [FactRecord] {
    var members: [String: [[UInt8]: MemberRecord]] = [:]
    for record in pulumi where !record.kind.contains("?") {
      guard record.key.hasSuffix("Args"), let type = terraform[String(record.key.dropLast(4))] else {
        continue
      }
      for member in record.members where member.marks.contains("~") {
        members[type, default: [:]][Self.singular(member.name)] = member
      }
    }
    return records.map { record in
      guard let deprecated = members[record.key] else { return record }
      var record = record
      for index in record.members.indices where !record.members[index].marks.contains("^") {
        guard let source = deprecated[Self.singular(record.members[index].name)] else { continue }
        record.members[index].marks += "~"
        if let named = source.values.first {
          // A resource goes by its Terraform name; an argument keeps its own.
          record.members[index].values = named.contains(".") ? terraform[named].map { [$0] } ?? [] : [named]
        }
      }
      return record
    }
  }
}
