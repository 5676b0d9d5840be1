import SourceText
import TemplateModel

/// Finds settings in Pulumi.yaml that the Pulumi CLI refuses.
///
/// A key with a namespace other than the project's, such as `aws:region`, may carry a value only, no `default`, `type`
/// or `description`; types are string, boolean, integer, object and array:
/// https://www.pulumi.com/docs/iac/concepts/projects/project-file/.
enum PulumiProject {
  static func evidence(_ scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated() where isProject(file) {
      let inIdeal = scene.ideal.files.contains { isProject($0) && !faults(of: $0).isEmpty }
      let counterpart = scene.ideal.files.first(where: isProject)
      for fault in faults(of: file) {
        found.append(
          Evidence(
            subject: DeltaSubject(file, order: 4_500_000 + index), path: PropertyPath([.key(fault.key)]),
            detail: fault.told, response: [file.location(fault.range)],
            ideal: counterpart.flatMap { place(of: fault.key, in: $0) }.map { [$0] } ?? [], confidence: 750,
            isInIdeal: inIdeal))
      }
    }
    return found
  }

  private static func isProject(_ file: TemplateFile) -> Bool {
    file.standing == .final && file.language == .yaml
      && (file.path == "Pulumi.yaml" || file.path.hasSuffix("/Pulumi.yaml"))
  }

  private struct Fault {
    var key: String
    var told: String
    var range: SourceRange
  }

  private static func place(of key: String, in file: TemplateFile) -> SourceLocation? {
    ProgramLine.lines(of: file).first { $0.starts(with: key + ":") }.map { file.location($0.range) }
  }

  private static func faults(of file: TemplateFile) -> [Fault] {
    let lines = ProgramLine.lines(of: file)
    let project = lines.first { $0.indentation == 0 && $0.starts(with: "name:") }
      .map { String(decoding: $0.text.dropFirst(5), as: UTF8.self) }?.filter {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
      }
    guard let config = lines.firstIndex(where: { $0.indentation == 0 && $0.starts(with: "config:") }) else {
      return []
    }
    var found: [Fault] = []
    var depth: Int?
    var key: (name: String, line: ProgramLine)?
    for line in lines[(config + 1)...] where !line.text.isEmpty && line.text.first != 0x23 {
      if line.indentation == 0 { break }
      let text = String(decoding: line.text, as: UTF8.self)
      if depth == nil || line.indentation <= depth ?? 0 {
        depth = line.indentation
        key = text.hasSuffix(":") ? (String(text.dropLast()), line) : nil
        continue
      }
      guard let key else { continue }
      let namespace = key.name.split(separator: ":", maxSplits: 1)
      let field = text.prefix { $0 != ":" }
      if namespace.count == 2, namespace[0] != project ?? "",
        ["default", "type", "description"].contains(field)
      {
        if found.last?.key == key.name {
          found[found.count - 1].range = key.line.range.union(line.range)
          continue
        }
        found.append(
          Fault(
            key: key.name,
            told: "\(field) is not allowed for the namespaced key \(key.name); it takes a value",
            range: key.line.range.union(line.range)))
      } else if field == "type" {
        let type = text.dropFirst(field.count + 1).filter { $0.isLetter }
        if !["string", "boolean", "integer", "object", "array"].contains(type), !type.isEmpty {
          found.append(
            Fault(
              key: key.name,
              told: "type \(type) of \(key.name) is none of string, boolean, integer, object and array",
              range: line.range))
        }
      }
    }
    return found
  }
}
