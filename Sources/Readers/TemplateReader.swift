package import SourceText
package import TemplateModel

/// Reads one side of a comparison, whatever it is given as: a Markdown answer, a template, or a folder.
package enum TemplateReader {
  /// Everything that the documents declare; what could not be read is in the template's `problems`.
  package static func template(from documents: [SourceFile]) -> Template {
    let answer = AnswerReader.files(documents)
    var template = Template(documents: documents)
    template.files = answer.files
    template.problems = answer.problems
    for (index, file) in answer.files.enumerated() where file.standing != .superseded {
      switch file.dialect {
      case .cloudFormation: CloudFormationReader.read(file: index, into: &template)
      default: break
      }
    }
    for (index, document) in documents.enumerated() where Language(path: document.path) == .markdown {
      template.declaredChanges += DeclaredChanges.find(in: document, index: UInt32(truncatingIfNeeded: index))
    }
    Excerpts.fold(in: &template)
    Addresses.assign(in: &template)
    template.problems = template.problems.inTextOrder
    return template
  }
}

extension [LocatedProblem] {
  /// By document and place, each problem once.
  fileprivate var inTextOrder: [LocatedProblem] {
    var seen = Set<LocatedProblem>()
    return filter { seen.insert($0).inserted }.sorted { first, second in
      let (some, other) = (first.location, second.location)
      return (some.document, some.range.start, some.range.end) < (
        other.document, other.range.start, other.range.end
      )
    }
  }
}
