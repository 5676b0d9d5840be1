import Knowledge
import SourceText
import TemplateDiff

extension SARIFReport {
  /// How many further places are named in a result.
  private static let mostPlaces = 10

  /// - Parameter suppression: the remark in the response that accepts it.
  func write(_ finding: Finding, suppression: Suppression? = nil, into writer: inout JSONWriter) {
    let place = places.place(of: finding)
    writer.object { writer in
      writer.field("ruleId", SARIFRules.id(finding.rule))
      if let index = rules.index(of: finding.rule) { writer.field("ruleIndex", index) }
      writer.field("level", finding.severity.sarifLevel)
      writer.field("message") { $0.field("text", message(of: finding)) }
      writer.field("locations", place.map { [$0] } ?? []) { writer, place in
        writer.object { write(place, columns: columns[place.document], into: &$0) }
      }
      let related = related(to: finding)
      if !related.isEmpty {
        writer.field("relatedLocations", related) { writer, related in
          writer.object { writer in
            write(related.place, columns: related.columns[related.place.document], into: &writer)
            writer.field("message") { $0.field("text", related.message) }
          }
        }
      }
      writer.field("partialFingerprints") {
        // GitHub looks at this one only, and asks for a count behind a colon. Ours survives lines that move.
        $0.field("primaryLocationLineHash", "\(finding.fingerprint.visibleLine):1")
        $0.field("plumblineFinding/v1", finding.fingerprint.visibleLine)
      }
      if let suppression {
        writer.field("suppressions", [suppression]) { writer, suppression in
          writer.object { writer in
            writer.field("kind", "inSource")
            writer.field("status", "accepted")
            writer.field("justification", SARIFReport.plain(suppression.reason))
            if let place = places.responsePlace(suppression.location) {
              writer.field("location") { write(place, columns: columns[place.document], into: &$0) }
            }
          }
        }
      }
      writer.field("properties") {
        $0.field("severity", finding.severity.rawValue)
        $0.field("category", finding.category.rawValue)
        $0.field("subject", finding.subject.visibleLine.limited(to: 300))
        $0.field("confidence", finding.confidence)
      }
    }
  }

  private func message(of finding: Finding) -> String {
    let title = SARIFReport.plain(finding.title.visibleLine, limit: 300)
    return finding.issue.isEmpty ? title : "\(title): \(SARIFReport.plain(finding.issue))"
  }

  private func related(
    to finding: Finding
  ) -> [(place: CitedPlace, columns: [UTF16Columns], message: String)] {
    let more = finding.response.dropFirst().prefix(Self.mostPlaces).compactMap(places.responsePlace)
    let ideal = finding.ideal.prefix(Self.mostPlaces).compactMap(places.idealPlace)
    return more.map { ($0, columns, "Also here") } + ideal.map { ($0, idealColumns, "The ideal has it here") }
  }

  private func write(_ place: CitedPlace, columns: UTF16Columns, into writer: inout JSONWriter) {
    writer.field("physicalLocation") { writer in
      writer.field("artifactLocation") { writer in
        writer.field("uri", place.path.percentEncodedPath)
        if !place.path.hasPrefix("/") { writer.field("uriBaseId", "%SRCROOT%") }
      }
      writer.field("region") { writer in
        writer.field("startLine", place.start.line)
        writer.field("startColumn", columns.column(place.start))
        writer.field("endLine", place.end.line)
        writer.field("endColumn", columns.column(place.end))
      }
      if let whole = place.whole {
        writer.field("contextRegion") {
          $0.field("startLine", whole.lowerBound)
          $0.field("endLine", whole.upperBound)
        }
      }
    }
  }
}

extension Severity {
  /// The level of a result or of a rule.
  var sarifLevel: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }
}

extension String {
  /// The path as a URI reference (RFC 3986): everything but unreserved characters and slashes as `%XX`.
  var percentEncodedPath: String {
    // A first part with a colon would read as a scheme; the colon is always encoded here.
    var bytes: [UInt8] = hasPrefix("/") ? Array("file://".utf8) : []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
