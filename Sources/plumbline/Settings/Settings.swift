import Glibc
import Knowledge

/// What the command line, the environment and the project's file say; the first of them that says something counts.
struct Settings: Sendable {
  /// Who says it.
  enum Origin: Sendable, Equatable {
    case option(String)
    case environment(String)
    case file(String, line: Int)
    case builtIn

    var text: String {
      switch self {
      case .option(let name): "--\(name)"
      case .environment(let name): name
      case .file(let path, let line): "\(path):\(line)"
      case .builtIn: "built in"
      }
    }
  }

  struct Setting<Value: Sendable>: Sendable {
    let value: Value
    let origin: Origin
  }

  /// The project's file; nil where there is none.
  let file: ProjectFile?
  /// Folders with known failures of the project's own.
  let knowledge: [Setting<String>]
  /// The severity from which `report` fails; nil where findings do not change the exit code.
  let failOn: Setting<Severity>?

  static let fileVariable = "PLUMBLINE_CONFIG"
  static let knowledgeVariable = "PLUMBLINE_KNOWLEDGE"
  static let failOnVariable = "PLUMBLINE_FAIL_ON"

  init(_ arguments: ParsedArguments, environment: [String: String], folder: String) throws {
    func variable(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let path =
      arguments.value(of: .config) ?? variable(Self.fileVariable)
      ?? ProjectFileSearch.path(from: folder)
    let file = try path.map { try ProjectFile(path: $0, bytes: try FileReader().read($0)) }
    self.file = file
    knowledge =
      if arguments.isSet(.knowledge) {
        arguments.values(of: .knowledge).map { Setting(value: $0, origin: .option("knowledge")) }
      } else if let folders = variable(Self.knowledgeVariable) {
        folders.split(separator: ":").map {
          Setting(value: String($0), origin: .environment(Self.knowledgeVariable))
        }
      } else {
        file?.folders ?? []
      }
    if let word = arguments.value(of: ReportCommand.failOn).flatMap(Severity.init) {
      failOn = Setting(value: word, origin: .option("fail-on"))
    } else if let word = variable(Self.failOnVariable) {
      guard let level = Severity(rawValue: word) else {
        let choices = Severity.allCases.map(\.rawValue)
        throw UsageError.unknownChoice(
          word, label: Self.failOnVariable, choices: choices,
          suggestion: Suggestion.nearest(to: word, among: choices), of: arguments.command.path)
      }
      failOn = Setting(value: level, origin: .environment(Self.failOnVariable))
    } else {
      failOn = file?.failOn.map { stated in
        Setting(value: stated.value, origin: .file(file?.path ?? "", line: stated.line))
      }
    }
  }
}

extension ProjectFile {
  /// Its folders, seen from where the program runs.
  fileprivate var folders: [Settings.Setting<String>] {
    let base = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return knowledge.map { stated in
      Settings.Setting(
        value: stated.value.hasPrefix("/") ? stated.value : base + stated.value,
        origin: .file(path, line: stated.line))
    }
  }
}

extension OptionDescription {
  static let config = OptionDescription(
    "config", value: .path("FILE"),
    help:
      "The project's settings; otherwise \(ProjectFile.name) in this folder or one above, up to the repository's."
  )
  static let knowledge = OptionDescription(
    "knowledge", value: .folder("FOLDER"), isRepeated: true,
    help: "A folder with known failures of your own, checked as strictly as Plumbline's.")
}

/// Finds the project's file: in a folder, or in one above up to the root of its repository.
///
/// Outside a repository only the folder itself is looked at, so that no stray file of a home or temporary folder counts.
enum ProjectFileSearch {
  static func path(from folder: String) -> String? {
    var found: String?
    var current = folder
    var prefix = ""
    while !current.isEmpty {
      if found == nil, FileReader.isFile("\(current)/\(ProjectFile.name)") {
        found = prefix + ProjectFile.name
      }
      if access("\(current)/.git", F_OK) == 0 { return found }
      guard let slash = current.lastIndex(of: "/") else { break }
      current = String(current[..<slash])
      prefix += "../"
    }
    return FileReader.isFile("\(folder)/\(ProjectFile.name)") ? ProjectFile.name : nil
  }
}
