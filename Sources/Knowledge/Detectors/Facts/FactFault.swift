import SourceText
import TemplateModel

/// Something in a template that is not as the table of facts has it.
struct FactFault {
  enum Kind: Hashable {
    /// A resource type, data source or class that does not exist.
    case type
    /// A module of a library that does not exist.
    case module
    /// A method, attribute or enumeration member that does not exist.
    case member
    /// A property or argument that does not exist.
    case property
    /// An attribute that cannot be asked of a resource.
    case attribute
    /// A value of another kind than the property takes.
    case kind
    /// A required property that is not there.
    case missing
    /// A value that the property does not take.
    case value
    /// A type, member or property that is to be used no more.
    case deprecated
    /// The same, where it belongs to an S3 bucket, whose properties have become resources of their own.
    case deprecatedBucket
    case managedPolicy, configRule, action, region
    /// A Lambda runtime or a database engine's version that is withdrawn, or about to be.
    case runtime, engineVersion
    /// A class of CDKTF whose real name ends otherwise.
    case classSuffix
  }

  var kind: Kind
  /// What is wrong, as written: `grantWrit`, `AWS::S3::Object`.
  var symbol: String
  /// What it was looked for in: `aws_s3.Bucket`; empty where it stands by itself.
  var owner: String
  /// The way to it in its resource, where it is a property.
  var path = PropertyPath()
  var location: SourceLocation
  /// What the compiler, the synthesizer or the service answers.
  var answer: String
  /// Names that exist, the nearest first.
  var instead: [String] = []
  /// Whether it stands in an import.
  var isImport = false

  /// Says the same of both sides where both have it.
  var key: String { "\(kind) \(owner) \(FactFault.folded(symbol))" }

  /// The last word of the owner: `Bucket`.
  var ownerTitle: String { owner.split(separator: ".").last.map(String.init) ?? owner }

  /// The kind of a deprecation, by the type that it belongs to.
  static func deprecation(of type: String) -> Kind {
    type.hasPrefix("s3.") || type.hasPrefix("aws_s3_bucket") ? .deprecatedBucket : .deprecated
  }

  /// A name without the marks of a language.
  static func folded(_ name: String) -> String { PropertyPattern.normal(name) }
}
