/// A completion script for zsh: a function for each path, the outer ones calling the inner ones.
struct ZshCompletion {
  let program: ProgramDescription

  var script: String {
    let functions = program.completionPaths.reversed().map(function).joined(separator: "\n\n")
    return """
      #compdef \(program.name)
      # Completion for \(program.name); written by `\(program.name) completions zsh`.
      \(functions)

      if [ "$funcstack[1]" = "\(name(of: []))" ]; then
        \(name(of: [])) "$@"
      else
        compdef \(name(of: [])) \(program.name)
      fi

      """
  }

  private func name(of path: [String]) -> String { "_" + ([program.name] + path).joined(separator: "_") }

  private func function(_ path: [String]) -> String {
    let options = program.shownOptions(at: path).flatMap(specifications)
    let verbs = program.verbs(after: path)
    if verbs.isEmpty {
      let arguments = (program.command(at: path)?.arguments ?? []).map { argument in
        quote(
          "\(argument.isRepeated ? "*:" : argument.isOptional ? "::" : ":")\(argument.name):\(action(argument.value))"
        )
      }
      let body = (["_arguments -s -S"] + options + arguments).joined(separator: " \\\n    ")
      return "\(name(of: path))() {\n  \(body)\n}"
    }
    let body = (["_arguments -s -S -C"] + options + ["'1:verb:->verb'", "'*::argument:->rest'"])
    let described = verbs.map { "      \(quote("\($0.path.last ?? ""):\($0.summary)"))" }
    let inner = verbs.map { "        \($0.path.last ?? "")) \(name(of: $0.path)) ;;" }
    return """
      \(name(of: path))() {
        local curcontext="$curcontext" state line
        \(body.joined(separator: " \\\n    "))
        case $state in
          verb)
            local -a verbs=(
      \(described.joined(separator: "\n"))
            )
            _describe verb verbs ;;
          rest)
            case $words[1] in
      \(inner.joined(separator: "\n"))
            esac ;;
        esac
      }
      """
  }

  /// One for each spelling: `'--output=[Write …]:PATH:_files'`.
  private func specifications(_ option: OptionDescription) -> [String] {
    let help = option.help.replacing("[", with: "(").replacing("]", with: ")").replacing(":", with: "\\:")
    return option.spellings.map { spelling in
      let repeated = option.isRepeated ? "*" : ""
      guard let value = option.value else { return quote("\(repeated)\(spelling)[\(help)]") }
      let attached = spelling.hasPrefix("--") ? "=" : "+"
      return quote("\(repeated)\(spelling)\(attached)[\(help)]:\(value.name):\(action(value))")
    }
  }

  private func action(_ value: ValueDescription) -> String {
    switch value {
    case .path: "_files"
    case .folder: "_files -/"
    case .choice(_, let words): "(\(words.joined(separator: " ")))"
    case .word, .number: ""
    }
  }

  private func quote(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
