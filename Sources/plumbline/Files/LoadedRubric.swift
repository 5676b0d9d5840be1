import Knowledge
import Scoring

/// The rubric beside the executable, or the user's own.
enum LoadedRubric {
  static func standard(for knowledge: KnowledgeBase) throws -> Rubric {
    let locator = ResourceLocator(environment: Console.processEnvironment)
    return try rubric(
      at: try locator.file(Rubric.fileName, of: ResourceLocator.scoringBundle), for: knowledge)
  }

  /// - Parameter knowledge: what the rules that it names belong to.
  static func rubric(at path: String, for knowledge: KnowledgeBase) throws -> Rubric {
    try Rubric.load(
      path: path, bytes: try FileReader().read(path), rules: Set(knowledge.entries.map(\.id)))
  }
}
