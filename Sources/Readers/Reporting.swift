import SourceText
import TemplateModel

extension Template {
  /// Adds the problems of a file, at their places in its document.
  mutating func report(_ found: [SourceProblem], in file: TemplateFile) {
    for problem in found {
      problems.append(LocatedProblem(problem: problem, location: file.location(problem.range)))
    }
  }
}
