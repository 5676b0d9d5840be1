import CorpusTools
import Foundation
import Knowledge
import Scoring
import TestSupport
import Testing

struct TrainingValueCorpusTests {
  /// What people gave the cases of the corpus, beside the rubric and two rules that look at nothing or next to nothing.
  @Test(.enabled(if: ConformanceRows.exist("corpus/dev"), "the corpus is not on this machine"))
  func `The rubric is within two points of what people gave, on the average`() throws {
    let rubric = try CorpusCase.rubric.get()
    var errors = (rubric: 0.0, nine: 0.0, serious: 0.0)
    var cases = 0.0
    var spread: [Int: Int] = [:]
    for row in try ConformanceRows.read("corpus/dev") {
      let metadata = row["metadata"] as? [String: Any]
      guard var given = (metadata?["training_quality"] as? NSNumber)?.doubleValue else { continue }
      if given < 1 { given *= 10 }
      let data = try JSONSerialization.data(withJSONObject: row)
      let analysis = try Case(row: Array(data), fallbackName: "?").analysed(
        with: CorpusCase.knowledge, facts: CorpusCase.facts)
      let value = rubric.value(of: analysis)
      spread[value.value, default: 0] += 1
      let serious = analysis.findings.count { $0.severity >= .high }
      errors.rubric += abs(Double(value.value) - given)
      errors.nine += abs(9 - given)
      errors.serious += abs((serious >= 4 ? 10 : 9) - given)
      cases += 1
    }
    let figures = [errors.rubric, errors.nine, errors.serious].map { String(format: "%.2f", $0 / cases) }
    print(
      "training value, mean absolute error over \(Int(cases)) cases: \(figures[0]); always 9: \(figures[1]);"
        + " 10 from 4 serious findings on, else 9: \(figures[2])")
    print(
      "values given: "
        + spread.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))
    #expect(cases > 300)
    #expect(errors.rubric / cases <= 2)
  }
}
