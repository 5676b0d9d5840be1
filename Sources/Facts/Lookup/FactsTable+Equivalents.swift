/// The same thing in other ecosystems: what one calls `AWS::S3::Bucket`, others call `aws_s3_bucket` or `s3.Bucket`.
///
/// For people; it reads whole sections.
extension FactsTable {
  /// The types that stand for the same resource elsewhere, in the order of the ecosystems.
  ///
  /// - Parameter cloudFormation: tells the CloudFormation type of a Terraform type, which the table does not hold.
  package func equivalents(
    of type: TypeFact, cloudFormation: (_ terraform: String) -> String?
  ) -> [TypeFact] {
    let wanted: String?
    var terraform: Set<String> = []
    switch type.section {
    case .cfn: wanted = type.key
    case .cdk: wanted = type.target.contains("::") ? type.target : nil
    case .tf, .pulumi:
      let key = type.section == .tf ? type.key : type.target
      guard key.hasPrefix("aws_"), !key.contains(".") else { return [] }
      terraform = [key]
      wanted = cloudFormation(key)
    default: wanted = nil
    }
    var found: [TypeFact] = []
    func add(_ line: FactLine, _ section: FactsSection, _ ecosystem: FactsEcosystem) {
      if line.key != type.key || section != type.section {
        found.append(TypeFact(line, section, ecosystem, owner: bytes))
      }
    }
    if let wanted {
      if let own = self.type(wanted, in: .cloudFormation) { add(own.line, .cfn, .cloudFormation) }
      for line in lines(of: .tf) where line.isKind("r") && cloudFormation(line.key) == wanted {
        terraform.insert(line.key)
      }
    }
    for key in terraform.sorted() {
      if let fact = self.type(key, in: .terraform) { add(fact.line, .tf, .terraform) }
    }
    if let wanted {
      let target = Array(wanted.utf8)
      for line in lines(of: .cdk) where line.isKind("c") && line.field(3).elementsEqual(target) {
        add(line, .cdk, .cdk)
      }
    }
    let targets = terraform.map { Array($0.utf8) }
    for line in lines(of: .pulumi)
    where line.isKind("r") && targets.contains(where: line.field(3).elementsEqual) {
      add(line, .pulumi, .pulumi)
    }
    return found
  }

  /// What a name stands for in any ecosystem: types, then places of a simple name.
  package func types(called name: String) -> [TypeFact] {
    var found: [TypeFact] = []
    for ecosystem in FactsEcosystem.allCases {
      if let type = type(name, in: ecosystem), cdktfClassMismatch(name, type) == nil || ecosystem != .cdktf {
        found.append(type)
      }
    }
    guard found.isEmpty || SymbolSpelling.words(name).count == 1 else { return found }
    for ecosystem in [FactsEcosystem.cdk, .pulumi] where !found.contains(where: { $0.ecosystem == ecosystem })
    {
      found += homes(of: name, in: ecosystem).compactMap { type($0, in: ecosystem) }
    }
    return found
  }
}
