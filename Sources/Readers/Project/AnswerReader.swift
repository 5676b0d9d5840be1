package import SourceText
import TemplateModel

/// Reads whatever the user gave for one side: a Markdown answer, a template file, or the files of a folder.
package enum AnswerReader {
  /// One Markdown document is an answer whose blocks are files; anything else is read file by file.
  package static func files(_ documents: [SourceFile]) -> ParsedResponse {
    if documents.count == 1, let document = documents.first, Language(path: document.path) == .markdown {
      return ResponseReader.files(in: document, index: 0)
    }
    return ProjectReader.files(documents)
  }
}
