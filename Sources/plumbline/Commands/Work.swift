import CorpusTools
import Knowledge
import Reports

/// What the verbs have done by the rooms below: values in, finished text out.
///
/// The verbs themselves only read files, choose the format and write results.
struct Work: Sendable {
  /// Reads what judging needs, so that a fault in it is told once and before the first case.
  var prepare: @Sendable () throws -> Void
  /// The failure analysis of a case, written in each of the forms asked for.
  var report: @Sendable (Case, ReportRequest) throws -> ReportOutcome
  /// The differences between a response and its ideal.
  var diff:
    @Sendable (_ response: Material, _ ideal: Material, DiffRequest, _ isColored: Bool) throws -> DiffOutcome
  /// What was read from a file or folder.
  var show: @Sendable (Material, ShowFormat, _ isColored: Bool) throws -> ShowOutcome
  /// The report on one case of many, with its page where that is wanted.
  var corpusReport: @Sendable (Case, _ wantsPage: Bool) throws -> CorpusOutcome
  /// A row `{"id", "prompt", "model", "ideal"}` of a JSONL file.
  ///
  /// The path is that of the file.
  var caseOfRow: @Sendable (LineReader.Line, _ path: String) throws -> Case
}

/// What a report is asked for.
struct ReportRequest: Sendable {
  var folders = ReportFolders()
  var forms: [ReportForm] = []
  /// The day on which suppressions must still hold; nil where they are not heeded.
  var day: CalendarDay?
}

/// How a report is to be written.
struct ReportForm: Sendable {
  var format: ReportFormat
  var layout = ReportLayout.impact
  var isColored = false
  /// How many bytes a job summary may still have; nil where it is the first.
  var room: Int?
}

/// A report that was written, and what the exit code depends on.
struct ReportOutcome: Sendable {
  /// A text for each form, in their order.
  var texts: [String]
  /// One sentence, such as "3 critical and 2 high findings in 14 resources.", for people.
  var summary: String
  /// The severity of the worst finding; nil where there is none.
  var worst: Severity?
  /// False where one side gave no template at all, so that nothing was compared.
  var isComplete: Bool
}

/// The report on one case of many.
struct CorpusOutcome: Sendable {
  /// One JSON object without a line break.
  var line: String
  /// The case's name and page; nil where no page was wanted, or there is nothing to show.
  var page: (name: String, text: String)?
  /// What the index tells of it, given the path of its page.
  var entry: @Sendable (_ page: String?) -> CorpusEntry
}

/// Differences that were written.
struct DiffOutcome: Sendable {
  var text: String
  var summary: String
  var hasDifferences: Bool
  /// False where one side gave no template at all.
  var isComplete: Bool
}

/// A description of what was read.
struct ShowOutcome: Sendable {
  var text: String
  var summary: String
  /// False where nothing in it could be read as a template.
  var isComplete: Bool
}
