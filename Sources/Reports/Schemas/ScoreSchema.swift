import Scoring

extension JSONSchema {
  /// A training value; the keys of a score without its case.
  static var trainingValue: String {
    """
        "trainingValue": {
          "type": "object",
          \(required("value", "grade", "blocker", "points", "classes")),
          "properties": { \(trainingValueKeys) }
        }
    """
  }

  static var scoreBody: String {
    """
      "type": "object",
      \(required("format_version", "cases")),
      "properties": {
        \(version),
        "cases": {
          "type": "array",
          "items": {
            "type": "object",
            \(required("case", "value", "grade", "blocker", "points", "classes")),
            "properties": { "case": { "type": "string" }, \(trainingValueKeys) }
          }
        }
      }
    """
  }

  private static var trainingValueKeys: String {
    let classes = Rubric.FindingClass.allCases.map {
      "\"\($0.rawValue)\": { \"type\": \"integer\", \"minimum\": 0 }"
    }
    return """
      "value": { "type": "integer", "minimum": 0, "maximum": 10 },
            "grade": { "type": "string" },
            "blocker": \(words(Rubric.Blocker.self, orNull: true)),
            "points": {
              "type": "array",
              "items": {
                "type": "object",
                \(required("points", "reason", "failures")),
                "properties": {
                  "points": { "type": "number" },
                  "reason": { "type": "string" },
                  "failures": { "type": "array", "items": { "type": "integer", "minimum": 1 } }
                }
              }
            },
            "classes": {
              "type": "object",
              "description": "How many findings belong to each class of the rubric.",
              "properties": { \(classes.joined(separator: ", ")) }
            }
      """
  }
}
