import CorpusTools
import Glibc
import Knowledge
import Reports
import SourceText
import Testing

@testable import plumbline

/// The program with work that is known beforehand, so that what surrounds it can be seen.
struct ProgramTests {
  private final class Streams {
    var output = ""
    var error = ""
    var outputCode: Int32 = 0
  }

  private struct Broken: Error {}

  private func work(
    worst: Severity? = nil, differs: Bool = false, isComplete: Bool = true
  ) -> Work {
    Work(
      prepare: {},
      report: { subject, request in
        ReportOutcome(
          texts: request.forms.map {
            "\($0.format) of \(subject.name)\($0.isColored ? " in colour" : "")"
              + "\($0.layout == .catalog ? " by category" : "")\($0.room.map { " in \($0)" } ?? "")\n"
          },
          summary: "Summary.",
          worst: worst,
          isComplete: isComplete)
      },
      diff: { response, ideal, request, _ in
        DiffOutcome(
          text: "\(request.format) \(response.files.count) \(ideal.files.count)\n", summary: "Summary.",
          hasDifferences: differs, isComplete: isComplete)
      },
      show: { material, format, _ in
        ShowOutcome(
          text: material.files.map { "\(format) \($0.path)\n" }.joined(), summary: "Summary.",
          isComplete: isComplete)
      },
      corpusReport: { subject, wantsPage in
        if subject.name.hasPrefix("bad") { throw Broken() }
        let entry = CorpusEntry(name: subject.name, error: "none")
        return CorpusOutcome(
          line: "{\"case\":\"\(subject.name)\"}", page: wantsPage ? (subject.name, "page\n") : nil,
          entry: entry.with(page:))
      },
      caseOfRow: { line, path in
        let side = [SourceFile(path: path, text: "")]
        return Case(
          name: String(decoding: line.bytes, as: UTF8.self), prompt: nil, response: side, ideal: side)
      })
  }

  @discardableResult
  private func run(
    _ arguments: [String], _ work: Work, _ streams: Streams = Streams(), environment: [String: String] = [:]
  ) -> (ExitCode, Streams) {
    let code = Program(work: { _ in work }).run({ arguments }) { color, isQuiet in
      Console(environment: environment, color: color, isQuiet: isQuiet, isTerminal: { _ in false }) {
        stream, bytes in
        if stream == .output && streams.outputCode != 0 { return streams.outputCode }
        if stream == .output {
          streams.output += String(decoding: bytes, as: UTF8.self)
        } else {
          streams.error += String(decoding: bytes, as: UTF8.self)
        }
        return 0
      }
    }
    return (code, streams)
  }

  private func corpus() throws -> Scratch {
    let scratch = try Scratch()
    for name in ["b", "a", "a-b", "deep/c"] {
      try scratch.write("\(name)/MODEL_RESPONSE.md")
      try scratch.write("\(name)/IDEAL_RESPONSE.md")
    }
    return scratch
  }

  @Test func `A report exits with 0 unless --fail-on is reached`() throws {
    let scratch = try corpus()
    let path = scratch.at("a")
    for (worst, threshold, expected) in [
      (Severity.critical, nil, ExitCode.success), (.critical, "critical", .findings),
      (.high, "critical", .success),
      (.high, "low", .findings), (nil, "low", .success),
    ] as [(Severity?, String?, ExitCode)] {
      for format in ReportFormat.allCases {
        let option = threshold.map { ["--fail-on", $0] } ?? []
        #expect(
          run(["report", path, "--format=\(format.rawValue)"] + option, work(worst: worst)).0 == expected)
      }
    }
    #expect(run(["report", path, "--fail-on=low"], work(worst: .high, isComplete: false)).0 == .incomplete)
  }

  @Test func `The format follows --format, then the name of the output`() throws {
    let scratch = try corpus()
    let path = scratch.at("a")
    #expect(run(["report", path], work()).1.output == "text of a\n")
    #expect(run(["report", path + "/", "--color=always"], work()).1.output == "text of a in colour\n")
    #expect(run(["report", path, "-q"], work()).1.output == "Summary.\n")
    #expect(run(["report", path, "-q", "--format=json"], work()).1.output == "json of a\n")
    let (_, streams) = run(["report", path, "--color=always", "-o", scratch.at("r.md")], work())
    #expect(try scratch.text("r.md") == "markdown of a\n")
    #expect(streams.output == "")
    #expect(streams.error == "Summary. Written to '\(scratch.at("r.md"))'.\n")
    #expect(run(["report", path, "-q", "-o", scratch.at("r.json"), "--format=text"], work()).1.error == "")
    #expect(try scratch.text("r.json") == "text of a\n")
  }

  @Test func `A case may be named by its files`() throws {
    let scratch = try corpus()
    let files = ["--response", scratch.at("a/MODEL_RESPONSE.md"), "--ideal", scratch.at("b")]
    #expect(run(["report"] + files, work()).1.output == "text of MODEL_RESPONSE.md\n")
    #expect(run(["report", "a"] + files, work()).0 == .usage)
    #expect(run(["report"] + files.prefix(2), work()).0 == .usage)
    #expect(run(["report"], work()).0 == .usage)
    #expect(
      run(["report", scratch.path], work()).1.error
        == "plumbline: '\(scratch.path)' is not a case, since it has no MODEL_RESPONSE.md and no IDEAL_RESPONSE.md; "
        + "add it, or name the files with --response and --ideal.\n")
  }

  @Test func `Several outputs are written at once, and the result besides`() throws {
    let scratch = try corpus()
    let files = ["-o", "sarif=\(scratch.at("r.x"))", "--output", "junit=\(scratch.at("r=y.xml"))"]
    let (code, streams) = run(["report", scratch.at("a"), "-q"] + files, work())
    #expect(code == .success)
    #expect(streams.output == "Summary.\n")
    #expect(try scratch.text("r.x") == "sarif of a\n")
    #expect(try scratch.text("r=y.xml") == "junit of a\n")
    #expect(run(["report", scratch.at("a")] + files + ["-o", scratch.at("r.md")], work()).1.output == "")
    #expect(try scratch.text("r.md") == "markdown of a\n")
    #expect(run(["report", scratch.at("a"), "-o", "gitlab=-"], work()).1.output == "gitlab of a\n")
  }

  @Test(arguments: [
    (
      ["-o", "sariff=x"],
      "The format in --output of plumbline report cannot be 'sariff'; did you mean 'sarif'? "
    ),
    (["-o", "sarif="], "--output sarif= of plumbline report is empty"),
    (["-o", "a", "-o", "b"], "--output PATH is given twice"),
    (["-o", "json=a", "-o", "sarif=a"], "--output FORMAT=a is given twice"),
    (
      ["-o", "json=-", "--format", "text"],
      "--format and --output json=- of plumbline report exclude each other"
    ),
  ])
  func `Outputs that cannot be meant are refused`(options: [String], start: String) throws {
    let scratch = try corpus()
    let (code, streams) = run(["report", scratch.at("a")] + options, work())
    #expect(code == .usage)
    #expect(streams.error.hasPrefix(start), "\(streams.error)")
  }

  @Test func `The layout is that of every form`() throws {
    let scratch = try corpus()
    let options = ["--layout", "catalog", "-o", "html=\(scratch.at("r.html"))", "--format", "markdown"]
    #expect(run(["report", scratch.at("a")] + options, work()).1.output == "markdown of a by category\n")
    #expect(try scratch.text("r.html") == "html of a by category\n")
    #expect(run(["report", scratch.at("a"), "--layout", "table"], work()).0 == .usage)
  }

  @Test func `A job summary is appended to what the step has written, and to nothing else`() throws {
    let scratch = try corpus()
    try scratch.write("summary", "before\n")
    try scratch.write("other", "before\n")
    let environment = ["GITHUB_STEP_SUMMARY": scratch.at("summary")]
    for name in ["summary", "other", "new"] {
      let output = "github-summary=\(scratch.at(name))"
      #expect(run(["report", scratch.at("a"), "-o", output], work(), environment: environment).0 == .success)
    }
    #expect(try scratch.text("summary") == "before\ngithubSummary of a in 1048569\n")
    #expect(try scratch.text("other") == "githubSummary of a\n")
    #expect(try scratch.text("new") == "githubSummary of a\n")
  }

  @Test func `A corpus gives an index and a page for each case, and lines where they are asked for`() throws {
    let scratch = try corpus()
    let pages = "html=\(scratch.at("pages"))"
    let (code, streams) = run(["corpus", "report", scratch.path, "-o", pages], work())
    #expect(code == .success)
    #expect(streams.output == "")
    #expect(streams.error == "The index and the pages of 4 cases written to '\(scratch.at("pages"))'.\n")
    #expect(try scratch.text("pages/cases/deep_c.html") == "page\n")
    #expect(try scratch.text("pages/index.html").contains("<a href=\"cases/a-b.html\">a-b</a>"))
    let both = run(
      ["corpus", "report", scratch.path, "-o", pages, "-o", scratch.at("lines.jsonl"), "-q"], work())
    #expect(both.0 == .success)
    #expect(try scratch.text("lines.jsonl").split(separator: "\n").count == 4)
    #expect(run(["corpus", "report", scratch.path, "-o", pages, "-o", "-"], work()).1.output.hasPrefix("{"))
  }

  @Test(arguments: [
    (["-o", "a", "-o", "jsonl=b"], "--output PATH is given twice"),
    (["-o", "html=a", "-o", "html=b"], "--output html=FOLDER is given twice"),
    (["-o", "pdf=a"], "The format in --output of plumbline corpus report cannot be 'pdf'"),
  ])
  func `Outputs of a corpus that cannot be meant are refused`(options: [String], start: String) throws {
    let scratch = try corpus()
    let (code, streams) = run(["corpus", "report", scratch.path] + options, work())
    #expect(code == .usage)
    #expect(streams.error.hasPrefix(start), "\(streams.error)")
  }

  @Test func `A folder that cannot be made is told`() throws {
    let scratch = try corpus()
    let pages = "html=\(scratch.at("none/pages"))"
    #expect(run(["corpus", "report", scratch.path, "-o", pages], work()).0 == .usage)
    try scratch.write("file")
    #expect(
      run(["corpus", "report", scratch.path, "-o", "html=\(scratch.at("file"))"], work()).0 == .usage)
  }

  @Test func `A schema is printed, the report's unless another is named`() {
    #expect(run(["schema"], work()).1.output.contains("urn:plumbline:schema:report:1.0"))
    #expect(run(["schema", "audit"], work()).1.output.contains("urn:plumbline:schema:audit:1.0"))
    #expect(run(["schema", "diff"], work()).0 == .usage)
  }

  @Test func `A path with an equals sign is a path where no word stands before the sign`() throws {
    let scratch = try corpus()
    #expect(run(["report", scratch.at("a"), "-o", scratch.at("x=y.md")], work()).0 == .success)
    #expect(try scratch.text("x=y.md") == "markdown of a\n")
  }

  @Test func `Diff exits with 1 where there are differences`() throws {
    let scratch = try corpus()
    let sides = ["diff", scratch.at("a"), scratch.at("deep")]
    #expect(run(sides, work(differs: true)).0 == .findings)
    #expect(run(sides, work(differs: false)).0 == .success)
    #expect(run(sides, work(differs: true, isComplete: false)).0 == .incomplete)
    #expect(run(sides, work()).1.output == "text 2 2\n")
  }

  @Test func `Show reads a folder and says what it left out`() throws {
    let scratch = try Scratch()
    try scratch.write("t/main.yaml")
    try scratch.write("t/.env")
    let (code, streams) = run(["show", scratch.at("t")], work())
    #expect(code == .success)
    #expect(streams.output == "text main.yaml\n")
    #expect(streams.error == "'\(scratch.at("t"))': Left out: 1 hidden.\n")
    #expect(run(["show", scratch.at("t"), "-q"], work()).1.error == "")
  }

  @Test func `A corpus folder gives a line for each case, in order`() throws {
    let scratch = try corpus()
    for jobs in ["1", "4"] {
      let (code, streams) = run(["corpus", "report", scratch.path, "--jobs", jobs], work())
      #expect(code == .success)
      #expect(
        streams.output == "{\"case\":\"a\"}\n{\"case\":\"a-b\"}\n{\"case\":\"b\"}\n{\"case\":\"deep/c\"}\n")
      #expect(streams.error == "")
    }
    #expect(run(["corpus", "report", scratch.at("a")], work()).1.output == "{\"case\":\"a\"}\n")
    try scratch.write("none/file")
    #expect(run(["corpus", "report", scratch.at("none")], work()).0 == .usage)
  }

  @Test func `A case that fails has a line too, and the code is 3`() throws {
    let scratch = try Scratch()
    try scratch.write("rows.jsonl", "one\nbad \"x\"\n\nthree\n")
    let (code, streams) = run(["corpus", "report", scratch.at("rows.jsonl")], work())
    #expect(code == .incomplete)
    let lines = streams.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == "{\"case\":\"one\"}")
    #expect(
      lines.dropFirst().first?.contains("\"case\":\"\(scratch.at("rows.jsonl")):2\",\"error\":\"") == true)
    #expect(lines.last == "{\"case\":\"three\"}")
    #expect(streams.error.contains("rows.jsonl:2"))
  }

  @Test func `A closed pipe ends quietly with the code of the whole result`() throws {
    let scratch = try corpus()
    let streams = Streams()
    streams.outputCode = EPIPE
    #expect(run(["diff", scratch.at("a"), scratch.at("b")], work(differs: true), streams).0 == .findings)
    #expect(run(["corpus", "report", scratch.path], work(), streams).0 == .success)
    #expect(streams.error == "")
  }

  @Test func `A full disk behind standard output is an error`() throws {
    let streams = Streams()
    streams.outputCode = ENOSPC
    #expect(run(["version"], work(), streams).0 == .usage)
    #expect(
      streams.error
        == "plumbline: 'standard output' cannot be written: the disk is full; make room and run again.\n")
  }

  @Test func `An unforeseen fault is an internal error`() throws {
    let scratch = try corpus()
    var broken = work()
    broken.report = { _, _ in throw Broken() }
    let (code, streams) = run(["report", scratch.at("a"), "-o", scratch.at("out")], broken)
    #expect(code == .internalError)
    #expect(streams.error.hasPrefix("plumbline: Internal error"))
    #expect(!scratch.contents.contains("out"))
  }
}
