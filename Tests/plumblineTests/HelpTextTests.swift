import Testing

@testable import plumbline

struct HelpTextTests {
  private func help(_ path: String...) -> String { HelpText(program: .plumbline, path: path).text }

  @Test func `The program lists its verbs`() {
    #expect(
      help() == """
        plumbline compares an infrastructure template with its ideal and names the
        failures.

        Usage:
          plumbline VERB [OPTIONS]

        Verbs:
          report                    names the failures of a response, compared with its
                                    ideal
          diff                      shows how a response differs from its ideal; exits
                                    with 1 where it does
          show                      shows what was read: files, resources, parameters,
                                    outputs and problems
          score                     says how much a model can learn from a case, 0 to
                                    10, with a reason for every point
          audit                     checks a failure report that someone has written;
                                    exits with 1 where it finds something
          explain                   says why a finding is told: what held and where, why
                                    it is this severe, and how sure it is
          corpus report             analyses many cases and writes one JSON object a
                                    line, in input order
          knowledge list            lists the known failures: id, severity, category,
                                    figure and title
          knowledge show            shows a known failure: what is looked for, why it is
                                    severe, the fix and the examples
          knowledge test            replays the examples of known failures; exits with 1
                                    where one does not give what it states
          knowledge lint            checks the files of known failures, with path and
                                    line; exits with 1 where one cannot be used
          knowledge new             writes the file of a new known failure, to be filled
                                    in
          knowledge calibrate       counts how often a finding of each kind was one that
                                    a reviewer reported as well
          config show               shows the settings that count here, and who says so
          facts show                shows what is known of a type, member, runtime,
                                    policy, rule or action
          facts import              makes the table of facts from unpacked packages; see
                                    'make facts'
          schema                    prints the JSON Schema of the documents that other
                                    verbs write
          completions               writes the completion script of a shell
          version                   shows the version
          help                      shows what a verb takes

        Everywhere:
              --color WHEN          Colour the result. The default, auto, colours for a
                                    terminal and heeds NO_COLOR and FORCE_COLOR. One of:
                                    auto, always, never.
          -q, --quiet               Leave out notes and progress; shorten a text result
                                    to one line.
          -h, --help                Show this help.
              --version             Show the version.

        'plumbline VERB --help' shows what a verb takes.

        """)
  }

  @Test func `A verb shows its arguments, options and examples`() {
    #expect(
      help("corpus", "report") == """
        plumbline corpus report analyses many cases and writes one JSON object a line,
        in input order.

        Usage:
          plumbline corpus report [OPTIONS] CORPUS

        Arguments:
          CORPUS                    A folder of case folders, or a JSONL file with id,
                                    prompt, model and ideal in each row.

        Options:
          -o, --output [FORMAT=]PATH
                                    Write the lines to a file, which appears only when
                                    complete; - is standard output. html=FOLDER writes
                                    an index and a page for each case instead, or
                                    besides where a path is given too. May be repeated.
          -j, --jobs N              The number of threads; all processors unless given.
                                    The result does not depend on it.
              --no-progress         Show no progress.
              --knowledge FOLDER    A folder with known failures of your own, checked as
                                    strictly as Plumbline's. May be repeated.
              --config FILE         The project's settings; otherwise .plumbline.yaml in
                                    this folder or one above, up to the repository's.

        Everywhere:
              --color WHEN          Colour the result. The default, auto, colours for a
                                    terminal and heeds NO_COLOR and FORCE_COLOR. One of:
                                    auto, always, never.
          -q, --quiet               Leave out notes and progress; shorten a text result
                                    to one line.
          -h, --help                Show this help.

        Examples:
          plumbline corpus report cases -o findings.jsonl
              Analyse every case below a folder.
          plumbline corpus report cases -o html=pages
              Write an index of the cases and a page for each.
          plumbline corpus report rows.jsonl --jobs 1
              Use one thread, where the caller runs several.

        """)
  }

  @Test(arguments: ProgramDescription.plumbline.completionPaths)
  func `No line is wider than 80 columns`(path: [String]) {
    for line in HelpText(program: .plumbline, path: path).text.split(separator: "\n") {
      #expect(line.count <= 80)
    }
  }

  @Test func `Every example is accepted by the parser`() throws {
    for command in ProgramDescription.plumbline.commands {
      for example in command.examples {
        let line = example.line.prefix { $0 != ">" }
        let words = line.split(separator: " ").map(String.init)
        guard case .run(let parsed) = try ArgumentParser.parse(words, for: .plumbline) else {
          Issue.record("\(example.line) is not a verb")
          continue
        }
        #expect(parsed.command.path == command.path)
      }
    }
  }

  @Test func `Hidden options are parsed but not shown`() throws {
    let secret = OptionDescription("secret", isHidden: true, help: "Not for everyone.")
    let program = ProgramDescription(
      name: "p", summary: "tests",
      commands: [CommandDescription(path: ["v"], summary: "runs", options: [secret])],
      groups: [], globalOptions: [.help])
    guard case .run(let parsed) = try ArgumentParser.parse(["v", "--secret"], for: program) else {
      Issue.record("no verb")
      return
    }
    #expect(parsed.isSet(secret))
    #expect(!HelpText(program: program, path: ["v"]).text.contains("secret"))
    for shell in Shell.allCases { #expect(!shell.script(for: program).contains("secret")) }
  }

  @Test func `A repeated option keeps all its values`() throws {
    let format = OptionDescription("format", value: .path("F"), isRepeated: true, help: "One more.")
    let program = ProgramDescription(
      name: "p", summary: "tests",
      commands: [CommandDescription(path: ["v"], summary: "runs", options: [format])],
      groups: [], globalOptions: [])
    guard
      case .run(let parsed) = try ArgumentParser.parse(["v", "--format=a", "--format", "b"], for: program)
    else {
      Issue.record("no verb")
      return
    }
    #expect(parsed.values(of: format) == ["a", "b"])
    #expect(HelpText(program: program, path: ["v"]).text.contains("One more. May be repeated."))
  }
}
