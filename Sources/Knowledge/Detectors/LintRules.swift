import SourceText
import TemplateModel

/// Finds lines of the response's programs that the field's usual linters report, and the ideal's do not.
///
/// Rules of pylint (redefined-builtin W0622, unspecified-encoding W1514, no-else-return R1705) and of ESLint (no-console, no-require-imports); https://pylint.readthedocs.io, https://eslint.org/docs.
struct LintRules {
  private let scene: Scene

  init(_ scene: Scene) { self.scene = scene }

  func evidence() -> [Evidence] {
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated() where LintRules.isProgram(file) {
      for (rule, ranges) in LintRules.breaches(of: file) {
        let inIdeal = scene.ideal.files.filter { LintRules.isProgram($0) && $0.language == file.language }
          .contains { LintRules.breaches(of: $0)[rule] != nil }
        found.append(
          Evidence(
            subject: DeltaSubject(file, order: 4_200_000 + index * 10 + rule.rawValue), detail: rule.told,
            response: ranges.prefix(12).map(file.location), confidence: 550, isInIdeal: inIdeal))
      }
    }
    return found.sorted { $0.subject.order < $1.subject.order }
  }

  private enum Rule: Int, CaseIterable {
    case shadowedBuiltin, encoding, elseAfterReturn, console, require

    var told: String {
      switch self {
      case .shadowedBuiltin: "parameter named id shadows a Python built-in (redefined-builtin)"
      case .encoding: "file opened without an encoding (unspecified-encoding)"
      case .elseAfterReturn: "unnecessary else after return (no-else-return)"
      case .console: "console statements in infrastructure code (no-console)"
      case .require: "require() in TypeScript instead of import (no-require-imports)"
      }
    }
  }

  private static func isProgram(_ file: TemplateFile) -> Bool {
    file.standing == .final && (file.language == .python || file.language == .typeScript)
  }

  private static func breaches(of file: TemplateFile) -> [Rule: [SourceRange]] {
    let lines = ProgramLine.lines(of: file)
    return file.language == .python ? python(lines) : typeScript(lines, file)
  }

  private static func python(_ lines: [ProgramLine]) -> [Rule: [SourceRange]] {
    var found: [Rule: [SourceRange]] = [:]
    var parameters = false
    for (number, line) in lines.enumerated() {
      let text = line.text
      if line.starts(with: "def ") { parameters = true }
      if parameters {
        if text.holds(word: "id"), text.holds("id:") || text.holds("id,") || text.holds("id=") {
          found[.shadowedBuiltin, default: []].append(line.range)
        }
        if text.last == 0x3A { parameters = false }
      }
      if text.holds("open("), text.holds(word: "open"), !text.holds("encoding"), !text.holds("b'"),
        !text.holds("b\""), text.holds("with ") || text.holds("= open(")
      {
        found[.encoding, default: []].append(line.range)
      }
      if line.starts(with: "return"), let next = lines[(number + 1)...].first(where: { !$0.text.isEmpty }),
        next.starts(with: "else:") || next.starts(with: "elif "), next.indentation < line.indentation
      {
        found[.elseAfterReturn, default: []] += [line.range, next.range]
      }
    }
    return found
  }

  private static func typeScript(_ lines: [ProgramLine], _ file: TemplateFile) -> [Rule: [SourceRange]] {
    var found: [Rule: [SourceRange]] = [:]
    for line in lines {
      if file.role == .stack || file.role == .module,
        line.starts(with: "console.log(") || line.starts(with: "console.debug(")
      {
        found[.console, default: []].append(line.range)
      }
      if line.starts(with: "const "), line.text.holds("= require(") {
        found[.require, default: []].append(line.range)
      }
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands anywhere in it.
  func holds(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { needle in
      guard let first = needle.first, count >= needle.count else { return false }
      var at = startIndex
      while at + needle.count <= endIndex {
        if self[at] == first, self[at..<(at + needle.count)].elementsEqual(needle) { return true }
        at += 1
      }
      return false
    }
  }

  /// Whether a name stands in it, not as a part of a longer one.
  func holds(word: StaticString) -> Bool {
    word.withUTF8Buffer { needle in
      guard count >= needle.count else { return false }
      var at = startIndex
      while at + needle.count <= endIndex {
        let end = at + needle.count
        if self[at..<end].elementsEqual(needle),
          at == startIndex || !IdentifierScan.isPart(self[at - 1]) && self[at - 1] != 0x2E,
          end == endIndex || !IdentifierScan.isPart(self[end])
        {
          return true
        }
        at += 1
      }
      return false
    }
  }
}
