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
    for dialect in Dialect.allCases {
      let files = answer.files.indices.filter {
        answer.files[$0].dialect == dialect && answer.files[$0].standing != .superseded
      }
      if !files.isEmpty { read(files, of: dialect, into: &template) }
    }
    for file in answer.files.indices where answer.files[file].standing != .superseded {
      KeyedReader.read(file: file, into: &template)
    }
    template.inTextOrder()
    for (index, document) in documents.enumerated() where Language(path: document.path) == .markdown {
      template.declaredChanges += DeclaredChanges.find(in: document, index: UInt32(truncatingIfNeeded: index))
    }
    Excerpts.fold(in: &template)
    Addresses.assign(in: &template)
    template.problems = template.problems.inTextOrder
    return template
  }

  /// Reads all files of a dialect together, since programs and modules lean on one another.
  private static func read(_ files: [Int], of dialect: Dialect, into template: inout Template) {
    switch dialect {
    case .cloudFormation: for file in files { CloudFormationReader.read(file: file, into: &template) }
    case .cdk: CDKReader.read(files: files, into: &template)
    case .cdktf: CDKTFReader.read(files: files, into: &template)
    case .pulumi: PulumiReader.read(files: files, into: &template)
    case .terraform: TerraformReader.read(files: files, into: &template)
    // Read with the other keyed files.
    case .compose, .gitHubActions, .gitLabCI: break
    }
  }
}

extension Template {
  /// Brings what was read dialect by dialect into the order of the files and of the text.
  fileprivate mutating func inTextOrder() {
    guard !isInTextOrder else { return }
    let order = resources.indices.sorted {
      (resources[$0].file, resources[$0].location.range.start, $0)
        < (resources[$1].file, resources[$1].location.range.start, $1)
    }
    var place = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { place[old] = new }
    resources = order.map { resources[$0] }
    for index in functions.indices { functions[index].resource = functions[index].resource.map { place[$0] } }
    let sorted = declarations.indices.sorted {
      (declarations[$0].file, declarations[$0].location.range.start, $0)
        < (declarations[$1].file, declarations[$1].location.range.start, $1)
    }
    declarations = sorted.map { declarations[$0] }
  }
}

extension Template {
  /// Whether resources and declarations stand in that order as they are, as those of a single file do.
  private var isInTextOrder: Bool {
    for index in resources.indices.dropFirst() {
      let (file, other) = (resources[index - 1].file, resources[index].file)
      let starts = (resources[index - 1].location.range.start, resources[index].location.range.start)
      if (file, starts.0) > (other, starts.1) { return false }
    }
    for index in declarations.indices.dropFirst() {
      let (file, other) = (declarations[index - 1].file, declarations[index].file)
      let starts = (declarations[index - 1].location.range.start, declarations[index].location.range.start)
      if (file, starts.0) > (other, starts.1) { return false }
    }
    return true
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
