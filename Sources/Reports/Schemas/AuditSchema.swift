import Audit
import Knowledge

extension JSONSchema {
  static var auditBody: String {
    """
      "type": "object",
      \(required("format_version", "report", "failures", "stated", "remarks")),
      "properties": {
        \(version),
        "report": { "type": "string", "description": "The path of the report." },
        "failures": {
          "type": "array",
          "items": {
            "type": "object",
            \(required("number", "title", "severity", "sectionSeverity", "startLine", "endLine")),
            "properties": {
              "number": { "type": "string" },
              "title": { "type": "string" },
              "severity": \(words(Severity.self, orNull: true)),
              "sectionSeverity": \(words(Severity.self, orNull: true)),
              \(lines)
            }
          }
        },
        "stated": {
          "type": "array",
          "items": {
            "type": "object",
            \(required("startLine", "endLine", "failures")),
            "properties": { "failures": { "type": ["integer", "null"] }, \(lines) }
          }
        },
        "remarks": {
          "type": "array",
          "items": {
            "type": "object",
            \(required("kind", "startLine", "endLine", "message", "fixable")),
            "properties": {
              "kind": \(words(AuditRemark.Kind.self)),
              "message": { "type": "string" },
              "fixable": { "type": "boolean" },
              \(lines)
            }
          }
        }
      }
    """
  }
}
