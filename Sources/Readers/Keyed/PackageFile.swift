import TemplateModel

/// `package.json`: the packages that a project loads, and its other keys as settings.
enum PackageFile {
  private static let dependencies: Set<String> = [
    "dependencies", "devDependencies", "peerDependencies", "optionalDependencies",
  ]

  static func read(_ document: inout KeyedDocument, into template: inout Template) {
    for member in document.members() {
      if dependencies.contains(member.key) {
        for package in member.value.members { document.declare(.dependency, package, into: &template) }
      } else {
        document.declare(.setting, member, into: &template)
      }
    }
  }
}
