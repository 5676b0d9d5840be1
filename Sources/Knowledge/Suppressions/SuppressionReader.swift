import SourceText
import TemplateModel

/// Finds the suppressions in the files that count; `Suppression` says how they are written.
struct SuppressionReader {
  private let template: Template
  private let rules: Set<String>
  private(set) var suppressions: [Suppression] = []
  private(set) var problems: [LocatedProblem] = []

  private static let mark: StaticString = "plumbline:"

  /// - Parameter rules: the ids that there are.
  init(_ template: Template, rules: Set<String>) {
    self.template = template
    self.rules = rules
    for (index, file) in template.files.enumerated() where file.standing == .final {
      var start = 0
      while let found = ByteSearch.first(Self.mark, in: file.bytes, from: start) {
        start = found + Self.mark.utf8CodeUnitCount
        read(at: found..<start, in: index)
      }
    }
  }

  private mutating func read(at mark: Range<Int>, in index: Int) {
    let file = template.files[index]
    let bytes = file.bytes
    let start = bytes[..<mark.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var end = bytes[mark.upperBound...].firstIndex(of: 0x0A) ?? bytes.count
    let before = bytes[start..<mark.lowerBound].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    if before.first == 0x22, file.language == .json {
      end = bytes[mark.upperBound..<end].firstIndex(of: 0x22) ?? end
    } else if !["#", "//", "--", "/*"].contains(where: { before.starts(with: $0.utf8.reversed()) }) {
      return
    }
    var text = String(decoding: bytes[mark.upperBound..<end], as: UTF8.self)
    if let close = text.firstRange(of: "*/") { text = String(text[..<close.lowerBound]) }
    let location = file.location(SourceRange(mark.lowerBound, end))
    let scope = scope(of: location, behind: end, in: index)
    switch parsed(text, scope: scope, location: location) {
    case .success(let suppression): suppressions.append(suppression)
    case .failure(let fault):
      let problem = SourceProblem(.malformedSuppression, range: location.range, detail: fault.sentence)
      problems.append(LocatedProblem(problem: problem, location: location))
    }
  }

  private struct Fault: Error { let sentence: String }

  private func parsed(
    _ text: String, scope: Suppression.Scope, location: SourceLocation
  ) -> Result<Suppression, Fault> {
    func fault(_ sentence: String) -> Result<Suppression, Fault> { .failure(Fault(sentence: sentence)) }
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    guard words.popFirst() == "ignore" else { return fault("the word behind `plumbline:` must be `ignore`.") }
    guard let target = words.popFirst() else {
      return fault("name the known failure that is accepted, and say why.")
    }
    let id = String(target.prefix { $0 != "[" })
    var property: PropertyPattern?
    if id.count < target.count {
      let bracket = target.dropFirst(id.count + 1)
      guard bracket.last == "]", bracket.count > 1 else {
        return fault("the brackets behind `\(id)` must hold a property and be closed.")
      }
      property = PropertyPattern(String(bracket.dropLast()))
    }
    if id == "*" {
      if case .file = scope { return fault("`*` is taken within a resource only; name the known failure.") }
    } else if !rules.contains(id) {
      return fault("there is no known failure `\(id)`; `plumbline knowledge list` shows all.")
    }
    var until: CalendarDay?
    if let word = words.first, word.hasPrefix("until=") {
      guard let day = CalendarDay(word.dropFirst("until=".count)) else {
        return fault("`\(word)` must be a day, as in until=2027-01-31.")
      }
      until = day
      words = words.dropFirst()
    }
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else {
      return fault("say behind `\(target)` why it is accepted.")
    }
    return .success(
      Suppression(
        rule: id == "*" ? nil : id, property: property, until: until, reason: words.joined(separator: " "),
        scope: scope, location: location))
  }

  /// The smallest thing around a directive, or the one that begins on the next line of code.
  private func scope(
    of location: SourceLocation, behind end: Int, in index: Int
  ) -> Suppression.Scope {
    let file = template.files[index]
    var best: (scope: Suppression.Scope, length: UInt32)?
    let next = nextLine(behind: end, in: file)
    var starting: Suppression.Scope?
    func look(_ place: SourceLocation, _ scope: Suppression.Scope) {
      guard place.document == location.document else { return }
      let length = place.range.end - min(place.range.end, place.range.start)
      if place.range.start <= location.range.start, location.range.start < place.range.end {
        if length < best?.length ?? .max { best = (scope, length) }
      } else if starting == nil, let next, template.lines(of: place).lowerBound == next {
        starting = scope
      }
    }
    for (number, resource) in template.resources.enumerated() {
      look(resource.location, .resource(number))
    }
    for (number, declaration) in template.declarations.enumerated()
    where [.parameter, .output, .local, .provider, .mapping].contains(declaration.kind) {
      look(declaration.location, .declaration(number))
    }
    return best?.scope ?? starting ?? .file(index)
  }

  /// The 1-based line in the document of the first code behind an offset; nil where none follows.
  private func nextLine(behind offset: Int, in file: TemplateFile) -> Int? {
    var start = offset + 1
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
      let line = file.bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      let isRemark = ["#", "//", "--", "/*", "*"].contains { line.starts(with: $0.utf8) }
      if !line.isEmpty, !isRemark {
        return template.lines(of: file.location(SourceRange(start, end))).lowerBound
      }
      start = end + 1
    }
    return nil
  }
}
