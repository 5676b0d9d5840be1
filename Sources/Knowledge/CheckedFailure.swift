/// A known failure that was looked for, as far as it can be told without a case: what formats list as a rule.
package struct CheckedFailure: Sendable {
  package var id: String
  package var category: Category
  package var severity: Severity
  /// Half a sentence that goes on from "because".
  package var because: String
  /// The sentences that name nothing of a certain case.
  ///
  /// Markdown; empty where every sentence does.
  package var fix: String
  /// Likewise.
  package var rootCause: String
  package var references: [Finding.Link]
  /// How often a finding of this kind was one that a reviewer reported as well, in thousandths; nil where it was
  /// never counted.
  package var reported: Int?

  package init(
    id: String, category: Category, severity: Severity, because: String, fix: String, rootCause: String,
    references: [Finding.Link], reported: Int?
  ) {
    self.id = id
    self.category = category
    self.severity = severity
    self.because = because
    self.fix = fix
    self.rootCause = rootCause
    self.references = references
    self.reported = reported
  }

  init(_ failure: KnownFailure, reported: Int?) {
    self.init(
      id: failure.id, category: failure.category, severity: failure.severity.level,
      because: failure.severity.because, fix: failure.fix.general, rootCause: failure.rootCause.general,
      references: failure.references, reported: reported)
  }
}

extension Phrase {
  /// The sentences without a placeholder, joined as written.
  fileprivate var general: String {
    var text = ""
    for sentence in sentences {
      let texts = sentence.compactMap { if case .text(let text) = $0 { text } else { nil } }
      if texts.count == sentence.count { text += texts.joined() }
    }
    var rest = text.utf8[...]
    while rest.last == 0x20 || rest.last == 0x0A { rest.removeLast() }
    return String(Substring(rest))
  }
}
