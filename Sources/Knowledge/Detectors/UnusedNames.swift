import SourceText
import TemplateModel

/// Finds names of the response's programs that are bound and never mentioned again: variables and imports.
enum UnusedNames {
  private struct Binding {
    var name: String
    var location: SourceLocation
  }

  static func variables(_ scene: Scene) -> [Evidence] { evidence(scene, variables(of:)) }

  static func imports(_ scene: Scene) -> [Evidence] { evidence(scene, imports(of:)) }

  /// One piece of evidence for each file; names that the ideal leaves unused as well do not count.
  private static func evidence(_ scene: Scene, _ bindings: (TemplateFile) -> [Binding]) -> [Evidence] {
    let accepted = Set(programs(scene.ideal).flatMap { bindings($0.file) }.map(\.name))
    return programs(scene.response).compactMap { index, file in
      let unused = bindings(file).filter { !accepted.contains($0.name) }
      guard !unused.isEmpty else { return nil }
      return Evidence(
        subject: DeltaSubject(file, order: 4_000_000 + index), names: unused.map(\.name),
        responseText: unused.map(\.name).prefix(3).joined(separator: ", "), response: unused.map(\.location),
        confidence: 650)
    }
  }

  private static func programs(_ template: Template) -> [(index: Int, file: TemplateFile)] {
    template.files.enumerated().filter { _, file in
      guard file.standing == .final, file.isComplete else { return false }
      return switch file.language {
      case .typeScript, .javaScript, .python: true
      default: false
      }
    }.map { ($0.offset, $0.element) }
  }

  private static func variables(of file: TemplateFile) -> [Binding] {
    let scan = IdentifierScan(file.bytes)
    var found: [Binding] = []
    for line in ProgramLine.lines(of: file) {
      guard let name = assigned(in: line, file.language), scan.count(of: name) == 1 else { continue }
      found.append(binding(name, line.range, file))
    }
    return found
  }

  /// `bucket` in `const bucket = new …`, or in Python's `bucket = aws.…`; nothing for exports and attributes.
  private static func assigned(in line: ProgramLine, _ language: Language) -> ArraySlice<UInt8>? {
    if language == .python {
      guard line.indentation > 0, let name = line.identifier(at: 0) else { return nil }
      var rest = line.text[name.endIndex...]
      guard rest.starts(with: " = ".utf8) else { return nil }
      rest = rest.dropFirst(3)
      // Keyword arguments stand without blanks in Python's style; a call must follow.
      guard rest.contains(0x28), name.first != 0x5F else { return nil }
      return name
    }
    for word in ["const ", "let "] where line.starts(with: word) {
      guard let name = line.identifier(at: word.utf8.count) else { return nil }
      let rest = line.text[name.endIndex...]
      return rest.starts(with: " =".utf8) || rest.starts(with: ": ".utf8) ? name : nil
    }
    return nil
  }

  private static func imports(of file: TemplateFile) -> [Binding] {
    let scan = IdentifierScan(file.bytes)
    var found: [Binding] = []
    for line in ProgramLine.lines(of: file) {
      for name in imported(in: line, file.language) where scan.count(of: name) == 1 {
        found.append(binding(name, line.range, file))
      }
    }
    return found
  }

  /// The names that an import on one line binds; imports over several lines are passed over.
  private static func imported(in line: ProgramLine, _ language: Language) -> [ArraySlice<UInt8>] {
    let text = line.text
    if language == .python {
      if line.starts(with: "from "), let at = position(of: " import ", in: text) {
        return names(text[at...])
      }
      return line.starts(with: "import ") && !text.contains(0x2E) ? names(text.dropFirst(7)) : []
    }
    guard line.starts(with: "import "), let end = position(of: " from ", in: text) else { return [] }
    return names(text[..<(end - 6)].dropFirst(7))
  }

  /// The last name of each part between commas: `b` in `a as b`.
  private static func names(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var last: ArraySlice<UInt8>?
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == 0x23 { break }
      if text[at] == 0x2C, let name = last {
        found.append(name)
        last = nil
      }
      guard IdentifierScan.isLetter(text[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < text.endIndex, IdentifierScan.isPart(text[at]) { at += 1 }
      last = text[start..<at]
    }
    if let last { found.append(last) }
    return found
  }

  /// The offset behind a word.
  private static func position(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard text.count >= word.count else { return nil }
    for start in text.startIndex...(text.endIndex - word.count) where text[start] == word[0] {
      if text[start..<(start + word.count)].elementsEqual(word) { return start + word.count }
    }
    return nil
  }

  private static func binding(_ name: ArraySlice<UInt8>, _ range: SourceRange, _ file: TemplateFile)
    -> Binding
  {
    Binding(name: String(decoding: name, as: UTF8.self), location: file.location(range))
  }
}
