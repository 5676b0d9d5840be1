import TemplateModel

/// The names that one CloudFormation template declares, so that a `Ref` can say what it refers to.
struct DeclaredNames {
  var resources: Set<String> = []
  var parameters: Set<String> = []
  var conditions: Set<String> = []

  func reference(to target: String, attribute: String? = nil) -> Reference {
    let kind: Reference.Kind =
      if target.hasPrefix("AWS::") {
        .pseudo
      } else if parameters.contains(target) {
        .parameter
      } else if resources.contains(target) {
        .resource
      } else {
        .unresolved
      }
    return Reference(target: target, attribute: attribute, kind: kind)
  }
}
