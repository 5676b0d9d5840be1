package import Knowledge
import SourceText
import TemplateModel

/// A line of one side's documents.
package struct DocumentLine: Hashable, Sendable {
  /// Index in the template's documents.
  package let document: Int
  /// 1-based.
  package let line: Int

  package init(document: Int, line: Int) {
    self.document = document
    self.line = line
  }
}

/// The lines of response and ideal that the failures of a report quote.
package struct QuotedPlaces {
  private let documents: QuotedDocuments
  /// A line that stands in more places says nothing about which is meant.
  private static let most = 4

  package init(_ analysis: FailureAnalysis) { documents = QuotedDocuments(analysis, prompt: nil) }

  /// The lines that the code blocks of a failure quote.
  package func lines(
    of item: FailureReport.Item, in report: FailureReport
  ) -> (response: Set<DocumentLine>, ideal: Set<DocumentLine>) {
    var response: Set<DocumentLine> = []
    var ideal: Set<DocumentLine> = []
    for block in report.blocks(of: item) {
      for quoted in report.quotedLines(block) {
        response.formUnion(Self.places(of: quoted.text, in: documents.response))
        ideal.formUnion(Self.places(of: quoted.text, in: documents.ideal))
      }
    }
    return (response, ideal)
  }

  private static func places(of text: String, in side: QuotedDocuments.Side) -> [DocumentLine] {
    guard let places = side.places[text], places.count <= most else { return [] }
    return places.map { DocumentLine(document: $0.document, line: $0.line) }
  }
}
