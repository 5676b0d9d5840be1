import TemplateModel

/// GitLab pipelines: each outermost key that is no keyword is a job, hidden ones (`.deploy`) are settings.
///
/// Source: GitLab's documentation, "CI/CD YAML syntax reference".
enum GitLabCI {
  private static let keywords: Set<String> = [
    "default", "include", "stages", "variables", "workflow", "spec", "image", "services", "cache",
    "before_script", "after_script",
  ]

  static func read(_ document: inout KeyedDocument, into template: inout Template) {
    for member in document.members() {
      guard !keywords.contains(member.key), !member.key.hasPrefix("."), !member.value.members.isEmpty else {
        document.declare(.setting, member, into: &template)
        continue
      }
      var resource = document.resource(member, type: "gitlab:job", dependencies: "needs")
      resource.count = member.value["parallel"]
      template.resources.append(resource)
    }
  }
}
