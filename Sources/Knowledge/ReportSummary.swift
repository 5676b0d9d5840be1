package import SourceText
import TemplateDiff
package import TemplateModel

/// The figures of a report, each as a value: what was found, what was compared, what was not read.
package struct ReportSummary: Sendable {
  /// The findings of one severity.
  package struct SeverityCount: Sendable {
    package let severity: Severity
    /// Indices in the analysis's findings, in their order.
    package let findings: [Int]
    package var count: Int { findings.count }
  }

  /// A part of the craft in which the response fails, and why models fail there.
  package struct KnowledgeGap: Sendable {
    package let category: Category
    package let mostSevere: Severity
    /// Indices in the analysis's findings, the most severe first.
    package let findings: [Int]
    /// The distinct root causes as Markdown, in the order of the findings.
    package let rootCauses: [String]
    package var count: Int { findings.count }
  }

  /// A known failure that recurs, and what to practise against it.
  package struct Topic: Sendable {
    package let rule: String
    package let category: Category
    /// Indices in the analysis's findings, the most severe first.
    package let findings: [Int]
    /// What to do instead, as far as it can be said without the case.
    ///
    /// Markdown; may be empty.
    package let practice: String
  }

  /// What was read of one side.
  package struct SideCount: Sendable {
    /// The dialects of the files that count, each once, in the order of the files.
    package let dialects: [Dialect]
    /// The languages of the files with a dialect, each once, in the order of the files.
    package let languages: [Language]
    /// Files whose text counts.
    package let files: Int
    package let resources: Int
    package let parameters: Int
    package let outputs: Int
    /// Resources without a counterpart on the other side.
    package let unmatched: Int
  }

  /// A part of a document that was not read, or not read as it stands.
  package struct UnreadPart: Sendable {
    package let isResponse: Bool
    /// The document's path.
    package let path: String
    /// 1-based first and last line in the document.
    package let lines: ClosedRange<Int>
    package let problem: SourceProblem
  }

  /// From critical to low, also where there is none.
  package let severities: [SeverityCount]
  /// Only categories with findings: the most severe first, then the most frequent, then in the order of `Category`.
  package let gaps: [KnowledgeGap]
  /// The known failures with findings, those that weigh most first: a critical finding weighs four times a high one,
  /// and that four times a medium one.
  package let topics: [Topic]
  /// How far the response gets, and the order of the repairs.
  package let outlook: Outlook
  /// The number of each finding, in the order of the analysis's findings; counts through the severities from 1.
  package let numbers: [Int]
  package let response: SideCount
  package let ideal: SideCount
  /// Resources of the response that have a counterpart in the ideal.
  package let resourcesCompared: Int
  package let knownFailuresChecked: Int
  /// The response's first, each side in the order of its files.
  package let problems: [UnreadPart]

  package init(_ analysis: FailureAnalysis) {
    let findings = analysis.findings
    let diff = analysis.diff
    severities = Severity.allCases.reversed().map { severity in
      SeverityCount(
        severity: severity, findings: findings.indices.filter { findings[$0].severity == severity })
    }
    let order = severities.flatMap(\.findings)
    var numbers = [Int](repeating: 0, count: findings.count)
    for (place, finding) in order.enumerated() { numbers[finding] = place + 1 }
    self.numbers = numbers
    gaps = ReportSummary.gaps(of: findings, in: order)
    topics = ReportSummary.topics(of: analysis, in: order)
    outlook = Outlook(analysis, order: order)
    response = ReportSummary.count(diff.response, matched: Set(diff.pairs.map(\.response)).count)
    ideal = ReportSummary.count(diff.ideal, matched: Set(diff.pairs.map(\.ideal)).count)
    resourcesCompared = diff.pairs.count
    knownFailuresChecked = analysis.knownFailuresChecked
    problems =
      ReportSummary.problems(
        diff.response.problems + analysis.suppressionProblems, in: diff.response, isResponse: true)
      + ReportSummary.problems(diff.ideal.problems, in: diff.ideal, isResponse: false)
  }

  /// How many parts of a document were lost to this degree.
  package func problems(_ weight: SourceProblem.Weight) -> [UnreadPart] {
    problems.filter { $0.problem.weight == weight }
  }

  private static func gaps(of findings: [Finding], in order: [Int]) -> [KnowledgeGap] {
    var gaps: [KnowledgeGap] = []
    for category in Category.allCases {
      let members = order.filter { findings[$0].category == category }
      guard let first = members.first else { continue }
      var causes: [String] = []
      for cause in members.map({ findings[$0].rootCause }) where !cause.isEmpty && !causes.contains(cause) {
        causes.append(cause)
      }
      gaps.append(
        KnowledgeGap(
          category: category, mostSevere: findings[first].severity, findings: members, rootCauses: causes))
    }
    let ranked = gaps.enumerated().sorted { one, other in
      (other.element.mostSevere.rank, other.element.count, one.offset)
        < (one.element.mostSevere.rank, one.element.count, other.offset)
    }
    return ranked.map(\.element)
  }

  private static func topics(of analysis: FailureAnalysis, in order: [Int]) -> [Topic] {
    var members: [String: [Int]] = [:]
    var rules: [String] = []
    for index in order {
      let rule = analysis.findings[index].rule
      if members[rule] == nil { rules.append(rule) }
      members[rule, default: []].append(index)
    }
    var fixes: [String: String] = [:]
    for failure in analysis.checked { fixes[failure.id] = failure.fix }
    let weighed = rules.enumerated().map { place, rule in
      let findings = members[rule] ?? []
      let weight = findings.reduce(0) { $0 + (1 << (2 * analysis.findings[$1].severity.rank)) }
      return (rule: rule, findings: findings, weight: weight, place: place)
    }
    return weighed.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map { entry in
      let category = entry.findings.first.map { analysis.findings[$0].category } ?? .requirementsScope
      return Topic(
        rule: entry.rule, category: category, findings: entry.findings, practice: fixes[entry.rule] ?? "")
    }
  }

  private static func count(_ template: Template, matched: Int) -> SideCount {
    var dialects: [Dialect] = []
    var languages: [Language] = []
    for file in template.finalFiles {
      guard let dialect = file.dialect else { continue }
      if !dialects.contains(dialect) { dialects.append(dialect) }
      if !languages.contains(file.language) { languages.append(file.language) }
    }
    return SideCount(
      dialects: dialects, languages: languages, files: template.finalFiles.count,
      resources: template.resources.count, parameters: template.declarations(.parameter).count,
      outputs: template.declarations(.output).count, unmatched: max(0, template.resources.count - matched))
  }

  private static func problems(
    _ problems: [LocatedProblem], in template: Template, isResponse: Bool
  ) -> [UnreadPart] {
    problems.map { problem in
      let document = Int(problem.location.document)
      return UnreadPart(
        isResponse: isResponse,
        path: template.documents.indices.contains(document) ? template.documents[document].path : "",
        lines: template.lines(of: problem.location), problem: problem.problem)
    }
  }
}
