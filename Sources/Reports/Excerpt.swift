import SourceText
import TemplateModel

/// The lines of a document that a finding is about, cut to what matters.
///
/// The head of the resource is shown with them, and an honest gap where lines are left out:
///
///     120  Database:
///     121    Type: AWS::RDS::DBInstance
///          … 6 lines (122–127)
///     128      DBSubnetGroupName: !Ref Subnets
///     129      MasterUserPassword: hunter2        marked
///     130      MultiAZ: false
struct Excerpt: Sendable {
  enum Row: Hashable, Sendable {
    case line(number: Int, text: String, isMarked: Bool)
    /// Left-out lines, 1-based.
    case gap(ClosedRange<Int>)
  }

  /// The document's path.
  let path: String
  let language: Language
  /// The file inside the document, where it has a path of its own and is not the document itself.
  let file: String?
  /// 1-based lines of the place meant.
  let lines: ClosedRange<Int>
  let rows: [Row]
  /// Further places of the finding that are not shown.
  let further: [SourceLocation]

  /// How many lines, and how many places, are shown before the rest of the places is only listed.
  private static let budget = 18
  private static let mostPlaces = 6
  /// A longer place is shown by its first lines and its last.
  private static let longest = 10
  /// Shorter gaps are shown, as the marker would take as much room.
  private static let shortestGap = 3

  /// Nil where there is no place, or it lies in no document.
  init?(of locations: [SourceLocation], in template: Template) {
    guard let first = locations.first, template.documents.indices.contains(Int(first.document)) else {
      return nil
    }
    let document = template.documents[Int(first.document)]
    let home = template.file(at: first)
    path = document.path
    language = home?.language ?? .unknown
    file = home.flatMap { $0.path != document.path && $0.isPathGiven ? $0.path : nil }
    lines = template.lines(of: first)
    let owner = Excerpt.owner(of: first, in: template)
    let bounds = (owner?.location ?? home?.location).map(template.lines(of:)) ?? lines

    var wanted = owner.map { Excerpt.head(of: $0, in: template) } ?? []
    var marked: [Int] = []
    var further: [SourceLocation] = []
    for location in locations {
      let isHere =
        location.document == first.document && template.file(at: location)?.location == home?.location
      guard isHere, wanted.count < Excerpt.budget, marked.count < Excerpt.mostPlaces else {
        further.append(location)
        continue
      }
      let place = Excerpt.filled(template.lines(of: location), of: document)
      marked.append(place.lowerBound)
      if place.count > Excerpt.longest {
        wanted += Array(place.lowerBound..<place.lowerBound + 6) + [place.upperBound]
      } else {
        wanted += Array(place)
      }
      // What stands around a short place says where it is; a long one speaks for itself.
      if place.count < Excerpt.shortestGap {
        wanted += [place.lowerBound - 1, place.upperBound + 1].filter(bounds.contains)
      }
    }
    self.further = further
    rows = Excerpt.rows(Set(wanted).sorted(), marked: Set(marked), of: document)
  }

  /// The innermost resource around a place.
  private static func owner(of location: SourceLocation, in template: Template) -> Resource? {
    var innermost: (index: Int, range: SourceRange)?
    for index in template.resources.indices {
      let place = template.resources[index].location
      guard place.document == location.document, place.range.contains(location.range) else { continue }
      if innermost.map({ $0.range.contains(place.range) }) != false { innermost = (index, place.range) }
    }
    return innermost.map { template.resources[$0.index] }
  }

  /// The lines that name a resource.
  private static func head(of resource: Resource, in template: Template) -> [Int] {
    [resource.location, resource.nameLocation, resource.typeLocation]
      .filter { resource.location.document == $0.document && resource.location.range.contains($0.range) }
      .map { template.lines(of: $0).lowerBound }
  }

  private static func rows(_ numbers: [Int], marked: Set<Int>, of document: SourceFile) -> [Row] {
    var filled: [Int] = []
    func isEmpty(_ line: Int) -> Bool { isBlank(line: line, of: document) }
    // What stands around a place shows where it is, which a blank line does not.
    let first = numbers.firstIndex { marked.contains($0) || !isEmpty($0) } ?? 0
    let end = (numbers.lastIndex { marked.contains($0) || !isEmpty($0) } ?? -1) + 1
    for number in numbers[min(first, end)..<end] {
      if let last = filled.last, number - last > 1, number - last - 1 < shortestGap {
        filled += Array(last + 1..<number)
      }
      filled.append(number)
    }
    let texts = withoutCommonIndentation(filled.map { text(ofLine: $0, of: document) })
    var rows: [Row] = []
    var previous: Int?
    for (number, text) in zip(filled, texts) {
      if let previous, number > previous + 1 { rows.append(.gap(previous + 1...number - 1)) }
      rows.append(.line(number: number, text: text, isMarked: marked.contains(number)))
      previous = number
    }
    return rows
  }

  private static func isBlank(line: Int, of document: SourceFile) -> Bool {
    let bytes = document.lines.range(ofLine: line).bytes.clamped(to: 0..<document.bytes.count)
    return document.bytes[bytes].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// A place without the blank lines at its end.
  private static func filled(_ lines: ClosedRange<Int>, of document: SourceFile) -> ClosedRange<Int> {
    var last = lines.upperBound
    while last > lines.lowerBound, isBlank(line: last, of: document) { last -= 1 }
    return lines.lowerBound...last
  }

  /// The visible text of a line; of a very long one the first 240 bytes and how much is left out.
  private static func text(ofLine line: Int, of document: SourceFile) -> String {
    let whole = document.lines.range(ofLine: line).bytes.clamped(to: 0..<document.bytes.count)
    var end = whole.upperBound
    while end > whole.lowerBound, document.bytes[end - 1] == 0x0A || document.bytes[end - 1] == 0x0D {
      end -= 1
    }
    var cut = min(end, whole.lowerBound + 240)
    if cut < end {
      while cut > whole.lowerBound, document.bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    }
    let text = String(decoding: document.bytes[whole.lowerBound..<cut], as: UTF8.self).visible
    return cut < end ? "\(text)… \(end - cut) bytes more" : text
  }

  private static func withoutCommonIndentation(_ lines: [String]) -> [String] {
    var common: Substring.UTF8View?
    for line in lines {
      let indentation = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }
      if indentation.count == line.utf8.count { continue }
      guard let shared = common else {
        common = indentation
        continue
      }
      common = shared.prefix(zip(shared, indentation).prefix { $0 == $1 }.count)
    }
    let width = common?.count ?? 0
    return lines.map { line in
      let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      return isBlank ? "" : String(line.utf8.dropFirst(width)) ?? line
    }
  }
}

extension Excerpt {
  /// Lines as prose cites them: `lines 120–126`, `line 7`.
  static func name(of lines: ClosedRange<Int>) -> String {
    lines.count == 1 ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
  }

  /// What stands for left-out lines: `… 12 lines (130–141)`.
  static func name(ofGap lines: ClosedRange<Int>) -> String {
    lines.count == 1
      ? "… 1 line (\(lines.lowerBound))" : "… \(lines.count) lines (\(lines.lowerBound)–\(lines.upperBound))"
  }
}
