package import SourceText
import Syntax
import TemplateModel

/// Reads a Markdown answer as the files it consists of.
package enum ResponseReader {
  /// The files of an answer in the order of its text, superseded drafts and excerpts included.
  ///
  /// - Parameter index: the document's place in `Template.documents`. Every location is in that document.
  package static func files(in document: SourceFile, index: UInt32) -> ParsedResponse {
    let check = TextCheck(document, index: index)
    guard check.isReadable else { return ParsedResponse(problems: check.problems) }
    var blocks = BlockParts.split(CodeBlock.all(in: NestedFences.parse(document.bytes), document.bytes))
    let isBare = blocks.isEmpty
    if isBare { blocks = BareAnswer.blocks(in: document.bytes) }
    blocks.removeAll { !$0.isClosed && !$0.bytes.contains { $0 > 0x20 } }
    var files = document.bytes.withUnsafeBufferPointer { bytes in
      blocks.map { BlockFile($0, document: index, in: bytes) }
    }
    var problems = check.problems
    for place in files.indices {
      let isLast = place == files.count - 1
      problems += problemsOfBlock(
        &files[place], mayBreakOff: isBare || isLast || !files[place].isClosed, isBare: isBare)
    }
    adoptDialect(&files, of: document)
    var response = DraftResolution.resolve(files)
    response.problems = (problems + response.problems).sorted {
      ($0.location.range.start, $0.location.range.end) < ($1.location.range.start, $1.location.range.end)
    }
    return response
  }

  private static func problemsOfBlock(
    _ entry: inout BlockFile, mayBreakOff: Bool, isBare: Bool
  ) -> [LocatedProblem] {
    let file = entry.file
    var problems: [LocatedProblem] = []
    func add(_ kind: SourceProblem.Kind, _ range: SourceRange, _ detail: String = "") {
      problems.append(
        LocatedProblem(
          problem: SourceProblem(kind, range: range, detail: detail),
          location: SourceLocation(document: file.document, range: range)))
    }
    if !entry.isClosed, !isBare {
      // The fence itself: the parts of a block that holds several files have it in common.
      add(.unclosedFence, SourceRange(start: entry.blockRange.start, end: entry.blockRange.start + 1))
    }
    if entry.languageResult.isLabelUnknown { add(.unknownDialect, file.location.range, entry.label) }
    if entry.languageResult.isLabelWrong {
      add(
        .wrongLanguage, file.location.range, file.isPathGiven && entry.label.isEmpty ? file.path : entry.label
      )
    }
    if mayBreakOff, Completeness.breaksOff(file.bytes, language: file.language) {
      entry.file.isComplete = false
      let end = file.location.range.end
      add(.truncated, SourceRange(start: end > 0 ? end - 1 : 0, end: end))
    }
    return problems
  }

  /// Lines of a program without its imports are written for what the rest of the answer is written for.
  private static func adoptDialect(_ files: inout [BlockFile], of document: SourceFile) {
    let places = files.indices.filter { lacksDialect(files[$0]) }
    guard !places.isEmpty else { return }
    let example = files.first { entry in
      switch entry.file.dialect {
      case .cdk, .cdktf, .pulumi: entry.file.language.isTemplateLanguage && entry.isWhole
      default: false
      }
    }
    let dialect = example?.file.dialect ?? (namesCDKTF(document) ? .cdktf : .cdk)
    for place in places {
      files[place].file.dialect = dialect
      files[place].file.dialectReason =
        example == nil ? "creates constructs in a scope" : "like the rest of the answer"
    }
  }

  /// Whether the answer says somewhere that it is written for CDKTF; constructs in a scope look alike in both.
  private static func namesCDKTF(_ document: SourceFile) -> Bool {
    document.bytes.withUnsafeBufferPointer { bytes in
      var isNamed = false
      bytes.forEachLine { line in
        isNamed = line.contains("CDKTF") || line.contains("cdktf") || line.contains("CDK for Terraform")
        return !isNamed
      }
      return isNamed
    }
  }

  private static func lacksDialect(_ entry: BlockFile) -> Bool {
    switch entry.file.language {
    case .typeScript, .javaScript, .python, .java, .go:
      entry.file.dialect == nil && entry.signs.has(.constructCall)
    default: false
    }
  }
}
