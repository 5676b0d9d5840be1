import Foundation
import Knowledge
import Testing

@testable import plumbline

/// The verbs about known failures, as a user meets them.
struct KnowledgeVerbTests {
  private static let own = """
    id: open-door
    title: "Open door on {name}"
    category: networking
    severity:
      level: critical
      because: anyone may come in
    detect:
      - resource: [AWS::SQS::Queue]
        property: DelaySeconds
        value: {above: 5}
    issue: "{name} waits {response} seconds ({lines})."
    fix: "Write {ideal}."
    root-cause: Doors open by themselves.
    impact:
      security: Anyone may come in.
    references:
      - title: Doors
        url: https://docs.aws.amazon.com/
    examples:
      - name: open
        response: |
          Resources:
            Jobs:
              Type: AWS::SQS::Queue
              Properties:
                DelaySeconds: 9
        ideal: |
          Resources:
            Jobs:
              Type: AWS::SQS::Queue
              Properties:
                DelaySeconds: 1
        findings:
          - title: Open door on Jobs
            line: 5
            ideal: 5
      - name: closed
        response: |
          Resources:
            Jobs:
              Type: AWS::SQS::Queue
        ideal: |
          Resources:
            Jobs:
              Type: AWS::SQS::Queue
        findings: []

    """

  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("own/networking/open-door.yaml", Self.own)
    let template = "Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: "
    try scratch.write("a.yaml", template + "9\n")
    try scratch.write("b.yaml", template + "1\n")
    return scratch
  }

  @Test func `Known failures of one's own are listed, tested, linted and found`() throws {
    let scratch = try folder()
    let option = ["--knowledge", scratch.at("own")]
    let list = try Run(["knowledge", "list", "--category", "networking"] + option)
    #expect(list.output.contains("open-door"))
    #expect(list.output.contains("Open door on {name}"))
    let test = try Run(["knowledge", "test"] + option)
    #expect(
      test.output
        == "ok   open-door: 1 fire, 1 stay silent (cloudformation, cdk)\n"
        + "1 known failures, 2 examples replayed in 14 forms; 0 fail.\n")
    #expect(test.code == 0)
    #expect(try Run(["knowledge", "lint", scratch.at("own")]).output == "1 files; 0 faults, 0 notes.\n")
    let pair = ["--response", scratch.at("a.yaml"), "--ideal", scratch.at("b.yaml")]
    let report = try Run(["report", "--fail-on", "critical"] + pair + option)
    #expect(report.output.contains("Open door on Jobs"))
    #expect(report.code == 1)
    #expect(try Run(["report", "--fail-on", "critical"] + pair).code == 0)
  }

  @Test func `A known failure that cannot be used is refused with its place`() throws {
    let scratch = try folder()
    try scratch.write(
      "own/networking/open-door.yaml",
      Self.own.replacing("DelaySeconds\n", with: "DelaySeconds\n    colour: red\n"))
    let pair = ["--response", scratch.at("a.yaml"), "--ideal", scratch.at("b.yaml")]
    let run = try Run(["report", "--knowledge", scratch.at("own")] + pair)
    #expect(run.code == 2)
    #expect(run.error.contains("own/networking/open-door.yaml:10: The key `colour` is not known here"))
    try scratch.write(
      "own/networking/open-door.yaml", Self.own.replacing("Open door on Jobs", with: "Shut door"))
    let test = try Run(["knowledge", "test", "--knowledge", scratch.at("own")])
    #expect(test.code == 1)
    #expect(test.output.contains("FAIL open-door"))
    #expect(test.output.contains("it lacks \"Shut door\" (line 5, ideal line 5)"))
  }

  @Test func `A new one is written to be filled in, once`() throws {
    let scratch = try folder()
    let arguments = ["knowledge", "new", "leaky-roof", "--category", "cost", "--folder", scratch.at("own")]
    #expect(try Run(arguments).code == 0)
    #expect(try scratch.text("own/cost/leaky-roof.yaml").hasPrefix("id: leaky-roof\n"))
    let again = try Run(arguments)
    #expect(again.code == 2)
    #expect(again.error.contains("there is a known failure of this name"))
    let lint = try Run(["knowledge", "lint", scratch.at("own")])
    #expect(lint.code == 1)
    #expect(lint.output.contains("own/cost/leaky-roof.yaml:2: Still to be written: title: "))
    #expect(try Run(["knowledge", "new", "Leaky Roof", "--category", "cost"]).code == 2)
    #expect(try Run(["knowledge", "new", "circular-dependency", "--category", "cost"]).code == 2)
  }

  @Test func `The settings of a project switch off, remap and fail`() throws {
    let scratch = try folder()
    try scratch.write(
      "p.yaml",
      "knowledge: own\nfail-on: high\nseverity: {open-door: low}\noff: [dead-letter-queue-or-consumer-settings-missing]\n"
    )
    let pair = [
      "--response", scratch.at("a.yaml"), "--ideal", scratch.at("b.yaml"), "--config", scratch.at("p.yaml"),
    ]
    let remapped = try Run(["report", "--format", "markdown"] + pair)
    #expect(remapped.code == 0)
    #expect(remapped.output.contains("**Impact Level**: Low (remapped by p.yaml from critical)"))
    let shown = try Run(["config", "show", "--config", scratch.at("p.yaml")])
    #expect(shown.output.contains("fail-on  high  (\(scratch.at("p.yaml")):2)\n"))
    try scratch.write("p.yaml", "knowledge: own\noff: open-door\n")
    #expect(!(try Run(["report"] + pair).output.contains("Open door")))
    try scratch.write("p.yaml", "of: open-door\n")
    let wrong = try Run(["report"] + pair)
    #expect(wrong.code == 2)
    #expect(wrong.error.contains("p.yaml:1: The key `of` is not known here"))
  }

  @Test func `A finding is explained by its fingerprint, a known failure by its id`() throws {
    let scratch = try folder()
    let pair = [
      "--response", scratch.at("a.yaml"), "--ideal", scratch.at("b.yaml"), "--knowledge", scratch.at("own"),
    ]
    let explained = try Run(["explain", "open-door"] + pair)
    #expect(explained.code == 0)
    for part in [
      "Alternative 1 of 1: a resource `AWS::SQS::Queue` of the response with `DelaySeconds`",
      "Because anyone may come in.", "No line of the prompt was found that does.", "Confidence 0.80",
      "difference 1: Jobs DelaySeconds",
    ] { #expect(explained.output.contains(part), "\(part)") }
    let json = try Run(["report", "--format", "json"] + pair).output
    let print = try #require(json.firstMatch(of: /"fingerprint": "([0-9a-f]{16})"/)?.1)
    #expect(try Run(["explain", String(print)] + pair).output == explained.output)
    #expect(try Run(["explain", "open-dor"] + pair).error.contains("did you mean 'open-door'?"))
    let page = try Run(["explain", "circular-dependency"])
    #expect(page.output.hasPrefix("# circular-dependency\n"))
    #expect(page.output == (try Run(["knowledge", "show", "circular-dependency"]).output))
  }

  @Test func `What a remark accepts stays in the report, marked, and fails nothing`() throws {
    let scratch = try folder()
    try scratch.write(
      "a.yaml",
      "Resources:\n  Jobs:\n    # plumbline:ignore open-door until=2026-12-31 opened by the caretaker\n"
        + "    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 9\n")
    let pair = [
      "--response", scratch.at("a.yaml"), "--ideal", scratch.at("b.yaml"), "--knowledge", scratch.at("own"),
    ]
    func report(_ format: String, _ day: String = "2026-12-31") throws -> Run {
      try Run(["report", "--fail-on", "critical", "--today", day, "--format", format] + pair)
    }
    let markdown = try report("markdown")
    #expect(markdown.code == 0)
    #expect(markdown.output.contains("### Suppressed in the Response"))
    #expect(markdown.output.contains("line 3, until 2026-12-31): opened by the caretaker"))
    #expect(try report("json").output.contains("\"reason\": \"opened by the caretaker\""))
    let sarif = try report("sarif").output
    #expect(sarif.contains("\"kind\": \"inSource\""))
    #expect(sarif.contains("\"justification\": \"opened by the caretaker\""))
    let late = try report("markdown", "2027-01-01")
    #expect(late.code == 1)
    #expect(late.output.contains("has expired"))
    #expect(try report("json", "soon").code == 2)
  }
}
