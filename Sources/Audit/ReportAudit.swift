package import Facts
package import Knowledge
package import SourceText

/// Checks a report that someone has written: against itself, and against the documents that it speaks of.
package struct ReportAudit: Sendable {
  package let report: FailureReport
  /// In the order of the text, of one line in the order of the checks.
  package let remarks: [AuditRemark]

  /// - Parameters:
  ///   - analysis: the case's own failure analysis; nil leaves out the checks that need the documents.
  ///   - prompt: the task, where it is known.
  ///   - facts: nil leaves out the claims about names.
  package init(
    _ file: SourceFile, of analysis: FailureAnalysis? = nil, prompt: SourceFile? = nil,
    facts: FactsTable? = nil
  ) {
    let report = FailureReport(file)
    var remarks = CountCheck.remarks(report) + NumberingCheck.remarks(report)
    remarks += SectionSeverityCheck.remarks(report) + FieldCheck.remarks(report)
    remarks += CrossReferenceCheck.remarks(report) + RepetitionCheck.remarks(report)
    if let analysis {
      let documents = QuotedDocuments(analysis, prompt: prompt)
      remarks += QuotationCheck.remarks(report, documents) + CitationCheck.remarks(report, documents)
      if let facts { remarks += ContradictionCheck.remarks(report, analysis, facts) }
      remarks += MissedFailureCheck.remarks(report, analysis, documents)
    }
    self.report = report
    self.remarks = remarks.enumerated().sorted { one, other in
      (one.element.lines.lowerBound, one.offset) < (other.element.lines.lowerBound, other.offset)
    }.map(\.element)
  }

  /// The report with everything put right that is mechanical: counts and numbering.
  ///
  /// Where two edits meet the earlier one counts.
  package var corrected: [UInt8] {
    let bytes = report.file.bytes
    var result: [UInt8] = []
    var position = 0
    let edits = remarks.flatMap(\.edits).sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    for edit in edits
    where edit.range.bytes.lowerBound >= position && edit.range.bytes.upperBound <= bytes.count {
      result += bytes[position..<edit.range.bytes.lowerBound]
      result += Array(edit.text.utf8)
      position = edit.range.bytes.upperBound
    }
    return result + bytes[position...]
  }
}
