import TemplateModel

/// Gives every resource an address that is its own: the unit and the name, where several templates share names.
enum Addresses {
  static func assign(in template: inout Template) {
    // A CloudFormation template's unit is its file; alone, it has none, and addresses are names.
    let isTemplate = template.files.map { $0.dialect == .cloudFormation }
    var templates = Set<Int>()
    for index in template.resources.indices where isTemplate[template.resources[index].file] {
      templates.insert(template.resources[index].file)
    }
    for index in template.resources.indices where isTemplate[template.resources[index].file] {
      if templates.count > 1 {
        template.resources[index].unit = template.files[template.resources[index].file].path
      }
      let unit = template.resources[index].unit
      let name = template.resources[index].name
      template.resources[index].address = unit.isEmpty ? name : "\(unit)/\(name)"
    }
  }
}
