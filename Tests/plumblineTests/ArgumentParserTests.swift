import Testing

@testable import plumbline

struct ArgumentParserTests {
  private func parse(_ arguments: String...) throws -> ParsedArguments {
    guard case .run(let parsed) = try ArgumentParser.parse(arguments, for: .plumbline) else {
      throw NotAVerb()
    }
    return parsed
  }

  private struct NotAVerb: Error {}

  private func fault(_ arguments: String...) -> UsageError? {
    do {
      _ = try ArgumentParser.parse(arguments, for: .plumbline)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [["--output=x"], ["--output", "x"], ["-o", "x"], ["-ox"], ["-qo", "x"]])
  func `Every spelling of an option gives the same value`(spelling: [String]) throws {
    guard case .run(let parsed) = try ArgumentParser.parse(["show"] + spelling + ["a"], for: .plumbline)
    else {
      Issue.record("no verb")
      return
    }
    #expect(parsed.value(of: .output) == "x")
    #expect(parsed.positionals == ["a"])
  }

  @Test func `A value may hold an equals sign, start with a dash or be a dash`() throws {
    #expect(try parse("show", "a", "--output=b=c").value(of: .output) == "b=c")
    #expect(try parse("show", "a", "--output=--b").value(of: .output) == "--b")
    #expect(try parse("show", "a", "--output", "-").value(of: .output) == "-")
  }

  @Test func `Two dashes end the options`() throws {
    #expect(try parse("diff", "--", "--color", "--").positionals == ["--color", "--"])
  }

  @Test func `Global options may stand before, between and after the words of a verb`() throws {
    for arguments in [
      ["-q", "corpus", "report", "c"], ["corpus", "-q", "report", "c"], ["corpus", "report", "c", "-q"],
    ] {
      guard case .run(let parsed) = try ArgumentParser.parse(arguments, for: .plumbline) else {
        Issue.record("no verb")
        continue
      }
      #expect(parsed.command.name == "corpus report")
      #expect(parsed.isSet(.quiet))
    }
  }

  @Test func `Help wins over what is wrong behind it`() throws {
    guard
      case .help(let path) = try ArgumentParser.parse(
        ["corpus", "report", "-h", "--nonsense"], for: .plumbline)
    else {
      Issue.record("no help")
      return
    }
    #expect(path == ["corpus", "report"])
  }

  @Test func `Each fault is named with its place`() {
    #expect(fault() == .missingVerb(after: []))
    #expect(fault("corpus") == .missingVerb(after: ["corpus"]))
    #expect(fault("") == .unknownVerb("", after: [], suggestion: nil))
    #expect(fault("repotr") == .unknownVerb("repotr", after: [], suggestion: "report"))
    #expect(fault("corpus", "diff") == .unknownVerb("diff", after: ["corpus"], suggestion: nil))
    #expect(fault("show", "--fromat=x") == .unknownOption("--fromat", of: ["show"], suggestion: "--format"))
    #expect(fault("show", "-z") == .unknownOption("-z", of: ["show"], suggestion: nil))
    #expect(fault("show", "a", "-o") == .missingValue(option: "-o", name: "PATH", of: ["show"]))
    #expect(
      fault("show", "-o", "--quiet", "a") == .missingValue(option: "-o", name: "PATH", of: ["show"]))
    #expect(fault("show", "--quiet=1") == .unexpectedValue(option: "--quiet", of: ["show"]))
    #expect(fault("show", "a", "-o", "b", "--output=c") == .givenTwice(option: "--output", of: ["show"]))
    #expect(
      fault("show", "a", "--format", "jsno")
        == .unknownChoice(
          "jsno", label: "--format", choices: ["text", "json"], suggestion: "json", of: ["show"]))
    #expect(
      fault("corpus", "report", "c", "--jobs", "99999999999999999999")
        == .notANumber("99999999999999999999", label: "--jobs", range: 1...1024, of: ["corpus", "report"]))
    #expect(fault("show", "") == .emptyValue(label: "PATH", of: ["show"]))
    #expect(fault("diff", "a") == .missingArgument("IDEAL", of: ["diff"]))
    #expect(fault("diff", "a", "b", "c") == .tooManyArguments(first: "c", of: ["diff"]))
  }

  @Test func `A flag may be repeated`() throws {
    #expect(try parse("show", "a", "-qq", "--quiet").isSet(.quiet))
  }

  @Test func `Every fault has one sentence that names the verb`() {
    for arguments in [["show", "--fromat"], ["show"], ["show", "a", "b"], ["show", "a", "--format=x"]] {
      #expect(throws: UsageError.self) { try ArgumentParser.parse(arguments, for: .plumbline) }
      do {
        _ = try ArgumentParser.parse(arguments, for: .plumbline)
      } catch {
        #expect(error.sentence.contains("plumbline show"))
        #expect(error.sentence.hasSuffix(".") || error.sentence.hasSuffix("?"))
        #expect(!error.sentence.contains("\n"))
      }
    }
  }

  @Test func `Huge and hostile arguments are refused without harm`() {
    let huge = String(repeating: "a", count: 1_000_000)
    #expect(fault(huge) == .unknownVerb(huge, after: [], suggestion: nil))
    #expect(fault(huge)?.sentence.count == 350)
    #expect(fault("\u{1B}[31m")?.sentence.contains("\\u{1b}[31m") == true)
    #expect(fault("--\(huge)=\(huge)") != nil)
    #expect(fault("-\u{1F600}") == .unknownOption("-\u{1F600}", of: [], suggestion: nil))
  }
}
