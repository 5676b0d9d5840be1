import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Where a finding is shown by tools that know files, lines and columns.
///
///     line 3       MasterUserPassword: hunter2␤
///                  ^start                     ^end: columns are 1-based, the end stands behind the last character
struct CitedPlace: Sendable {
  /// The document's path as the user would write it, `/` between its parts.
  let path: String
  /// Index in the documents of its template.
  let document: Int
  let start: SourcePosition
  let end: SourcePosition
  /// 1-based lines of the whole place, where only its first line is cited.
  let whole: ClosedRange<Int>?
}

/// Finds the places of findings, in the paths of the repository that holds the documents.
struct CitedPlaces: Sendable {
  private let response: Template
  private let ideal: Template
  private let folders: ReportFolders
  private let fallback: SourceLocation?

  init(_ diff: TemplateDiff, folders: ReportFolders) {
    response = diff.response
    ideal = diff.ideal
    self.folders = folders
    let file = response.finalFiles.first { $0.dialect != nil } ?? response.finalFiles.first
    fallback =
      file.map { file in
        let start = file.location.range.start
        return SourceLocation(document: file.document, range: SourceRange(start: start, end: start))
      }
      ?? (response.documents.isEmpty ? nil : SourceLocation(document: 0, range: SourceRange(0, 0)))
  }

  /// The place of a finding in the response.
  ///
  /// What is missing there is shown where the response's first template starts; nil where there is no document.
  func place(of finding: Finding) -> CitedPlace? {
    finding.response.lazy.compactMap(responsePlace).first ?? fallback.flatMap(responsePlace)
  }

  func responsePlace(_ location: SourceLocation) -> CitedPlace? {
    place(location, in: response, folder: folders.response)
  }

  func idealPlace(_ location: SourceLocation) -> CitedPlace? {
    place(location, in: ideal, folder: folders.ideal)
  }

  private func place(_ location: SourceLocation, in template: Template, folder: String) -> CitedPlace? {
    let index = Int(location.document)
    guard template.documents.indices.contains(index) else { return nil }
    let document = template.documents[index]
    let lines = template.lines(of: location)
    var range = SourceRange(
      start: min(location.range.start, UInt32(clamping: document.bytes.count)),
      end: min(location.range.end, UInt32(clamping: document.bytes.count)))
    // A remark shows only where all its lines were changed, so that a whole resource is cited by its first line.
    let isLong = lines.count > 1 && template.resources.contains { $0.location == location }
    if isLong || range.end <= range.start {
      range.end = document.lines.range(ofLine: lines.lowerBound).end
    }
    while range.end > range.start, [0x0A, 0x0D].contains(document.bytes[Int(range.end) - 1]) {
      range.end -= 1
    }
    let start = document.lines.position(at: range.start)
    return CitedPlace(
      path: folders.cited(document.path, in: folder), document: index, start: start,
      end: max(start, document.lines.position(at: range.end)), whole: isLong ? lines : nil)
  }
}

/// The folders that the documents' paths are relative to, and the root that paths are cited from.
package struct ReportFolders: Sendable {
  /// Of the response's documents; empty where it is the root.
  package var response: String
  /// Of the ideal's documents.
  package var ideal: String
  /// The absolute path of the repository; what lies below it is cited from there.
  package var root: String

  package init(response: String = "", ideal: String = "", root: String = "") {
    self.response = response
    self.ideal = ideal
    self.root = root
  }

  /// The path of a document as it is cited: below the root without it, without `.`, doubled slashes, and `..` where
  /// it can be resolved.
  func cited(_ path: String, in folder: String) -> String {
    let path = Self.joined(folder, path)
    let base = root.hasSuffix("/") ? root : root + "/"
    return root.isEmpty || !path.hasPrefix(base) ? path : String(path.dropFirst(base.count))
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    let text = folder.isEmpty || path.hasPrefix("/") ? path : "\(folder)/\(path)"
    var parts: [Substring] = []
    for part in text.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (text.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
