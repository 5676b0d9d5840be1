/// CDKTF names follow from Terraform's; only some sixty of the AWS provider deviate, most by a final `A`.
///
///     S3BucketLifecycleRule   aws_s3_bucket + lifecycle_rule   compared without case, underscores and dots
extension FactsTable {
  func cdktfType(_ name: String) -> TypeFact? {
    let words = SymbolSpelling.words(name)
    guard let simple = words.last, !SymbolSpelling.isOtherProvider(words) else { return nil }
    if SymbolSpelling.isCDKTFCore(words) { return fact(simple, .cdktfcore, .cdktf) }
    if words.count == 2, words[0] == "constructs" { return fact(simple, .constructs, .cdktf) }
    // A name with another package or module before it is none of the provider.
    guard
      words.count == 1 || SymbolSpelling.isAWSProvider(words) || cdktfModule(words[words.count - 2]) != nil
    else { return nil }
    // The module decides between the class of one resource and a struct of another.
    if words.count > 1, let owner = cdktfModule(words[words.count - 2]),
      let block = nestedBlock(of: owner, className: words[words.count - 2], simple)
    {
      return block
    }
    if let exception = line(simple, in: .cdktf) { return fact(exception.target, .tf, .cdktf) }
    if let found = terraformType(ofClass: simple) { return found }
    for suffix in ["Config", "OutputReference", "List", "Map"] where simple.hasSuffix(suffix) {
      if let found = cdktfType(String(simple.dropLast(suffix.utf8.count))) { return found }
    }
    return nestedBlock(simple)
  }

  private func terraformType(ofClass simple: String) -> TypeFact? {
    if simple == "AwsProvider" { return fact("provider.aws", .tf, .cdktf) }
    let folded = Folded.name(simple)
    let data = Folded.name("DataAws")
    let key =
      folded.starts(with: data)
      ? Array("data.aws".utf8) + folded.dropFirst(data.count) : Array("aws".utf8) + folded
    return lines(key, in: .tf).first.map { TypeFact($0, .tf, .cdktf, owner: bytes) }
  }

  /// The nested block whose struct bears this name: the longest resource name that opens it, then its path.
  private func nestedBlock(_ simple: String) -> TypeFact? {
    let letters = Array(simple.utf8)
    for end in stride(from: letters.count - 1, to: 1, by: -1)
    where letters[end] >= 0x41 && letters[end] <= 0x5A {
      let opening = String(decoding: letters[..<end], as: UTF8.self)
      guard
        let owner = line(opening, in: .cdktf).flatMap({ fact($0.target, .tf, .cdktf) })
          ?? terraformType(ofClass: opening)
      else { continue }
      if let block = nestedBlock(of: owner, className: opening, simple) { return block }
    }
    return nil
  }

  private func nestedBlock(of owner: TypeFact, className: String, _ simple: String) -> TypeFact? {
    let name = Folded.name(simple)
    let opening = Folded.name(className)
    guard name.count > opening.count, name.starts(with: opening) else { return nil }
    let rest = name[opening.count...]
    let prefix = Folded.name(owner.key) + [UInt8(ascii: ".")]
    for line in lines(startingWith: prefix, in: .tf, limit: 2000) {
      let path = Folded.name(line.key).dropFirst(prefix.count).filter { $0 != UInt8(ascii: ".") }
      if path.elementsEqual(rest) { return TypeFact(line, .tf, .cdktf, owner: bytes) }
    }
    return nil
  }

  /// The Terraform type of a module: `s3-bucket`, `s3_bucket`, `data_aws_vpc`.
  func cdktfModule(_ module: String) -> TypeFact? { terraformType(ofClass: module) }

  /// The class's real name, where a class is called as its Terraform type suggests and yet is not.
  func cdktfClassMismatch(_ name: String, _ found: TypeFact) -> String? {
    guard found.section == .tf, let simple = SymbolSpelling.words(name).last else { return nil }
    let suffixes = ["Config", "OutputReference", "List", "Map"]
    guard !suffixes.contains(where: { simple.hasSuffix($0) }) else { return nil }
    let others = lines(of: .cdktf).filter { $0.target == found.key }
    return others.contains { $0.key == simple } ? nil : others.first?.key
  }
}
