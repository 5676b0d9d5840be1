import TemplateModel

/// The services that a template uses, in the order in which they appear: `S3`, `Lambda`, `azurerm_storage`.
struct ServiceList {
  let names: [String]

  init(_ template: Template, leavingOut supporting: [String]) {
    var names: [String] = []
    for resource in template.resources where !resource.isLookup {
      guard let name = ServiceList.service(of: resource.canonicalType), !supporting.contains(name),
        !names.contains(name)
      else { continue }
      names.append(name)
    }
    self.names = names
  }

  /// Providers that compute or wait and run nothing.
  private static let helpers: Set<Substring> = [
    "null", "random", "local", "tls", "archive", "time", "external", "template", "http", "terraform",
  ]

  /// The middle of `AWS::S3::Bucket`, or the first two words of another provider's type.
  ///
  /// Nil for a type of AWS that CloudFormation does not have.
  static func service(of canonicalType: String) -> String? {
    let parts = canonicalType.split(separator: ":")
    if parts.count == 3 { return parts[0] == "AWS" ? String(parts[1]) : nil }
    let words = canonicalType.split(separator: "_")
    return words.count > 1 && words[0] != "aws" && !helpers.contains(words[0])
      ? words.prefix(2).joined(separator: "_") : nil
  }
}
