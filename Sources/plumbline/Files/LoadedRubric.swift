import Knowledge
import Scoring

/// The rubric beside the executable, or the user's own.
enum LoadedRubric {
  static let standard: Result<Rubric, any Error> = Result {
    let locator = ResourceLocator(environment: Console.processEnvironment)
    return try read(try locator.file(Rubric.fileName, of: ResourceLocator.scoringBundle))
  }

  /// - Parameter path: the user's own rubric; nil for the one that ships with the program.
  static func rubric(at path: String?) throws -> Rubric {
    if let path { try read(path) } else { try standard.get() }
  }

  private static func read(_ path: String) throws -> Rubric {
    let rules = try LoadedKnowledge.base.get().entries.map(\.id)
    return try Rubric.load(path: path, bytes: try FileReader().read(path), rules: Set(rules))
  }
}
