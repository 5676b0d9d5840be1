/// Reads a command line against a description.
///
///     plumbline --quiet corpus report rows.jsonl --jobs=4 -- --odd-name
///               ^flag   ^path         ^argument  ^option     ^argument: what follows `--` is no option
struct ArgumentParser {
  private let program: ProgramDescription
  private var remaining: ArraySlice<String>
  private var path: [String] = []
  private var parsed: ParsedArguments
  private var wanted: Invocation?

  /// Reads the arguments that follow the program's name.
  static func parse(_ arguments: [String], for program: ProgramDescription) throws(UsageError) -> Invocation {
    var parser = ArgumentParser(program: program, arguments: arguments)
    return try parser.run()
  }

  private init(program: ProgramDescription, arguments: [String]) {
    self.program = program
    remaining = arguments[...]
    parsed = ParsedArguments(CommandDescription(path: [], summary: ""))
  }

  private mutating func run() throws(UsageError) -> Invocation {
    var optionsEnded = false
    while let word = remaining.popFirst() {
      if !optionsEnded && word == "--" {
        optionsEnded = true
      } else if !optionsEnded && word.hasPrefix("--") {
        try readLong(word)
      } else if !optionsEnded && word.hasPrefix("-") && word != "-" {
        try readShort(word)
      } else if program.isGroup(path) {
        try readVerb(word)
      } else {
        try readPositional(word)
      }
      if let wanted { return wanted }
    }
    guard program.command(at: path) != nil else { throw .missingVerb(after: path) }
    if let missing = parsed.command.arguments.dropFirst(parsed.positionals.count).first(where: {
      !$0.isOptional
    }) {
      throw .missingArgument(missing.name, of: path)
    }
    return .run(parsed)
  }

  private mutating func readVerb(_ word: String) throws(UsageError) {
    let known = program.verbs(after: path).compactMap(\.path.last)
    let next = path + [word]
    guard program.command(at: next) != nil || program.isGroup(next) else {
      throw .unknownVerb(word, after: path, suggestion: Suggestion.nearest(to: word, among: known))
    }
    path = next
    guard let command = program.command(at: path) else { return }
    parsed = parsed.moved(to: command)
  }

  private mutating func readPositional(_ word: String) throws(UsageError) {
    let arguments = parsed.command.arguments
    let place = parsed.positionals.count
    guard let argument = place < arguments.count ? arguments[place] : arguments.last,
      place < arguments.count || argument.isRepeated
    else {
      throw .tooManyArguments(first: word, of: path)
    }
    try check(word, as: argument.value, label: argument.name)
    parsed.append(positional: word)
  }

  private mutating func readLong(_ word: String) throws(UsageError) {
    let body = word.dropFirst(2)
    let name = String(body.prefix { $0 != "=" })
    let attached = body.count > name.count ? String(body.dropFirst(name.count + 1)) : nil
    let options = program.options(at: path)
    guard let option = options.first(where: { $0.long == name }) else {
      let known = options.filter { !$0.isHidden }.map(\.long)
      throw .unknownOption(
        "--\(name)", of: path, suggestion: Suggestion.nearest(to: name, among: known).map { "--\($0)" })
    }
    try read(option, label: "--\(name)", attached: attached)
  }

  /// `-h`, `-o PATH`, `-oPATH`, and flags joined to what follows: `-qo PATH`.
  private mutating func readShort(_ word: String) throws(UsageError) {
    var letters = word.dropFirst()
    while wanted == nil, let letter = letters.popFirst() {
      guard let option = program.options(at: path).first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", of: path, suggestion: nil)
      }
      let takesRest = option.value != nil && !letters.isEmpty
      try read(option, label: "-\(letter)", attached: takesRest ? String(letters) : nil)
      if option.value != nil { return }
    }
  }

  private mutating func read(
    _ option: OptionDescription, label: String, attached: String?
  ) throws(UsageError) {
    guard let description = option.value else {
      guard attached == nil else { throw .unexpectedValue(option: label, of: path) }
      if option == .help { wanted = .help(path) }
      if option == .version { wanted = .version }
      if !parsed.isSet(option) { parsed.append("", to: option) }
      return
    }
    guard option.isRepeated || !parsed.isSet(option) else { throw .givenTwice(option: label, of: path) }
    let value: String
    if let attached {
      value = attached
    } else if let next = remaining.first, next == "-" || !next.hasPrefix("-") {
      value = next
      remaining.removeFirst()
    } else {
      throw .missingValue(option: label, name: description.name, of: path)
    }
    try check(value, as: description, label: label)
    parsed.append(value, to: option)
  }

  private func check(_ value: String, as description: ValueDescription, label: String) throws(UsageError) {
    switch description {
    case .word, .path, .folder:
      if value.isEmpty { throw .emptyValue(label: label, of: path) }
    case .number(_, let range):
      guard let number = Int(value), range.contains(number) else {
        throw .notANumber(value, label: label, range: range, of: path)
      }
    case .choice(_, let choices):
      guard choices.contains(value) else {
        let suggestion = Suggestion.nearest(to: value, among: choices)
        throw .unknownChoice(value, label: label, choices: choices, suggestion: suggestion, of: path)
      }
    }
  }
}
