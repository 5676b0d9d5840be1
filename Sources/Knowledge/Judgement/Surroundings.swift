import SourceText
import TemplateModel

/// The text around a place, as a reviewer quotes it: the block that holds it, with a few lines before and after.
///
///     Orders:                       ← two blocks out
///       Properties:                 ← the block that holds the place
///         VisibilityTimeout: 60     ← the place
///
/// Blocks are told by indentation, which every dialect here shares. A block that is longer than `longest` lines on
/// either side of the place is not taken, and nothing leaves the file.
struct Surroundings {
  private let template: Template
  private static let levels = 2
  private static let longest = 40
  private static let margin = 3

  init(_ template: Template) { self.template = template }

  /// What surrounds places, each once, until they and their surroundings have so many lines together.
  func blocks(around places: [SourceLocation], most: Int = 60) -> [SourceLocation] {
    var left = most - places.reduce(0) { $0 + template.lines(of: $1).count }
    var blocks: [SourceLocation] = []
    for place in places {
      guard left > 0 else { break }
      guard let block = block(around: place), !blocks.contains(block), block != place else { continue }
      blocks.append(block)
      left -= template.lines(of: block).count - template.lines(of: place).count
    }
    return blocks
  }

  private func block(around place: SourceLocation) -> SourceLocation? {
    guard template.documents.indices.contains(Int(place.document)),
      let file = template.files.first(where: { $0.holds(place) })
    else { return nil }
    let document = template.documents[Int(place.document)]
    let bounds = template.lines(of: file.location)
    var lines = template.lines(of: place).clamped(to: bounds)
    for _ in 0..<Surroundings.levels {
      guard let outer = Surroundings.enclosing(lines, within: bounds, of: document) else { break }
      lines = outer
    }
    let first = max(bounds.lowerBound, lines.lowerBound - Surroundings.margin)
    let last = min(bounds.upperBound, lines.upperBound + Surroundings.margin)
    return SourceLocation(
      document: place.document,
      range: SourceRange(
        start: document.lines.range(ofLine: first).start, end: document.lines.range(ofLine: last).end))
  }

  /// From the nearest line above that is indented less to the line that closes what it opens; nil at the top.
  private static func enclosing(
    _ lines: ClosedRange<Int>, within bounds: ClosedRange<Int>, of document: SourceFile
  ) -> ClosedRange<Int>? {
    guard let depth = indentation(lines.lowerBound, document), depth > 0 else { return nil }
    var first = lines.lowerBound - 1
    while first >= bounds.lowerBound, (indentation(first, document) ?? Int.max) >= depth {
      first -= 1
      if lines.lowerBound - first > longest { return nil }
    }
    guard first >= bounds.lowerBound else { return nil }
    var next = lines.upperBound + 1
    while next <= bounds.upperBound, (indentation(next, document) ?? Int.max) >= depth {
      next += 1
      if next - lines.upperBound > longest { return nil }
    }
    return first...(next <= bounds.upperBound && closes(next, document) ? next : next - 1)
  }

  /// Whether a line begins with a bracket that closes something.
  private static func closes(_ line: Int, _ document: SourceFile) -> Bool {
    let first = document.lines.range(ofLine: line).bytes.first { at in
      document.bytes.indices.contains(at) && document.bytes[at] != 0x20 && document.bytes[at] != 0x09
    }
    guard let first else { return false }
    return [0x29, 0x5D, 0x7D].contains(document.bytes[first])
  }

  /// The blanks before a line's first character; nil for an empty line.
  private static func indentation(_ line: Int, _ document: SourceFile) -> Int? {
    let range = document.lines.range(ofLine: line).bytes
    var count = 0
    for at in range where document.bytes.indices.contains(at) {
      switch document.bytes[at] {
      case 0x20, 0x09: count += 1
      case 0x0A, 0x0D: return nil
      default: return count
      }
    }
    return nil
  }
}

extension TemplateFile {
  /// Whether a place lies in the file.
  fileprivate func holds(_ place: SourceLocation) -> Bool {
    location.document == place.document && location.range.start <= place.range.start
      && place.range.start < location.range.end
  }
}
