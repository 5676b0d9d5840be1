import Audit
import CorpusTools
import Knowledge
import Reports
import SourceText

/// The verb `plumbline audit REPORT`.
struct AuditCommand: Command {
  let knowledge: LoadedKnowledge

  static let description = CommandDescription(
    path: ["audit"],
    summary: "checks a failure report that someone has written; exits with 1 where it finds something",
    arguments: [
      ArgumentDescription(
        value: .path("REPORT"), help: "The report, a Markdown file such as MODEL_FAILURES.md.")
    ],
    options: [caseFolder, format, .output, fix, .knowledge, .config],
    examples: [
      .init(line: "audit vpc/MODEL_FAILURES.md --case vpc", purpose: "Check it against itself and its case."),
      .init(line: "audit MODEL_FAILURES.md --fix", purpose: "Correct its counts and its numbering."),
    ])

  static let caseFolder = OptionDescription(
    "case", value: .folder("CASE"),
    help: "The case it speaks of; without it the quotations and what it misses are not checked.")
  static let format = OptionDescription(
    "format", value: .choice("FORMAT", of: AuditFormat.self),
    help: "How to write the remarks; text unless given.")
  static let fix = OptionDescription(
    "fix", help: "Correct in the report itself what is mechanical, and show what is left.")

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let path = try arguments.argument(0)
    let subject = try arguments.value(of: Self.caseFolder).map {
      try Case(folder: $0, name: Case.name(ofPath: $0))
    }
    let facts = try LoadedFacts.table.get()
    let analysis = try subject?.analysed(with: knowledge.base.get(), facts: facts)
    func audit(_ bytes: [UInt8]) -> ReportAudit {
      ReportAudit(SourceFile(path: path, bytes: bytes), of: analysis, prompt: subject?.prompt, facts: facts)
    }
    var result = audit(try FileReader().read(path))
    if arguments.isSet(Self.fix) {
      let corrected = result.corrected
      if corrected != result.report.file.bytes {
        try AtomicFile.write(corrected, to: path)
        let before = result.remarks.count
        result = audit(corrected)
        console.note("\(path.quoted) corrected: \(before) remarks before, \(result.remarks.count) left.")
      }
    }
    let format = arguments.choice(of: Self.format, default: AuditFormat.text)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    let table = AuditTable(result, style: TerminalStyle(isColoured: writer.isColored))
    let text =
      switch format {
      case .text: table.text
      case .json: JSONAudit(result).text
      }
    try writer.finish(text: text, summary: table.summary, isForPeople: format == .text)
    if result.report.items.isEmpty { console.note("\(path.quoted): no numbered failure was found in it.") }
    return result.remarks.isEmpty ? .success : .findings
  }
}
