import SourceText
package import TemplateModel

/// What was read, for people: files, resources, declarations and problems, each with its lines.
///
///     Files (1)
///       lib/TapStack.yml  YAML, CloudFormation (Resources with AWS:: types), stack  MODEL_RESPONSE.md:5-40
///
///     Resources (2)
///       LogBucket  AWS::S3::Bucket, 2 properties  MODEL_RESPONSE.md:9-14
///         AccessControl:12, Tags:13-14
package struct TextTemplate: Sendable {
  private let template: Template
  private let style: TerminalStyle

  package init(_ template: Template, style: TerminalStyle = TerminalStyle(isColoured: false)) {
    self.template = template
    self.style = style
  }

  /// The whole listing, with a final line break.
  package var text: String {
    var blocks = [
      block("Files", template.files.map(line(of:))), block("Resources", template.resources.map(line(of:))),
    ]
    for kind in Declaration.Kind.allCases {
      let declarations = template.declarations(kind)
      if !declarations.isEmpty { blocks.append(block(kind.title, declarations.map(line(of:)))) }
    }
    if !template.functions.isEmpty {
      blocks.append(block("Embedded code", template.functions.map(line(of:))))
    }
    blocks.append(block("Problems", template.problems.map(line(of:))))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func block(_ title: String, _ lines: [String]) -> String {
    ([style.paint("\(title) (\(lines.count))", .bold)] + lines).joined(separator: "\n")
  }

  private func row(_ name: String, _ remark: String, at location: SourceLocation) -> String {
    let name = style.paint(name.isEmpty ? "(no name)" : name.visibleLine, .cyan)
    let parts = [name, remark.visibleLine, style.paint(template.place(location), .faint)]
    return "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func line(of file: TemplateFile) -> String {
    var remarks = [file.language.title]
    if let dialect = file.dialect {
      remarks.append(dialect.title + (file.dialectReason.isEmpty ? "" : " (\(file.dialectReason))"))
    }
    remarks.append(file.role.rawValue)
    if file.standing != .final { remarks.append(file.standing.rawValue) }
    if !file.isComplete { remarks.append("incomplete") }
    if !file.isPathGiven { remarks.append("path not given") }
    return row(file.path, remarks.joined(separator: ", "), at: file.location)
  }

  private func line(of resource: Resource) -> String {
    var remarks = [resource.type]
    if resource.canonicalType != resource.type { remarks.append(resource.canonicalType) }
    remarks.append(counted(resource.properties.members.count, "property", plural: "properties"))
    if resource.isLookup { remarks.append("looked up") }
    if !resource.isComplete { remarks.append("incomplete") }
    let head = row(resource.address, remarks.joined(separator: ", "), at: resource.location)
    let properties = resource.properties.members.map { member in
      let lines = template.lines(of: member.location)
      return "\(member.key.visibleLine):\(lines.lowerBound)" + (lines.count > 1 ? "-\(lines.upperBound)" : "")
    }
    if properties.isEmpty { return head }
    return head + "\n" + wrapped(properties.joined(separator: ", "), width: 96, indent: "    ")
  }

  private func line(of declaration: Declaration) -> String {
    let unit = declaration.unit.isEmpty ? "" : "in \(declaration.unit)"
    return row(declaration.name, unit, at: declaration.location)
  }

  private func line(of function: EmbeddedCode) -> String {
    let owner = function.resource.flatMap { template.resources.indices.contains($0) ? $0 : nil }
    return row(
      owner.map { template.resources[$0].address } ?? "", function.language.title, at: function.location)
  }

  private func line(of problem: LocatedProblem) -> String {
    let sentence = problem.problem.sentence.visibleLine
    let ink: TerminalStyle.Ink = problem.problem.weight == .note ? .faint : .yellow
    return "  \(style.paint(template.place(problem.location), ink))  \(sentence)"
  }
}

extension Declaration.Kind {
  fileprivate var title: String {
    switch self {
    case .parameter: "Parameters"
    case .output: "Outputs"
    case .mapping: "Mappings"
    case .condition: "Conditions"
    case .local: "Locals"
    case .provider: "Providers"
    case .backend: "Backends"
    case .module: "Modules"
    case .rule: "Rules"
    case .transform: "Transforms"
    case .metadata: "Metadata"
    case .description: "Descriptions"
    case .dependency: "Dependencies"
    case .setting: "Settings"
    }
  }
}
