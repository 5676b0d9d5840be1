package import Knowledge
package import Scoring

extension JSONWriter {
  /// The training value as an object, or null where none was asked for.
  mutating func field(_ key: String, _ value: TrainingValue?, numbers: [Int]) {
    self.key(key)
    if let value { object { $0.fields(of: value, numbers: numbers) } } else { null() }
  }

  /// - Parameter numbers: the number of each finding in the report.
  fileprivate mutating func fields(of value: TrainingValue, numbers: [Int]) {
    field("value", value.value)
    field("grade", value.grade)
    field("blocker", value.blocker?.rawValue)
    field("points", value.points) { writer, point in
      writer.object { writer in
        writer.key("points")
        writer.value(hundredths: point.amount.hundredths)
        writer.field("reason", point.reason)
        writer.field("failures", point.findings.map { numbers[$0] }.sorted()) { $0.value($1) }
      }
    }
    field("classes") { writer in
      for findingClass in Rubric.FindingClass.allCases {
        writer.field(findingClass.rawValue, value.classes.count { $0 == findingClass })
      }
    }
  }
}

/// What `score` prints of several cases.
package struct JSONScores {
  private let scores: [(name: String, value: TrainingValue, summary: ReportSummary)]

  package init(_ scores: [(name: String, value: TrainingValue, summary: ReportSummary)]) {
    self.scores = scores
  }

  /// One document with all cases, indented, with a final line break.
  package var text: String {
    var writer = JSONWriter(isPretty: true)
    writer.object { writer in
      writer.field("format_version", JSONReport.formatVersion)
      writer.field("cases", scores) { JSONScores.write($1, into: &$0) }
    }
    return writer.text + "\n"
  }

  /// One line a case, each with its line break.
  package var lines: String {
    scores.map { score in
      var writer = JSONWriter(isPretty: false)
      JSONScores.write(score, into: &writer)
      return writer.text + "\n"
    }.joined()
  }

  private static func write(
    _ score: (name: String, value: TrainingValue, summary: ReportSummary), into writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.field("case", score.name)
      writer.fields(of: score.value, numbers: score.summary.numbers)
    }
  }
}
