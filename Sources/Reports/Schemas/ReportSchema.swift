import Knowledge
import SourceText
import TemplateModel

extension JSONSchema {
  static func reportBody(caseType: String) -> String {
    """
      "type": "object",
      \(required(
        "format_version", "case", "error", "findings", "suppressed", "summary", "training_value", "requirements",
        "problems")),
      "properties": {
        \(version),
        "case": { "type": \(caseType) },
        "error": { "type": ["string", "null"], "description": "Why there is no report; null where there is one." },
        "findings": { "type": "array", "items": { "$ref": "#/$defs/finding" } },
        "suppressed": {
          "type": "array", "items": { "$ref": "#/$defs/suppressed" },
          "description": "Findings that a remark in the response accepts."
        },
        "summary": { "$ref": "#/$defs/summary" },
        "training_value": { "anyOf": [{ "type": "null" }, { "$ref": "#/$defs/trainingValue" }] },
        "requirements": { "type": "array", "items": { "$ref": "#/$defs/requirement" } },
        "problems": { "type": "array", "items": { "$ref": "#/$defs/problem" } }
      },
      "$defs": {
    \(finding),
    \(suppressed),
    \(requirement),
    \(summary),
    \(trainingValue),
    \(problem),
    \(place)
      }
    """
  }

  private static var finding: String {
    """
        "finding": {
          "type": "object",
          \(required(
            "number", "rule", "title", "severity", "severityReason", "category", "subject", "fingerprint", "confidence",
            "model", "ideal", "issue", "fix", "root_cause", "impact", "references", "requirement")),
          "properties": {
            "number": { "type": "integer", "minimum": 1, "description": "Its number in the report, by severity." },
            "rule": { "type": "string", "description": "The id of the known failure." },
            "title": { "type": "string" },
            "severity": \(words(Severity.self)),
            "severityReason": { "type": "string" },
            "category": \(words(Category.self)),
            "subject": { "type": "string" },
            "fingerprint": { "type": "string", "description": "Stays the same while rule, address and property do." },
            "confidence": { "type": "integer", "minimum": 0, "maximum": 1000 },
            "model": { "type": "array", "items": { "$ref": "#/$defs/place" } },
            "ideal": { "type": "array", "items": { "$ref": "#/$defs/place" } },
            "issue": { "type": "string", "description": "Markdown." },
            "fix": { "type": "string", "description": "Markdown." },
            "root_cause": { "type": "string", "description": "Markdown." },
            "impact": {
              "type": "array",
              "items": {
                "type": "object",
                \(required("kind", "text")),
                "properties": { "kind": \(words(Finding.Impact.Kind.self)), "text": { "type": "string" } }
              }
            },
            "references": {
              "type": "array",
              "items": {
                "type": "object",
                \(required("title", "url")),
                "properties": { "title": { "type": "string" }, "url": { "type": "string" } }
              }
            },
            "requirement": {
              "anyOf": [
                { "type": "null" },
                {
                  "type": "object",
                  \(required("text", "startLine", "endLine")),
                  "properties": {
                    "text": { "type": "string" },
          \(lines)
                  }
                }
              ]
            }
          }
        }
    """
  }

  private static var suppressed: String {
    """
        "suppressed": {
          "type": "object",
          \(required("rule", "title", "severity", "subject", "fingerprint", "model", "reason", "until", "remark")),
          "properties": {
            "rule": { "type": "string", "description": "The id of the known failure." },
            "title": { "type": "string" },
            "severity": \(words(Severity.self)),
            "subject": { "type": "string" },
            "fingerprint": { "type": "string" },
            "model": { "type": "array", "items": { "$ref": "#/$defs/place" } },
            "reason": { "type": "string" },
            "until": { "type": ["string", "null"], "description": "The last day on which it is accepted." },
            "remark": { "type": "array", "items": { "$ref": "#/$defs/place" } }
          }
        }
    """
  }

  private static var requirement: String {
    """
        "requirement": {
          "type": "object",
          \(required("demand", "certain", "text", "startLine", "endLine", "model", "ideal")),
          "properties": {
            "demand": { "type": "string" },
            "certain": { "type": "boolean" },
            "text": { "type": "string", "description": "The line of the prompt that asks for it." },
          \(lines),
            "model": { "$ref": "#/$defs/verdict" },
            "ideal": { "$ref": "#/$defs/verdict" }
          }
        },
        "verdict": {
          "type": "object",
          \(required("state", "found", "places")),
          "properties": {
            "state": \(words(RequirementVerdict.State.self)),
            "found": { "type": ["string", "null"], "description": "What stands there instead." },
            "places": { "type": "array", "items": { "$ref": "#/$defs/place" } }
          }
        }
    """
  }

  private static var summary: String {
    let severities = Severity.allCases.reversed().map {
      "\"\($0.rawValue)\": { \"type\": \"integer\", \"minimum\": 0 }"
    }
    let count = "{ \"type\": \"integer\", \"minimum\": 0 }"
    return """
          "summary": {
            "type": "object",
            \(required(
              "findings", "suppressed", "severities", "categories", "knownFailuresChecked", "requirements", "resourcesCompared",
              "model", "ideal", "partsNotRead", "partsPartlyRead", "remarks")),
            "properties": {
              "findings": \(count),
              "suppressed": \(count),
              "severities": {
                "type": "object",
                \(required("critical", "high", "medium", "low")),
                "properties": { \(severities.joined(separator: ", ")) }
              },
              "categories": {
                "type": "array",
                "items": {
                  "type": "object",
                  \(required("category", "findings", "mostSevere")),
                  "properties": {
                    "category": \(words(Category.self)), "findings": \(count), "mostSevere": \(words(Severity.self))
                  }
                }
              },
              "knownFailuresChecked": \(count),
              "requirements": \(count),
              "resourcesCompared": \(count),
              "model": { "$ref": "#/$defs/side" },
              "ideal": { "$ref": "#/$defs/side" },
              "partsNotRead": \(count),
              "partsPartlyRead": \(count),
              "remarks": \(count)
            }
          },
          "side": {
            "type": "object",
            \(required("dialects", "languages", "files", "resources", "parameters", "outputs", "unmatched")),
            "properties": {
              "dialects": { "type": "array", "items": \(words(Dialect.self)) },
              "languages": { "type": "array", "items": { "type": "string" } },
              "files": \(count),
              "resources": \(count),
              "parameters": \(count),
              "outputs": \(count),
              "unmatched": { "type": "integer", "minimum": 0, "description": "Resources without a counterpart." }
            }
          }
      """
  }

  private static var problem: String {
    """
        "problem": {
          "type": "object",
          \(required("side", "kind", "weight", "sentence", "detail", "path", "startLine", "endLine")),
          "properties": {
            "side": { "enum": ["model", "ideal"] },
            "kind": { "type": "string" },
            "weight": { "enum": ["note", "partlyRead", "notRead"] },
            "sentence": { "type": "string" },
            "detail": { "type": "string" },
            "path": { "type": "string" },
            \(lines)
          }
        }
    """
  }

  private static var place: String {
    """
        "place": {
          "type": "object",
          \(required("path", "startLine", "endLine")),
          "properties": {
            "path": { "type": "string" },
            \(lines)
          }
        }
    """
  }
}
