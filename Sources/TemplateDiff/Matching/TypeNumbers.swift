import TemplateModel

/// Small numbers for the types that may stand for each other, the same on both sides.
struct TypeNumbers {
  private var numbers: [String: Int32] = [:]
  private var hashes: [UInt64] = []

  var count: Int { hashes.count }

  /// The number of a resource's type and its hash; what is looked up is never what is created.
  mutating func number(of resource: Resource) -> (number: Int32, hash: UInt64) {
    let type = resource.isLookup ? "lookup " + resource.canonicalType : resource.canonicalType
    if let number = numbers[type] { return (number, hashes[Int(number)]) }
    let common = TypeNumbers.aliases[type] ?? type
    let number = numbers[common] ?? Int32(truncatingIfNeeded: hashes.count)
    if number == hashes.count {
      hashes.append(Mixer.hash(of: common))
      numbers[common] = number
    }
    numbers[type] = number
    return (number, hashes[Int(number)])
  }

  /// Types that are another name for a type.
  ///
  /// Source: the Terraform AWS provider's documentation, "is known as".
  private static let aliases = [
    "aws_alb": "aws_lb", "aws_alb_listener": "aws_lb_listener", "aws_alb_target_group": "aws_lb_target_group",
    "aws_alb_listener_rule": "aws_lb_listener_rule",
    "aws_alb_target_group_attachment": "aws_lb_target_group_attachment",
    "aws_s3_bucket_object": "aws_s3_object",
  ]
}
