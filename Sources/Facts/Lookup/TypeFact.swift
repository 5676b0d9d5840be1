/// A type of the table.
package struct TypeFact: @unchecked Sendable {
  /// The key of its line: `aws_s3.Bucket`, `AWS::S3::Bucket.Rule`, `aws_s3_bucket.versioning`.
  package let key: String
  package let ecosystem: FactsEcosystem
  let section: FactsSection
  /// The bytes it points to belong to `owner`.
  let line: FactLine
  let owner: FactsBytes

  init(_ line: FactLine, _ section: FactsSection, _ ecosystem: FactsEcosystem, owner: FactsBytes) {
    key = line.key
    self.line = line
    self.section = section
    self.ecosystem = ecosystem
    self.owner = owner
  }

  /// What it is, in a word.
  package var kind: String {
    switch (section, line.field(1).first) {
    case (.cfn, UInt8(ascii: "t")): "resource type"
    case (.cfn, UInt8(ascii: "u")): "resource type, known by name only"
    case (.cfn, _): "definition"
    case (.tf, UInt8(ascii: "r")), (.pulumi, UInt8(ascii: "r")): "resource"
    case (.tf, UInt8(ascii: "d")): "data source"
    case (.tf, UInt8(ascii: "b")): "nested block"
    case (.tf, _): "provider"
    case (_, UInt8(ascii: "s")): "argument type"
    case (_, UInt8(ascii: "o")): "output type"
    case (_, UInt8(ascii: "f")): "function"
    case (_, UInt8(ascii: "e")): "enumeration"
    case (_, UInt8(ascii: "i")): "interface"
    case (_, UInt8(ascii: "a")): "abstract class"
    default: "class"
    }
  }

  package var isEnumeration: Bool { section != .engines && line.field(1).first == UInt8(ascii: "e") }
  package var isDeprecated: Bool { line.isDeprecated }
  /// The equivalent in CloudFormation or Terraform, or the replacement of a deprecated type; empty without one.
  package var target: String { line.target }
  /// Whether what is not listed does not exist.
  package var isClosed: Bool {
    section == .cfn ? line.field(1).contains(UInt8(ascii: "c")) : true
  }

  /// The parameters of its constructor, required ones marked with `!`: `scope!:/C`, `props:.BucketProps`.
  var parameters: [String] { line.extras }

  /// The part of the key before the simple name: `aws_s3`, `AWS::S3::Bucket`.
  var module: String {
    section == .cfn || section == .tf
      ? String(key.prefix { $0 != "." })
      : section == .pulumi
        ? String(key.prefix { $0 != "." }) : AssemblyFacts.module(of: key)
  }
}
