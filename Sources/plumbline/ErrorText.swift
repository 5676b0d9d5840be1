import CorpusTools
import Facts
import Glibc
import Knowledge

/// The sentences for everything that can go wrong: what, where, and what to do next; and the exit code of each.
enum ErrorText {
  /// The sentence as a line of its own: it names the program, as a usage sentence does by itself.
  static func line(for error: any Error) -> String {
    error is UsageError ? sentence(for: error) : "plumbline: \(sentence(for: error))"
  }

  static func sentence(for error: any Error) -> String {
    switch error {
    case let error as UsageError: error.sentence
    case let error as FileError: error.sentence
    case let error as ResourceError: error.sentence
    case let error as RowFault: error.sentence
    case let error as FactsTableError: error.sentence
    case let error as FactsImportError: error.sentence
    case let error as KnownFailureProblem: error.description
    case is ThreadShortage: "The system allows no further thread; raise the limit (ulimit -u) and run again."
    default: "Internal error (\(String(describing: error))); please report it with the command line."
    }
  }

  static func exitCode(for error: any Error) -> ExitCode {
    switch error {
    case is UsageError, is FileError, is RowFault, is KnownFailureProblem, is FactsImportError: .usage
    case ResourceError.missing(_, _, isOverridden: true): .usage
    default: .internalError
    }
  }
}

extension UsageError {
  var sentence: String {
    switch self {
    case .notUTF8(let position):
      "Argument \(position) of plumbline is not UTF-8; rename the file or fix the argument."
    case .missingVerb(let path):
      "\(Self.name(path)) needs a verb; '\(Self.name(path)) --help' lists them."
    case .unknownVerb(let word, let path, let suggestion):
      "\(Self.name(path)) has no verb \(word.quoted); \(Self.hint(suggestion, path))"
    case .unknownOption(let option, let path, let suggestion):
      "\(Self.name(path)) has no option \(option.quoted); \(Self.hint(suggestion, path))"
    case .missingValue(let option, let name, let path):
      "\(option) of \(Self.name(path)) needs a value; write \(option) \(name), or "
        + "\(option)\(option.hasPrefix("--") ? "=" : "")\(name) where it starts with a dash."
    case .unexpectedValue(let option, let path):
      "\(option) of \(Self.name(path)) takes no value; leave out what follows the equals sign."
    case .givenTwice(let option, let path):
      "\(option) is given twice to \(Self.name(path)); leave one out."
    case .unknownChoice(let word, let label, let choices, let suggestion, let path):
      "\(label) of \(Self.name(path)) cannot be \(word.quoted); "
        + (suggestion.map { "did you mean '\($0)'? " } ?? "")
        + "It is one of \(choices.joined(separator: ", "))."
    case .notANumber(let word, let label, let range, let path):
      "\(label) of \(Self.name(path)) cannot be \(word.quoted); give a whole number from \(range.lowerBound) to "
        + "\(range.upperBound)."
    case .emptyValue(let label, let path):
      "\(label) of \(Self.name(path)) is empty; leave it out or give it a value."
    case .unknownKnownFailure(let id, let suggestion, let path):
      "\(Self.name(path)) knows no failure \(id.quoted); "
        + (suggestion.map { "did you mean '\($0)'?" } ?? "'plumbline knowledge list' lists them.")
    case .unknownFinding(let name, let suggestion, let path):
      "\(Self.name(path)) finds no \(name.quoted) in this case; "
        + (suggestion.map { "did you mean '\($0)'?" }
          ?? "'plumbline report --format json' lists fingerprints and rules.")
    case .notAnID(let id, let path):
      "ID of \(Self.name(path)) cannot be \(id.quoted); write small letters, digits and hyphens, as in hardcoded-region."
    case .takenID(let id, let path):
      "\(Self.name(path)) cannot write \(id.quoted), as there is a known failure of this name; choose another."
    case .notADay(let text, let option, let path):
      "\(option) of \(Self.name(path)) cannot be \(text.quoted); give a day as 2027-01-31."
    case .missingArgument(let name, let path):
      "\(Self.name(path)) needs \(name); see '\(Self.name(path)) --help'."
    case .tooManyArguments(let first, let path):
      "\(Self.name(path)) takes no further argument \(first.quoted); see '\(Self.name(path)) --help'."
    case .conflict(let one, let other, let path):
      "\(one) and \(other) of \(Self.name(path)) exclude each other; leave one out."
    case .needs(let option, let other, let path):
      "\(option) of \(Self.name(path)) needs \(other) too; add it."
    }
  }

  private static func name(_ path: [String]) -> String { (["plumbline"] + path).joined(separator: " ") }

  private static func hint(_ suggestion: String?, _ path: [String]) -> String {
    suggestion.map { "did you mean '\($0)'?" } ?? "see '\(name(path)) --help'."
  }
}

extension FileError {
  var sentence: String {
    switch self {
    case .missing(let path): "There is no \(path.quoted); check the path."
    case .isFolder(let path): "\(path.quoted) is a folder; name a file in it."
    case .notAFolder(let path): "\(path.quoted) is not a folder; name the folder that holds the case."
    case .notReadable(let path): "\(path.quoted) may not be read; change its permissions (chmod u+r)."
    case .tooLarge(let path, let limit):
      "\(path.quoted) is larger than the limit of \(limit >> 20) MB; split it or leave it out."
    case .vanished(let path): "\(path.quoted) vanished or shrank while it was being read; run again."
    case .incompleteCase(let path, let missing):
      "\(path.quoted) is not a case, since it has no \(missing.joined(separator: " and no ")); add it, or name the "
        + "files with --response and --ideal."
    case .nothingToRead(let path): "\(path.quoted) holds no text file; name a folder with templates."
    case .cannotWrite(let path, let fault): "\(path.quoted) cannot be written: \(fault.sentence)"
    case .readFailed(let path, let code):
      "\(path.quoted) cannot be read (\(String(cString: strerror(code)))); check the disk and run again."
    }
  }
}

extension FileError.WriteFault {
  var sentence: String {
    switch self {
    case .noSuchFolder: "its folder does not exist; create it first (mkdir -p)."
    case .isFolder: "it is a folder; name a file."
    case .denied: "permission is denied; choose another place."
    case .diskFull: "the disk is full; make room and run again."
    case .other(let code): "\(String(cString: strerror(code))); choose another place."
    }
  }
}

extension RowFault {
  var sentence: String {
    switch fault {
    case .notAnObject(let column):
      "Line \(line) of \(path.quoted) is not a JSON object (column \(column)); each line must be one object."
    case .missing(let field):
      "Line \(line) of \(path.quoted) has no text under \"\(field)\"; a case needs \"model\" and \"ideal\"."
    }
  }
}

extension FactsTableError {
  var sentence: String {
    switch self {
    case .notATable: "The table of facts is no such table; install again with 'make install'."
    case .otherFormat(let format):
      "The table of facts has format \(format), which this version does not read; install again with 'make install'."
    case .damaged(let part): "The table of facts is damaged (\(part)); install again with 'make install'."
    }
  }
}

extension FactsImportError {
  var sentence: String {
    switch self {
    case .malformed(let file, let offset):
      "\(file.quoted) cannot be read at byte \(offset); unpack the package again with 'make facts'."
    case .missing(let name): "The packages lack \(name); unpack them again with 'make facts'."
    }
  }
}

extension ResourceError {
  var sentence: String {
    switch self {
    case .missing(let name, let folders, isOverridden: true):
      "PLUMBLINE_RESOURCES names \(folders.map(\.quoted).joined()), which has no \(name); correct or unset it."
    case .missing(let name, let folders, isOverridden: false):
      "\(name), a part of the installation, is in none of \(folders.map(\.quoted).joined(separator: ", ")); "
        + "install again with 'make install', or set PLUMBLINE_RESOURCES to the folder that holds it."
    }
  }
}

extension FolderListing.LeftOut {
  /// `Left out: 3 hidden, 1 binary.`; nil where nothing was.
  var sentence: String? {
    let counts = [
      (hidden, "hidden"), (generated, "generated"), (binary, "binary"), (special, "special"),
      (unreadable, "unreadable"), (unnamable, "with names that are not UTF-8"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "Left out: \(parts.joined(separator: ", "))."
  }
}
