/// The shells that completions are written for; each script is drawn from the same description as the help.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  func script(for program: ProgramDescription) -> String {
    switch self {
    case .bash: BashCompletion(program: program).script
    case .zsh: ZshCompletion(program: program).script
    case .fish: FishCompletion(program: program).script
    }
  }
}

extension ProgramDescription {
  /// The root, the groups and the verbs: everything that options or words can follow.
  var completionPaths: [[String]] {
    [[]] + groups.map(\.path) + commands.filter { !$0.isHidden }.map(\.path)
  }

  func shownOptions(at path: [String]) -> [OptionDescription] { options(at: path).filter { !$0.isHidden } }
}

extension OptionDescription {
  /// The long and the short spelling with their dashes: `--output`, `-o`.
  var spellings: [String] { ["--\(long)"] + (short.map { ["-\($0)"] } ?? []) }
}
