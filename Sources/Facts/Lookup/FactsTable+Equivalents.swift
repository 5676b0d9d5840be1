/// The same thing in other ecosystems: what one calls `AWS::S3::Bucket`, others call `aws_s3_bucket` or `s3.Bucket`.
///
/// For people; it reads whole sections.
extension FactsTable {
  /// The types that stand for the same resource elsewhere, in the order of the ecosystems.
  package func equivalents(of type: TypeFact) -> [TypeFact] {
    var cloudFormation: String?
    var terraform: Set<String> = []
    switch type.section {
    case .cfn: cloudFormation = type.key
    case .cdk where type.target.contains("::"): cloudFormation = type.target
    case .tf where !type.key.contains("."): terraform = [type.key]
    case .pulumi where type.target.hasPrefix("aws_"): terraform = [type.target]
    default: return []
    }
    if let key = cloudFormation {
      terraform = Set(Self.terraformNames(of: key).filter { self.type($0, in: .terraform) != nil }.prefix(1))
    } else if let key = terraform.first {
      for line in lines(of: .cfn) where line.field(1).first == UInt8(ascii: "t") {
        if Self.terraformNames(of: line.key).contains(key) { cloudFormation = line.key }
      }
    }
    var found: [TypeFact] = []
    if let cloudFormation, let fact = self.type(cloudFormation, in: .cloudFormation) { found.append(fact) }
    for key in terraform.sorted() { if let fact = self.type(key, in: .terraform) { found.append(fact) } }
    for line in lines(of: .cdk) where cloudFormation != nil && line.target == cloudFormation {
      if line.field(1).first == UInt8(ascii: "c") { found.append(TypeFact(line, .cdk, .cdk, owner: bytes)) }
    }
    for line in lines(of: .pulumi)
    where terraform.contains(line.target) && line.field(1).first == UInt8(ascii: "r") {
      found.append(TypeFact(line, .pulumi, .pulumi, owner: bytes))
    }
    return found.filter { $0.key != type.key || $0.section != type.section }
  }

  /// What Terraform would call a type, the likeliest first: `aws_ec2_vpc`, `aws_vpc`, `aws_db_instance`.
  private static func terraformNames(of key: String) -> [String] {
    let words = key.split(separator: ":")
    guard words.count == 3, words[0] == "AWS" else { return [] }
    let service = words[1].lowercased()
    let name = SymbolSpelling.snake(String(words[2]))
    let short = [
      "elasticloadbalancingv2": "lb", "certificatemanager": "acm", "stepfunctions": "sfn",
      "events": "cloudwatch_event",
      "logs": "cloudwatch", "elasticache": "elasticache", "rds": "db", "autoscaling": "autoscaling",
      "msk": "msk",
    ]
    var names = ["aws_\(service)_\(name)"]
    if let other = short[service] { names.append("aws_\(other)_\(name)") }
    names += [
      "aws_\(name)", "aws_\(service)_\(name.replacing("db_", with: ""))",
      "aws_\(SymbolSpelling.snake(String(words[1])))_\(name)",
    ]
    if ["load_balancer"].contains(name) { names.append("aws_lb") }
    return names
  }

  /// What a name stands for in any ecosystem: types, then places of a simple name.
  package func types(called name: String) -> [TypeFact] {
    var found: [TypeFact] = []
    for ecosystem in FactsEcosystem.allCases {
      if let type = type(name, in: ecosystem), cdktfClassMismatch(name, type) == nil || ecosystem != .cdktf {
        found.append(type)
      }
    }
    if !found.isEmpty { return found }
    for ecosystem in [FactsEcosystem.cdk, .pulumi] {
      found += homes(of: name, in: ecosystem).compactMap { type($0, in: ecosystem) }
    }
    return found
  }
}
