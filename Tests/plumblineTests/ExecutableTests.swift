import Foundation
import Glibc
import Testing

@testable import plumbline

/// The built executable as a user meets it.
struct ExecutableTests {
  private static let endings: [([String], Int32)] = [
    (["--version"], 0), (["version"], 0), (["--help"], 0), (["help", "corpus", "report"], 0), ([], 2),
    ([""], 2),
    (["repotr"], 2), (["report", "--format", "pdf", "x"], 2), (["show", "/nonexistent"], 2),
    (["help", "x"], 2),
    (["completions", "bash"], 0), (["completions", "tcsh"], 2), (["help", "-", "--"], 2),
  ]

  @Test(arguments: endings)
  func `The exit code tells how it ended`(arguments: [String], code: Int32) throws {
    let run = try Run(arguments)
    #expect(run.code == code)
    #expect(run.output.isEmpty == (code != 0))
    #expect(run.error.split(separator: "\n").count == (code == 0 ? 0 : 1))
  }

  @Test func `An argument that is not UTF-8 is refused with its place`() throws {
    let run = try Run.bash("exec \"$0\" show $'\\xff\\xfe'")
    #expect(run.code == 2)
    #expect(run.error == "Argument 2 of plumbline is not UTF-8; rename the file or fix the argument.\n")
  }

  @Test func `A closed pipe ends quietly`() throws {
    let run = try Run.bash("(sleep 0.2; exec \"$0\" --help) | true; echo \"${PIPESTATUS[0]}\"")
    #expect(run.output == "0\n")
    #expect(run.error == "")
  }

  @Test func `A full disk and a closed output are told`() throws {
    #expect(try Run.bash("exec \"$0\" --version > /dev/full").code == 2)
    #expect(try Run.bash("exec \"$0\" --version >&-").code == 2)
    #expect(try Run.bash("exec \"$0\" --version 2>&-").output == "plumbline \(VersionCommand.version)\n")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `A signal leaves no half-written file`(signal: Int32) throws {
    let scratch = try Scratch()
    mkfifo(scratch.at("rows"), 0o600)
    // Held open for writing, so that the program waits for rows.
    let writer = open(scratch.at("rows"), O_RDWR)
    defer { close(writer) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Run.plumbline)
    process.arguments = ["corpus", "report", scratch.at("rows"), "-o", scratch.at("out")]
    try process.run()
    for _ in 0..<500 where scratch.contents.count < 2 { usleep(10_000) }
    #expect(scratch.contents.count == 2)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + signal)
    #expect(scratch.contents == ["rows"])
  }

  @Test func `Two runs write the same bytes`() throws {
    #expect(try Run(["completions", "zsh"]).output == Run(["completions", "zsh"]).output)
    #expect(try Run(["help", "report"]).output == Run(["report", "-h"]).output)
  }

  @Test func `Two diffs of the same templates are the same bytes in every format`() throws {
    let scratch = try Scratch()
    func text(_ prefix: String, _ last: Int) -> String {
      "Resources:\n"
        + (0..<last).map { number in
          "  \(prefix)\(number):\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: \(number % 7)\n"
            + "      RedrivePolicy: {deadLetterTargetArn: !GetAtt \(prefix)\(number / 2).Arn}\n"
        }.joined()
    }
    try scratch.write("a.yaml", text("Queue", 40))
    try scratch.write("b.yaml", text("Line", 37))
    for options in [
      [], ["--unified"], ["--format", "json"], ["--format", "markdown"], ["--ignore", "DelaySeconds"],
    ] {
      let arguments = ["diff", scratch.at("a.yaml"), scratch.at("b.yaml")] + options
      let first = try Run(arguments)
      #expect(first.code == 1)
      #expect(first.output == (try Run(arguments).output))
    }
    #expect(try Run(["diff", scratch.at("a.yaml"), scratch.at("b.yaml"), "--only", "AWS::S3::*"]).code == 0)
    let same = try Run(["diff", scratch.at("a.yaml"), scratch.at("a.yaml")])
    #expect(same.output == "no differences\n\n… 40 resources unchanged\n")
    #expect(same.code == 0)
  }
}
