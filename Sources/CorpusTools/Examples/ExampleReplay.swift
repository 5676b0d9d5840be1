package import Facts
package import Knowledge
import Readers
package import SourceText
import TemplateDiff
package import TemplateModel

/// Replays the examples of known failures: as they are written, and in forms that must not change the verdict.
package struct ExampleReplay: Sendable {
  private let knowledge: KnowledgeBase
  private let facts: FactsTable?

  package init(_ knowledge: KnowledgeBase, facts: FactsTable?) {
    self.knowledge = knowledge
    self.facts = facts
  }

  /// What an example gave.
  package struct Outcome: Sendable {
    package let form: ExampleForm
    /// What was not as it should be, a sentence each; empty where everything was.
    package let faults: [String]
    /// How many findings of the known failure there were.
    package let findings: Int
  }

  /// Every form that applies to an example, with its outcome.
  package func outcomes(of example: KnownFailure.Example, rule: String) -> [Outcome] {
    let plain = findings(.asWritten, example, rule)
    // A detector may look at what a translation writes in another way, such as a value that the CDK has an enumeration for.
    let usesDetector = knowledge.entries.contains { $0.id == rule && $0.usesDetector }
    return ExampleForm.allCases.compactMap { form in
      if form == .inCDK, usesDetector { return nil }
      guard let found = form == .asWritten ? plain : findings(form, example, rule) else { return nil }
      return Outcome(
        form: form, faults: faults(found, form, example, plain: plain ?? []), findings: found.count)
    }
  }

  /// The dialects that an example is written in or replayed in, on either side.
  package static func dialects(of example: KnownFailure.Example) -> [Dialect] {
    var dialects: [Dialect] = []
    for form in [ExampleForm.asWritten, .inCDK] {
      let sides = [example.response, example.ideal].compactMap {
        form.rewritten($0, language: example.language)
      }
      guard sides.count == 2 else { continue }
      for side in sides {
        let template = TemplateReader.template(from: [file(side.text, form.language(of: example.language))])
        for dialect in template.finalFiles.compactMap(\.dialect) where !dialects.contains(dialect) {
          dialects.append(dialect)
        }
      }
    }
    return dialects
  }

  /// A finding by what must stay the same: its title, and its lines as they are in the example.
  private struct Found: Hashable {
    var title: String
    var first: Int?
    var firstIdeal: Int?
    var lines: Set<Int>
    var idealLines: Set<Int>
  }

  private func findings(_ form: ExampleForm, _ example: KnownFailure.Example, _ rule: String) -> [Found]? {
    guard let response = form.rewritten(example.response, language: example.language),
      let ideal = form.rewritten(example.ideal, language: example.language)
    else { return nil }
    let language = form.language(of: example.language)
    let analysis = Case(
      name: rule, prompt: SourceFile(path: Case.promptName, text: example.prompt),
      response: [Self.file(response.text, language)], ideal: [Self.file(ideal.text, language)]
    ).analysed(with: knowledge, facts: facts)
    func lines(
      _ places: [SourceLocation], _ template: Template, _ text: RewrittenText
    ) -> (first: Int?, all: Set<Int>) {
      let all = places.map { template.lines(of: $0) }
      return (
        all.first.map { text.origin(of: $0.lowerBound) }, Set(all.joined().map { text.origin(of: $0) })
      )
    }
    return analysis.findings.filter { $0.rule == rule }.map { finding in
      let here = lines(finding.response, analysis.diff.response, response)
      let there = lines(finding.ideal, analysis.diff.ideal, ideal)
      return Found(
        title: finding.title, first: here.first, firstIdeal: there.first, lines: here.all,
        idealLines: there.all)
    }
  }

  private func faults(
    _ found: [Found], _ form: ExampleForm, _ example: KnownFailure.Example, plain: [Found]
  ) -> [String] {
    switch form {
    case .reordered:
      // The first of several is another one now, and so may be the title, and on one side the lines.
      var rest = plain
      for one in found {
        let match = rest.firstIndex { $0.lines == one.lines || $0.idealLines == one.idealLines }
        if let match { rest.remove(at: match) }
      }
      if rest.isEmpty, found.count == plain.count { return [] }
    case .inMarkdown:
      // A title may name the file, which has another name here.
      let same = found.map { [$0.first, $0.firstIdeal] }
      if same == example.findings.map({ [$0.line, $0.ideal] }) { return [] }
    case .inCDK:
      if found.map({ Self.plain($0.title) }) == example.findings.map({ Self.plain($0.title) }) { return [] }
    case .inJSON:
      if found.map(\.title) == example.findings.map(\.title) { return [] }
    case .asWritten, .reindented, .crlf:
      let same = found.map {
        KnownFailure.Expectation(title: $0.title, line: $0.first, ideal: $0.firstIdeal)
      }
      if same == example.findings { return [] }
    }
    let expected = example.findings.map { told($0.title, $0.line, $0.ideal) }
    let given = found.map { told($0.title, $0.first, $0.firstIdeal) }
    return expected.filter { !given.contains($0) }.map { "it lacks \($0)" }
      + given.filter { !expected.contains($0) }.map { "it gives \($0)" }
      + (Set(expected) == Set(given) ? ["its findings come in another order or cite other lines"] : [])
  }

  /// A title without what a program writes otherwise: the case of properties, and references.
  private static func plain(_ title: String) -> [String] {
    title.lowercased().split(separator: " ").map(String.init).filter { !$0.contains(".") }
  }

  private func told(_ title: String, _ line: Int?, _ ideal: Int?) -> String {
    let places = [line.map { "line \($0)" }, ideal.map { "ideal line \($0)" }].compactMap { $0 }
    return "\"\(title)\"" + (places.isEmpty ? "" : " (\(places.joined(separator: ", ")))")
  }

  private static let endings = [
    "markdown": "md", "hcl": "tf", "typescript": "ts", "javascript": "js", "python": "py",
  ]

  private static func file(_ text: String, _ language: String) -> SourceFile {
    SourceFile(path: "template.\(endings[language] ?? language)", text: text)
  }
}
