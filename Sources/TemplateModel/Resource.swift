package import SourceText

/// One declared thing of the cloud.
package struct Resource: Sendable {
  /// Names the resource within its template: `LogBucket`, `TapStack/LogBucket`, `module.net.aws_vpc.main`.
  package var address: String
  /// The type as written: `AWS::S3::Bucket`, `aws_s3_bucket`, `s3.Bucket`, `aws.s3.Bucket`.
  package var type: String
  /// The type in the words of CloudFormation where it has one there; otherwise as written.
  package var canonicalType: String
  /// The logical id, construct id, or block label.
  package var name: String
  /// The stack, component or module that holds it; empty where the dialect has none.
  package var unit: String
  /// Index of the file in `Template.files`.
  package var file: Int
  /// What the resource is asked to be: a map.
  package var properties: Value
  /// What stands beside the properties: `DeletionPolicy`, `Metadata`, `lifecycle`, `provider`, resource options.
  package var attributes: [Member]
  package var dependsOn: [(reference: Reference, location: SourceLocation)]
  /// The condition under which it exists: a condition's name or the text of an `if`.
  package var condition: Value?
  /// How many there are, where the dialect can say: `count`, `for_each`, a loop's iterable.
  package var count: Value?
  /// Whether it is looked up (`data`, `fromBucketName`) rather than created.
  package var isLookup: Bool
  /// The whole declaration.
  package var location: SourceLocation
  package var nameLocation: SourceLocation
  package var typeLocation: SourceLocation
  /// False where the text ends, or is left out, within the declaration.
  package var isComplete: Bool

  package init(
    address: String, type: String, canonicalType: String, name: String, unit: String = "", file: Int,
    properties: Value, location: SourceLocation, nameLocation: SourceLocation, typeLocation: SourceLocation
  ) {
    self.address = address
    self.type = type
    self.canonicalType = canonicalType
    self.name = name
    self.unit = unit
    self.file = file
    self.properties = properties
    attributes = []
    dependsOn = []
    condition = nil
    count = nil
    isLookup = false
    self.location = location
    self.nameLocation = nameLocation
    self.typeLocation = typeLocation
    isComplete = true
  }

  /// An attribute beside the properties.
  package func attribute(_ key: String) -> Value? { attributes.last { $0.key == key }?.value }
}
