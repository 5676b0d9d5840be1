import TemplateModel

/// Gives every resource an address that is its own: the unit and the name, where several templates share names.
enum Addresses {
  static func assign(in template: inout Template) {
    let templates = Set(template.resources.filter { isTemplate($0, template) }.map(\.file))
    for index in template.resources.indices where isTemplate(template.resources[index], template) {
      if templates.count > 1 {
        template.resources[index].unit = template.files[template.resources[index].file].path
      }
      let resource = template.resources[index]
      template.resources[index].address =
        resource.unit.isEmpty ? resource.name : "\(resource.unit)/\(resource.name)"
    }
  }

  /// Whether a resource stands in a CloudFormation template, whose unit is the file.
  private static func isTemplate(_ resource: Resource, _ template: Template) -> Bool {
    template.files[resource.file].dialect == .cloudFormation
  }
}
