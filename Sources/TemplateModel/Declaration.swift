package import SourceText

/// Something that a template declares beside its resources.
package struct Declaration: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case parameter, output, mapping, condition, local, provider, backend, module, rule, transform, metadata
    /// Text that describes the template as a whole: CloudFormation's `Description`.
    case description
    /// A package, module or library that a program loads.
    case dependency
    /// A setting of a project file: `cdk.json`, `Pulumi.yaml`, `tsconfig.json`.
    case setting
  }

  package var kind: Kind
  package var name: String
  /// The stack, component or module that holds it; empty where the dialect has none.
  package var unit: String
  /// Index of the file in `Template.files`.
  package var file: Int
  package var value: Value
  package var location: SourceLocation
  package var nameLocation: SourceLocation

  package init(
    kind: Kind, name: String, unit: String = "", file: Int, value: Value, location: SourceLocation,
    nameLocation: SourceLocation
  ) {
    self.kind = kind
    self.name = name
    self.unit = unit
    self.file = file
    self.value = value
    self.location = location
    self.nameLocation = nameLocation
  }
}
