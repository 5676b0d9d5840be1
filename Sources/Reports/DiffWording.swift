import SourceText
import TemplateDiff
import TemplateModel

/// How a difference is named, the same in every format.
struct DiffWording: Sendable {
  let diff: TemplateDiff

  /// `LogBucket`, or `Logs → LogBucket` where the two sides name it differently.
  func name(of subject: Delta.Subject) -> String {
    let names = sides(of: subject)
    switch (names.response?.name, names.ideal?.name) {
    case (let response?, let ideal?): return response == ideal ? ideal : "\(response) → \(ideal)"
    case (let response?, nil): return response
    case (nil, let ideal?): return ideal
    case (nil, nil): return ""
    }
  }

  /// What kind of thing it is: `AWS::S3::Bucket`, `output`, `file`.
  func type(of subject: Delta.Subject) -> String {
    let names = sides(of: subject)
    guard let type = names.ideal?.type ?? names.response?.type else { return "" }
    guard let response = names.response?.type, response != type else { return type }
    return "\(response) → \(type)"
  }

  func location(of subject: Delta.Subject) -> (response: SourceLocation?, ideal: SourceLocation?) {
    let names = sides(of: subject)
    return (names.response?.location, names.ideal?.location)
  }

  /// What happens to a value: `PublicRead → Private`, `(reordered)`.
  func change(_ delta: Delta, limit: Int = 60) -> String {
    let response = delta.response?.value?.summary(limit: limit)
    let ideal = delta.ideal?.value?.summary(limit: limit)
    let remark: String? =
      switch delta.kind {
      case .added, .removed, .changed: nil
      case .renamed: "renamed"
      case .reordered: "reordered"
      case .literalToReference: "literal to reference"
      case .referenceToLiteral: "reference to literal"
      case .retargeted: "retargeted"
      case .conditionalised: "condition"
      case .moved: "moved"
      case .retyped: "another type"
      case .split: "on its own"
      case .merged: "within another"
      }
    let access: String? =
      switch delta.access {
      case .widened: "widens access"
      case .narrowed: "narrows access"
      case nil: nil
      }
    let impact: String? =
      switch delta.impact {
      case .mayReplace where !delta.isNameOrPlace: "may replace"
      case .replace: "replaces"
      case .mayInterrupt: "may interrupt"
      case .orphan: "stays behind"
      default: nil
      }
    let values: String? =
      switch delta.kind {
      case .added: ideal
      case .removed: response
      case .reordered: nil
      default: response.flatMap { response in ideal.map { "\(response) → \($0)" } } ?? ideal ?? response
      }
    let loss = delta.losesData ? "loses its data" : nil
    let isCut = delta.isPastBreak ? "not present after truncation" : nil
    let remarks = [remark, isCut, access, impact, loss].compactMap { $0 }
    return [values, remarks.isEmpty ? nil : "(\(remarks.joined(separator: ", ")))"].compactMap { $0 }
      .joined(separator: " ")
  }

  private struct Name {
    let name: String
    let type: String
    let location: SourceLocation
  }

  private func sides(of subject: Delta.Subject) -> (response: Name?, ideal: Name?) {
    switch subject {
    case .resource(let response, let ideal):
      (name(resource: response, in: diff.response), name(resource: ideal, in: diff.ideal))
    case .declaration(let kind, let response, let ideal):
      (
        name(declaration: response, kind, in: diff.response),
        name(declaration: ideal, kind, in: diff.ideal)
      )
    case .file(let response, let ideal):
      (name(file: response, in: diff.response), name(file: ideal, in: diff.ideal))
    }
  }

  private func name(resource index: Int?, in template: Template) -> Name? {
    guard let index, template.resources.indices.contains(index) else { return nil }
    let resource = template.resources[index]
    return Name(
      name: resource.address.isEmpty ? "(unnamed)" : resource.address, type: resource.type,
      location: resource.location)
  }

  private func name(declaration index: Int?, _ kind: Declaration.Kind, in template: Template) -> Name? {
    guard let index, template.declarations.indices.contains(index) else { return nil }
    let declaration = template.declarations[index]
    return Name(
      name: declaration.name.isEmpty ? "(unnamed)" : declaration.name, type: kind.rawValue,
      location: declaration.location)
  }

  private func name(file index: Int?, in template: Template) -> Name? {
    guard let index, template.files.indices.contains(index) else { return nil }
    let file = template.files[index]
    return Name(name: file.path, type: "file", location: file.location)
  }
}
