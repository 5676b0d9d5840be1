/// A completion script for fish: one line for each verb, option and argument.
struct FishCompletion {
  let program: ProgramDescription

  var script: String {
    let known = program.completionPaths.filter { !$0.isEmpty }.map { quote($0.joined(separator: " ")) }
    return """
      # Completion for \(program.name); written by `\(program.name) completions fish`.
      function __\(program.name)_at
        set -l verb ""
        for word in (commandline -opc)
          set -l longer (string trim -- "$verb $word")
          if contains -- "$longer" \(known.joined(separator: " "))
            set verb $longer
          end
        end
        test "$verb" = "$argv[1]"
      end
      complete -c \(program.name) -f
      \(program.completionPaths.flatMap(lines).joined(separator: "\n"))

      """
  }

  private func lines(_ path: [String]) -> [String] {
    let start =
      "complete -c \(program.name) -n \(quote("__\(program.name)_at '\(path.joined(separator: " "))'"))"
    let verbs = program.verbs(after: path).map { "\(start) -a \($0.path.last ?? "") -d \(quote($0.summary))" }
    let options = program.shownOptions(at: path).map { option in
      let short = option.short.map { " -s \($0)" } ?? ""
      return "\(start) -l \(option.long)\(short)\(value(option.value, of: "-r ")) -d \(quote(option.help))"
    }
    let argument = program.command(at: path)?.arguments.first.map { "\(start)\(value($0.value, of: ""))" }
    return verbs + options + (argument.map { [$0] } ?? [])
  }

  private func value(_ value: ValueDescription?, of required: String) -> String {
    switch value {
    case .path: " \(required)-F"
    case .folder: " \(required)-a '(__fish_complete_directories)'"
    case .choice(_, let words): " \(required)-a \(quote(words.joined(separator: " ")))"
    case .word, .number: required.isEmpty ? "" : " -r"
    case nil: ""
    }
  }

  private func quote(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "\\$"))\""
  }
}
