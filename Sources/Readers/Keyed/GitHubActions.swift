import TemplateModel

/// GitHub workflows: each job is a resource; triggers, permissions and variables are settings.
///
/// Source: GitHub's documentation, "Workflow syntax for GitHub Actions".
enum GitHubActions {
  static func read(_ document: inout KeyedDocument, into template: inout Template) {
    for member in document.members() {
      guard member.key == "jobs" else {
        document.declare(.setting, member, into: &template)
        continue
      }
      for job in member.value.members {
        var resource = document.resource(job, type: "github:job", dependencies: "needs")
        resource.count = job.value.at("strategy", "matrix")
        template.resources.append(resource)
      }
    }
  }
}
