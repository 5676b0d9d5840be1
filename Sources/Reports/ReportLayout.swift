/// How a Markdown report is laid out.
package enum ReportLayout: String, Sendable, CaseIterable {
  /// By severity, numbered through: `## Critical Failures`, `### 1. …`.
  case impact
  /// By category, numbered within: `## Category 1: Networking`, `### Failure 1.1: …`.
  case catalog
}
