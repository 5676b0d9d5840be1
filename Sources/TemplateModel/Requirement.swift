package import SourceText

/// A line of the prompt that asks for something.
package struct Requirement: Sendable {
  /// The sentence or list item as written, without its bullet and emphasis marks.
  package var text: String
  /// The headings above it, outermost first.
  package var headings: [String]
  /// In the prompt document.
  package var range: SourceRange
  /// 1-based first and last line in the prompt.
  package var lines: ClosedRange<Int>

  package init(text: String, headings: [String], range: SourceRange, lines: ClosedRange<Int>) {
    self.text = text
    self.headings = headings
    self.range = range
    self.lines = lines
  }
}
