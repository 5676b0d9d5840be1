/// The arguments as the system passed them.
enum ArgumentVector {
  /// The arguments after the program's name.
  ///
  /// One that is not UTF-8 is refused rather than repaired, since the repaired text would name another file.
  static func read() throws(UsageError) -> [String] {
    var arguments: [String] = []
    for position in 1..<max(1, Int(CommandLine.argc)) {
      guard let pointer = CommandLine.unsafeArgv[position] else { break }
      guard let argument = String(validatingCString: pointer) else { throw .notUTF8(position: position) }
      arguments.append(argument)
    }
    return arguments
  }
}
