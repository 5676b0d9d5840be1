package import SourceText

/// A place where a program uses a name of an infrastructure library, and the way from the library to it.
///
///     import { Vpc } from 'aws-cdk-lib/aws-ec2';        module aws_ec2  steps Vpc           an import
///     ec2.Vpc.fromLookup(this, 'Vpc', { vpcId }).vpcArn  module aws_ec2  steps Vpc fromLookup(…) vpcArn
///     bucket.grantWrit(role)                             module aws_s3   steps Bucket new(…) grantWrit(…)
package struct SymbolUse: Sendable {
  /// A name on the way, and what is done with it.
  package struct Step: Sendable {
    package var name: String
    package var location: SourceLocation
    /// The arguments as written, where it is called; nothing in them is evaluated.
    ///
    /// Named ones by their names, positional ones with an empty key; `...` stands for what is spread or cut off.
    package var arguments: [Member]?
    /// Whether the call makes an instance of a class.
    package var isNew = false
    /// Whether an element is taken of it: `[0]`.
    package var isIndexed = false

    package init(name: String, location: SourceLocation) {
      self.name = name
      self.location = location
    }
  }

  package var dialect: Dialect
  package var language: Language
  /// Index of the file in `Template.files`.
  package var file: Int
  /// As the facts name it, the package left out: `aws_ec2`, `s3`, `provider-aws.s3_bucket`, `cdktf`; empty for the root.
  package var module: String
  package var steps: [Step]
  /// The steps that are written elsewhere, where the use goes through a variable or an import.
  package var inherited: Int
  package var isImport: Bool
  /// What is written here.
  package var location: SourceLocation

  package init(
    dialect: Dialect, language: Language, file: Int, module: String, steps: [Step], inherited: Int,
    isImport: Bool, location: SourceLocation
  ) {
    self.dialect = dialect
    self.language = language
    self.file = file
    self.module = module
    self.steps = steps
    self.inherited = inherited
    self.isImport = isImport
    self.location = location
  }
}
