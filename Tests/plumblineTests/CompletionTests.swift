import Foundation
import Testing

@testable import plumbline

struct CompletionTests {
  private static let shells: [(Shell, String)] = [(.bash, "bash"), (.zsh, "zsh"), (.fish, "fish")]

  private static func path(of shell: String) -> String? {
    ["/bin", "/usr/bin", "/usr/local/bin"].map { "\($0)/\(shell)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  // A shell that is not installed cannot check its script; bash is there wherever the tests run.
  @Test(arguments: Shell.allCases.filter { path(of: $0.rawValue) != nil })
  func `The shell accepts the syntax of its script`(shell: Shell) throws {
    let scratch = try Scratch()
    try scratch.write("script", shell.script(for: .plumbline))
    let flag = shell == .fish ? "--no-execute" : "-n"
    let result = try Run(Self.path(of: shell.rawValue) ?? "", [flag, scratch.at("script")])
    #expect(result.code == 0)
    #expect(result.error == "")
  }

  @Test(arguments: [
    (
      "", "report diff show score audit explain schema completions version help corpus knowledge config facts"
    ),
    ("re", "report"),
    ("corpus ", "report"),
    ("-q corpus report --j", "--jobs"),
    ("report --fail-on ", "low medium high critical"),
    ("report --fail-on = h", "high"),
    ("report --format =", "text markdown html json jsonl sarif junit gitlab github github-summary rdjsonl"),
    ("completions ", "bash zsh fish"),
    ("show --o", "--output"),
  ])
  func `Bash offers what can follow`(line: String, offered: String) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    let all = ["plumbline"] + words + (line.isEmpty || line.hasSuffix(" ") ? [""] : [])
    let quoted = all.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(Shell.bash.script(for: .plumbline))
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(all.count - 1); _plumbline; echo "${COMPREPLY[*]}"
      """
    let result = try Run("/bin/bash", ["-c", script])
    #expect(result.output == "\(offered)\n")
  }

  @Test(arguments: Shell.allCases)
  func `Every verb, option and choice stands in the script`(shell: Shell) {
    let script = shell.script(for: .plumbline)
    let program = ProgramDescription.plumbline
    for path in program.completionPaths {
      if let word = path.last { #expect(script.contains(word)) }
      for option in program.options(at: path) {
        #expect(script.contains(option.long))
        for choice in option.value?.choices ?? [] { #expect(script.contains(choice)) }
      }
    }
  }
}
