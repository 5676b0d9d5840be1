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

  /// Whether every offset stays as it is.
  package var isIdentity: Bool { runs.isEmpty }

  /// Says that the bytes from `text` on stand in the document from `document` on.
  ///
  /// Calls come in rising order.
  package mutating func append(text: UInt32, document: UInt32) {
    if let last = runs.last, document &- last.document == text &- last.text { return }
    if runs.last?.text == text { runs.removeLast() }
    runs.append(Run(text: text, document: document))
  }

  /// The document offset of a text offset.
  package func document(_ text: UInt32) -> UInt32 {
    if runs.isEmpty { return text }
    let run = runs[self.run(at: text)]
    return run.document &+ (text &- run.text)
  }

  /// The place of the run that a text offset lies in; 0 where there are no runs.
  private func run(at text: UInt32) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= text { low = middle } else { high = middle }
    }
    return low
  }

  /// The document range of a text range.
  ///
  /// Its end is the place behind its last byte, so that a range that stops at a run's border does not swallow
  /// what was left out there.
  package func document(_ text: SourceRange) -> SourceRange {
    let start = document(text.start)
    if text.end <= text.start { return SourceRange(start: start, end: start) }
    return SourceRange(start: start, end: document(text.end - 1) + 1)
  }

  /// Adds the runs of another map, whose text of `length` bytes stands at `text` of this one's.
  package mutating func append(_ other: OffsetMap, length: UInt32, at text: UInt32) {
    if other.runs.isEmpty { append(text: text, document: 0) }
    for run in other.runs where run.text < max(length, 1) {
      append(text: text &+ run.text, document: run.document)
    }
  }

  /// The map that leads through this one and then through `outer`, whose text is this one's document.
  ///
  /// - Parameter length: the bytes of this map's text; runs of `outer` behind its end are left out.
  package func followed(by outer: OffsetMap, length: Int = .max) -> OffsetMap {
    if runs.isEmpty { return outer }
    if outer.runs.isEmpty { return self }
    var result = OffsetMap()
    let length = UInt32(clamping: length)
    var position = runs.first.map { outer.run(at: $0.document) } ?? 0
    for (index, run) in runs.enumerated() {
      result.append(text: run.text, document: outer.document(run.document))
      guard index + 1 < runs.count || position < outer.runs.count else { continue }
      let next = index + 1 < runs.count ? runs[index + 1].text : max(length, run.text)
      let (end, isBehindAll) = run.document.addingReportingOverflow(next - run.text)
      while position > 0, position < outer.runs.count, outer.runs[position].text > run.document {
        position -= 1
      }
      while position < outer.runs.count, outer.runs[position].text <= run.document { position += 1 }
      while position < outer.runs.count, isBehindAll || outer.runs[position].text < end {
        let border = outer.runs[position]
        result.append(text: run.text &+ (border.text &- run.document), document: border.document)
        position += 1
      }
    }
    return result
  }
}
