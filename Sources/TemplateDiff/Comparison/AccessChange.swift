import TemplateModel

/// Whether a difference lets more in, or less.
///
///     Action in an Allow statement   [a] → [a, b]            widened; narrowed in a Deny statement
///     CidrIp                         10.0.0.0/16 → 0.0.0.0/0  widened
///     BlockPublicAcls                true → false             widened
enum AccessChange {
  /// The effect of the policy statement that a value stands in.
  enum Effect { case allow, deny }

  static func of(
    _ kind: Delta.Kind, _ path: PropertyPath, _ response: Value?, _ ideal: Value?, effect: Effect?
  ) -> Delta.Access? {
    let key = path.lastKey
    if publicBlocks.contains(key) { return flag(response, ideal, opensWhen: false) }
    if publicSwitches.contains(key) { return flag(response, ideal, opensWhen: true) }
    if ruleLists.contains(key), response == nil || ideal == nil { return ideal == nil ? .narrowed : .widened }
    if key == "Statement" || key == "statement", response == nil || ideal == nil {
      return statement(response, ideal)
    }
    if key == "Effect" || key == "effect" {
      guard let response = response?.string, let ideal = ideal?.string else { return nil }
      return response == ideal ? nil : ideal == "Allow" ? .widened : .narrowed
    }
    if networks.contains(key) { return sets(response, ideal, covers: CIDR.covers) }
    if key == "FromPort" || key == "from_port" { return limit(response, ideal, widensWhenLower: true) }
    if key == "ToPort" || key == "to_port" { return limit(response, ideal, widensWhenLower: false) }
    guard let effect else { return nil }
    let change: Delta.Access? =
      switch key {
      case _ where path.keys.contains("Condition"): condition(response, ideal)
      case "Action", "Resource", "actions", "resources", "AWS", "Service", "Federated", "identifiers",
        "Principal":
        sets(response, ideal, covers: covers)
      case "NotAction", "NotResource", "NotPrincipal": sets(response, ideal, covers: covers).map(opposite)
      default: nil
      }
    return effect == .allow ? change : change.map(opposite)
  }

  static func effect(of members: [Member]) -> Effect? {
    for member in members where member.key == "Effect" || member.key == "effect" {
      return member.value.string == "Deny" ? .deny : member.value.string == "Allow" ? .allow : nil
    }
    return nil
  }

  private static let publicBlocks: Set<String> = [
    "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets", "block_public_acls",
    "block_public_policy", "ignore_public_acls", "restrict_public_buckets",
  ]
  private static let publicSwitches: Set<String> = [
    "PubliclyAccessible", "publicly_accessible", "MapPublicIpOnLaunch", "map_public_ip_on_launch",
    "AssociatePublicIpAddress", "associate_public_ip_address",
  ]
  private static let ruleLists: Set<String> = [
    "SecurityGroupIngress", "SecurityGroupEgress", "ingress", "egress",
  ]
  private static let networks: Set<String> = [
    "CidrIp", "CidrIpv6", "cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6", "CidrBlock",
    "PublicAccessCidrs", "public_access_cidrs", "aws:SourceIp",
  ]

  private static func opposite(_ access: Delta.Access) -> Delta.Access {
    access == .widened ? .narrowed : .widened
  }

  private static func flag(_ response: Value?, _ ideal: Value?, opensWhen open: Bool) -> Delta.Access? {
    func isOpen(_ value: Value?) -> Bool? {
      // What is missing is not opened, nor blocked.
      guard let value else { return !open }
      return value.bool.map { $0 == open }
    }
    guard let before = isOpen(response), let after = isOpen(ideal), before != after else { return nil }
    return after ? .widened : .narrowed
  }

  private static func statement(_ response: Value?, _ ideal: Value?) -> Delta.Access? {
    guard let value = response ?? ideal, let effect = effect(of: value.members) else { return nil }
    let isAdded = ideal != nil
    return (effect == .allow) == isAdded ? .widened : .narrowed
  }

  private static func condition(_ response: Value?, _ ideal: Value?) -> Delta.Access? {
    if response == nil { return .narrowed }
    return ideal == nil ? .widened : nil
  }

  private static func limit(_ response: Value?, _ ideal: Value?, widensWhenLower: Bool) -> Delta.Access? {
    guard let before = response?.number, let after = ideal?.number, before != after else { return nil }
    return (after < before) == widensWhenLower ? .widened : .narrowed
  }

  /// Compares what two values admit: all of one inside the other, or neither.
  private static func sets(
    _ response: Value?, _ ideal: Value?, covers: (String, String) -> Bool
  ) -> Delta.Access? {
    func texts(_ value: Value?) -> [String]? {
      guard let value else { return [] }
      let texts = value.oneOrMany.compactMap(Normalization.literal)
      return texts.count == value.oneOrMany.count ? texts : nil
    }
    if response == nil { return .widened }
    if ideal == nil { return .narrowed }
    guard let before = texts(response), let after = texts(ideal) else { return nil }
    let grows = before.allSatisfy { one in after.contains { covers($0, one) } }
    let shrinks = after.allSatisfy { one in before.contains { covers($0, one) } }
    if grows == shrinks { return nil }
    return grows ? .widened : .narrowed
  }

  /// Whether a pattern with `*` at its end, or alone, admits another text.
  private static func covers(_ pattern: String, _ text: String) -> Bool {
    if pattern == text || pattern == "*" { return true }
    guard pattern.hasSuffix("*") else { return false }
    return text.lowercased().hasPrefix(pattern.dropLast().lowercased())
  }
}

/// A network in CIDR notation: `10.0.0.0/16`.
struct CIDR: Equatable {
  let address: UInt32
  let length: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let bytes = parts.first?.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) } ?? []
    guard parts.count == 2, let length = Int(parts[1]), (0...32).contains(length), bytes.count == 4 else {
      return nil
    }
    var address: UInt32 = 0
    for byte in bytes {
      guard let byte else { return nil }
      address = address << 8 | UInt32(byte)
    }
    self.address = address
    self.length = length
  }

  /// Whether all addresses of the second network lie in the first.
  static func covers(_ outer: String, _ inner: String) -> Bool {
    if outer == inner || outer == "::/0" { return true }
    guard let outer = CIDR(outer), let inner = CIDR(inner), outer.length <= inner.length else { return false }
    if outer.length == 0 { return true }
    let mask = UInt32.max << UInt32(32 - outer.length)
    return outer.address & mask == inner.address & mask
  }
}
