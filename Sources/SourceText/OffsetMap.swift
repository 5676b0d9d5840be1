/// Leads from the offsets of an extracted text back to those of the document it was taken from.
///
/// A code block in a Markdown list or quote loses its indentation, and a JSON policy inside a YAML string its
/// escapes; the map remembers where each run of bytes came from:
///
///     document   > - a: 1\n> - b: 2\n        runs (text 0 → document 2), (text 7 → document 11)
///     text       - a: 1\n- b: 2\n
package struct OffsetMap: Sendable {
  private struct Run {
    var text: UInt32
    var document: UInt32
  }

  private var runs: [Run] = []

  /// A map without runs; every offset stays as it is.
  package init() {}

  /// A map that moves every offset by the same distance.
  package init(startingAt document: UInt32) { runs = [Run(text: 0, document: document)] }

  /// Says that the bytes from `text` on stand in the document from `document` on. Calls come in rising order.
  package mutating func append(text: UInt32, document: UInt32) {
    if let last = runs.last, document &- last.document == text &- last.text { return }
    if runs.last?.text == text { runs.removeLast() }
    runs.append(Run(text: text, document: document))
  }

  /// The document offset of a text offset.
  package func document(_ text: UInt32) -> UInt32 {
    if runs.isEmpty { return text }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= text { low = middle } else { high = middle }
    }
    let run = runs[low]
    return run.document &+ (text &- run.text)
  }

  /// The document range of a text range. Its end is the place behind its last byte, so that a range that stops
  /// at a run's border does not swallow what was left out there.
  package func document(_ text: SourceRange) -> SourceRange {
    let start = document(text.start)
    if text.end <= text.start { return SourceRange(start: start, end: start) }
    return SourceRange(start: start, end: document(text.end - 1) + 1)
  }
}
