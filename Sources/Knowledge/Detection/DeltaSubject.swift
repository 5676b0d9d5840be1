import TemplateDiff
package import TemplateModel

/// What a delta, a sighting or a finding speaks of, with the words by which known failures select it.
package struct DeltaSubject: Sendable {
  package enum Kind: Hashable, Sendable {
    case resource, property, file
    case declaration(Declaration.Kind)
    /// The template as a whole.
    case template

    static let words = ["resource", "property", "file"] + Declaration.Kind.allCases.map(\.rawValue)

    init?(word: String) {
      switch word {
      case "resource": self = .resource
      case "property": self = .property
      case "file": self = .file
      default:
        guard let kind = Declaration.Kind(rawValue: word) else { return nil }
        self = .declaration(kind)
      }
    }
  }

  var kind: Kind
  /// Canonical type of a resource, `parameter` or `output` for declarations, `file` for files.
  var type: String
  /// Logical name, declaration's name, or path.
  var name: String
  var address: String
  /// Its place in the template, ideal before response, so that findings keep the order of the text.
  var order: Int

  init(kind: Kind, type: String, name: String, address: String, order: Int) {
    self.kind = kind
    self.type = type
    self.name = name
    self.address = address
    self.order = order
  }

  init(_ resource: Resource, order: Int, kind: Kind = .resource) {
    self.init(
      kind: kind, type: resource.canonicalType, name: resource.name, address: resource.address, order: order)
  }

  init(_ declaration: Declaration, order: Int) {
    self.init(
      kind: .declaration(declaration.kind), type: declaration.kind.rawValue, name: declaration.name,
      address: declaration.unit.isEmpty ? declaration.name : "\(declaration.unit)/\(declaration.name)",
      order: order)
  }

  init(_ file: TemplateFile, order: Int) {
    self.init(kind: .file, type: "file", name: file.path, address: file.path, order: order)
  }

  /// The name that tells it from others: a block's label goes with its type, `aws_vpc.main`.
  var shownName: String {
    let parts = address.split(separator: ".")
    guard parts.count >= 2, parts[parts.count - 1] == name, parts[parts.count - 2].contains("_"),
      !address.contains("/")
    else { return name }
    return "\(parts[parts.count - 2]).\(name)"
  }

  /// The template as a whole, where nothing smaller is meant.
  static let template = DeltaSubject(
    kind: .template, type: "template", name: "the template", address: "", order: 0)
}
