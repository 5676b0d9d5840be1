import CorpusTools
import Knowledge
import Readers
import Reports
import Scoring
import SourceText
import TemplateDiff
import TemplateModel

extension Work {
  /// The rooms at work.
  static func rooms(_ knowledge: LoadedKnowledge) -> Work {
    Work(
      prepare: { _ = try knowledge.rubric.get() },
      report: { subject, request in
        let analysis = subject.analysed(
          with: try knowledge.base.get(), facts: try LoadedFacts.table.get(), suppressedOn: request.day)
        let summary = ReportSummary(analysis)
        let rendering = ReportRendering(
          analysis: analysis, summary: summary,
          trainingValue: try knowledge.rubric.get().value(of: analysis), name: subject.name,
          promptPath: subject.prompt?.path ?? Case.promptName, folders: request.folders)
        return ReportOutcome(
          texts: request.forms.map(rendering.text),
          summary: sentence(summary, suppressed: analysis.suppressed.count),
          worst: analysis.findings.map(\.severity).max(),
          isComplete: analysis.diff.response.isRead && analysis.diff.ideal.isRead)
      },
      diff: { response, ideal, request, isColored in
        let facts = SchemaFacts(try LoadedFacts.table.get())
        let sides = try readAtOnce([response.files, ideal.files])
        let whole = TemplateDiff.compare(response: sides[0], ideal: sides[1], facts: facts)
        let diff = DeltaSelection(types: request.types, ignored: request.ignored).applied(to: whole)
        let style = TerminalStyle(isColoured: isColored)
        let text =
          switch request.format {
          case .text:
            request.isUnified ? UnifiedDiff(diff, style: style).text : TextDiff(diff, style: style).text
          case .markdown: MarkdownDiff(diff).text
          case .json: JSONDiff(diff).text
          }
        return DiffOutcome(
          text: text, summary: DiffSummary(diff).line, hasDifferences: !diff.deltas.isEmpty,
          isComplete: diff.response.isRead && diff.ideal.isRead)
      },
      show: { material, format, isColored in
        let template = TemplateReader.template(from: material.files)
        let text =
          switch format {
          case .text: TextTemplate(template, style: TerminalStyle(isColoured: isColored)).text
          case .json: JSONTemplate(template).text
          }
        return ShowOutcome(
          text: text,
          summary: "\(template.files.count) files and \(template.resources.count) resources read.",
          isComplete: template.isRead)
      },
      corpusReport: { subject, wantsPage in
        let analysis = subject.analysed(
          with: try knowledge.base.get(), facts: try LoadedFacts.table.get())
        let value = try knowledge.rubric.get().value(of: analysis)
        let summary = ReportSummary(analysis)
        let page =
          wantsPage
          ? HTMLReport(
            analysis, summary: summary, trainingValue: value,
            promptPath: subject.prompt?.path ?? Case.promptName
          ).text(case: subject.name) : nil
        let entry = CorpusEntry(name: subject.name, analysis, summary: summary, value: value)
        return CorpusOutcome(
          line: JSONReport(analysis, summary: summary, trainingValue: value).line(case: subject.name),
          page: page.map { (subject.name, $0) }, entry: entry.with(page:))
      },
      caseOfRow: { line, path in
        do throws(Case.RowError) {
          return try Case(row: line.bytes, fallbackName: "\(path):\(line.number)")
        } catch {
          throw RowFault(path: path, line: line.number, fault: error)
        }
      })
  }
}

/// The templates of both sides, each read on a thread of its own.
private func readAtOnce(_ sides: [[SourceFile]]) throws -> [Template] {
  var next = sides.makeIterator()
  var templates: [Template] = []
  try ParallelMap.run(
    jobs: min(sides.count, ProcessorCount.available), next: { next.next() },
    transform: TemplateReader.template(from:)
  ) { template in
    templates.append(template)
    return true
  }
  return templates
}

/// The counts in one sentence for people.
///
/// As in "3 critical, 2 high and 1 low findings; 14 resources compared."
private func sentence(_ summary: ReportSummary, suppressed: Int) -> String {
  let counts = summary.severities.filter { $0.count > 0 }.map { "\($0.count) \($0.severity.rawValue)" }
  let found =
    switch counts.count {
    case 0: "No findings"
    case 1: "\(counts[0]) findings"
    default: "\(counts.dropLast().joined(separator: ", ")) and \(counts[counts.count - 1]) findings"
    }
  let accepted = suppressed == 0 ? "" : "; \(suppressed) suppressed in the response"
  return "\(found)\(accepted); \(summary.resourcesCompared) resources compared."
}

/// A line of a JSONL file that is not a case, with its place.
struct RowFault: Error, Equatable {
  let path: String
  /// 1-based.
  let line: Int
  let fault: Case.RowError
}

extension Template {
  /// Whether anything in it could be read as a template, or at least as code of one.
  var isRead: Bool { !resources.isEmpty || files.contains { $0.dialect != nil } }
}
