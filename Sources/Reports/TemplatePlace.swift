import SourceText
import TemplateModel

extension Template {
  /// The path of a document; empty where there is none with this index.
  func path(ofDocument index: UInt32) -> String {
    documents.indices.contains(Int(index)) ? documents[Int(index)].path : ""
  }

  /// `MODEL_RESPONSE.md:120-126`, as terminals and editors link it.
  func place(_ location: SourceLocation) -> String {
    let lines = lines(of: location)
    let path = path(ofDocument: location.document).visibleLine
    return lines.count == 1
      ? "\(path):\(lines.lowerBound)" : "\(path):\(lines.lowerBound)-\(lines.upperBound)"
  }

  /// The file in which a place starts; the line break behind its last line may lie outside.
  func file(at location: SourceLocation) -> TemplateFile? {
    files.first { file in
      file.location.document == location.document && file.location.range.start <= location.range.start
        && location.range.start <= file.location.range.end
    }
  }
}
