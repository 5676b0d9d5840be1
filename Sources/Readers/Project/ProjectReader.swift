package import SourceText
import TemplateModel

/// Reads the files of a folder; each document is one file.
package enum ProjectReader {
  /// The files in the order given; a file that cannot be read is left out and reported.
  ///
  /// Markdown files are documents here, whatever code they quote.
  package static func files(_ documents: [SourceFile]) -> ParsedResponse {
    var response = ParsedResponse()
    for (index, document) in documents.enumerated() {
      response.append(file(document, index: UInt32(truncatingIfNeeded: index)))
    }
    return response
  }

  static func file(_ document: SourceFile, index: UInt32) -> ParsedResponse {
    let check = TextCheck(document, index: index)
    guard check.isReadable else { return ParsedResponse(problems: check.problems) }
    var problems = check.problems
    let signs = document.bytes.withUnsafeBufferPointer { CodeSigns($0) }
    let result = LanguageDetection.language(label: "", path: document.path, signs: signs)
    var file = TemplateFile(
      path: document.path, isPathGiven: true, language: result.language, bytes: document.bytes,
      map: OffsetMap(),
      document: index)
    if let dialect = DialectDetection.dialect(language: file.language, path: file.path, signs: signs) {
      (file.dialect, file.dialectReason) = dialect
    }
    file.role = RoleDetection.role(
      path: file.path, language: file.language, dialect: file.dialect, signs: signs)
    if result.isLabelWrong {
      let name = document.path.split(separator: "/").last.map(String.init) ?? document.path
      problems.append(
        LocatedProblem(
          problem: SourceProblem(.wrongLanguage, range: file.location.range, detail: name),
          location: file.location))
    }
    if file.language == .json, Completeness.breaksOff(file.bytes, language: file.language) {
      file.isComplete = false
    }
    return ParsedResponse(files: [file], problems: problems)
  }
}
