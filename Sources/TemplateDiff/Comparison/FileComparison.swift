import TemplateModel

/// The files that only one side has, among those whose text counts and whose path is given.
enum FileComparison {
  static func deltas(_ response: Template, _ ideal: Template) -> [Delta] {
    let here = paths(response)
    let there = paths(ideal)
    var deltas: [Delta] = []
    for (index, file) in ideal.files.enumerated() where isGiven(file) && !here.contains(file.path) {
      deltas.append(
        Delta(
          kind: .added, subject: .file(response: nil, ideal: index), path: PropertyPath(), response: nil,
          ideal: Delta.Side(value: nil, location: file.location)))
    }
    for (index, file) in response.files.enumerated() where isGiven(file) && !there.contains(file.path) {
      deltas.append(
        Delta(
          kind: .removed, subject: .file(response: index, ideal: nil), path: PropertyPath(),
          response: Delta.Side(value: nil, location: file.location), ideal: nil))
    }
    return deltas
  }

  private static func paths(_ template: Template) -> Set<String> {
    Set(template.files.filter(isGiven).map(\.path))
  }

  private static func isGiven(_ file: TemplateFile) -> Bool { file.isPathGiven && file.standing == .final }
}
