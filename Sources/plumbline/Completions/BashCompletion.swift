/// A completion script for bash 3.2 and later.
struct BashCompletion {
  let program: ProgramDescription

  var script: String {
    """
    # Completion for \(program.name); written by `\(program.name) completions bash`.
    _\(program.name)() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" verb="" i
      # Bash splits --option=value at the equals sign.
      if [ "$current" = "=" ]; then
        current=""
      elif [ "$previous" = "=" ]; then
        previous="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      for ((i = 1; i < COMP_CWORD; i++)); do
        case "$verb:${COMP_WORDS[i]}" in
    \(verbCases)
        esac
      done
      COMPREPLY=()
      case "$verb:$previous" in
    \(valueCases)
      esac
      case "$verb" in
    \(wordCases)
      esac
    }
    complete -o filenames -F _\(program.name) \(program.name)

    """
  }

  private var verbCases: String {
    let paths = program.completionPaths.filter { !$0.isEmpty }
    return lines(paths) { path in
      let name = path.joined(separator: " ")
      return "      \"\(path.dropLast().joined(separator: " ")):\(path.last ?? "")\") verb=\"\(name)\" ;;"
    }
  }

  private var valueCases: String {
    lines(program.completionPaths) { path in
      let options = program.shownOptions(at: path).filter { $0.value != nil }
      return lines(options) { option in
        let name = path.joined(separator: " ")
        let patterns = option.spellings.map { "\"\(name):\($0)\"" }.joined(separator: " | ")
        return "    \(patterns)) \(reply(option.value)); return ;;"
      }
    }
  }

  private var wordCases: String {
    lines(program.completionPaths) { path in
      let options = program.shownOptions(at: path).flatMap(\.spellings).joined(separator: " ")
      let verbs = program.verbs(after: path).compactMap(\.path.last)
      let words = verbs.isEmpty ? nil : verbs.joined(separator: " ")
      let plain = words.map(reply(words:)) ?? reply(program.command(at: path)?.arguments.first?.value)
      return """
            "\(path.joined(separator: " "))")
              case "$current" in
                -*) \(reply(words: options)) ;;
                *) \(plain) ;;
              esac ;;
        """
    }
  }

  private func reply(_ value: ValueDescription?) -> String {
    switch value {
    case .path: #"COMPREPLY=($(compgen -f -- "$current"))"#
    case .folder: #"COMPREPLY=($(compgen -d -- "$current"))"#
    case .choice(_, let words): reply(words: words.joined(separator: " "))
    case .word, .number, nil: ":"
    }
  }

  private func reply(words: String) -> String { #"COMPREPLY=($(compgen -W "\#(words)" -- "$current"))"# }

  private func lines<Element>(_ elements: [Element], _ line: (Element) -> String) -> String {
    elements.map(line).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
