/// The published schemas of the JSON documents that this program writes, as JSON Schema 2020-12.
///
/// Documents of the same major version may have more keys than their schema names.
package enum JSONSchema: String, Sendable, CaseIterable {
  /// `report --format json` and, a line each, `--format jsonl`.
  case report
  /// A line of `corpus report`.
  case corpus
  /// `score --format json`.
  case score
  /// `audit --format json`.
  case audit

  /// The whole document, with a final line break.
  package var text: String {
    let (title, body): (String, String) =
      switch self {
      case .report: ("Failure analysis", Self.reportBody(caseType: #"["string", "null"]"#))
      case .corpus: ("Failure analysis of one case among many", Self.reportBody(caseType: #""string""#))
      case .score: ("Training value of cases", Self.scoreBody)
      case .audit: ("Audit of a failure report", Self.auditBody)
      }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:plumbline:schema:\(rawValue):\(JSONReport.formatVersion)",
        "title": "\(title)",
      \(body)
      }

      """
  }

  /// Lines of the document under `path`, 1-based.
  static let lines = """
    "startLine": { "type": "integer", "minimum": 1 },
          "endLine": { "type": "integer", "minimum": 1 }
    """

  static var version: String {
    "\"format_version\": { \"const\": \"\(JSONReport.formatVersion)\" }"
  }

  /// The words of an enumeration as a schema.
  static func words<Word: RawRepresentable<String> & CaseIterable>(_ words: Word.Type, orNull: Bool = false)
    -> String
  {
    let names = Word.allCases.map { "\"\($0.rawValue)\"" } + (orNull ? ["null"] : [])
    return "{ \"enum\": [\(names.joined(separator: ", "))] }"
  }

  /// The list of keys that are always there.
  static func required(_ keys: String...) -> String {
    "\"required\": [\(keys.map { "\"\($0)\"" }.joined(separator: ", "))]"
  }
}
