package import SourceText
import TemplateModel

/// A remark in the response that accepts a finding there, and says why.
///
///     # plumbline:ignore hardcoded-region until=2027-01-31 the contract names the region
///     // plumbline:ignore iam-wildcard-permissions[Statement.Resource] the job copies every table
///     "//": "plumbline:ignore * a sandbox that is removed every night"
///
/// It stands in a comment (`#`, `//`, `--`, `/*`), or in JSON, which has none, as a text of its own: in the `Metadata` of
/// a CloudFormation resource, or under `"//"` in Terraform. Inside a resource or right above it, it speaks of that
/// resource (or parameter, or output); anywhere else of the whole file. The id is that of a known failure; `*`, for all
/// of them, is taken within a resource only. In brackets may stand the property meant.
package struct Suppression: Sendable {
  package enum Scope: Hashable, Sendable {
    /// Index in `Template.resources`.
    case resource(Int)
    /// Index in `Template.declarations`.
    case declaration(Int)
    /// Index in `Template.files`.
    case file(Int)
  }

  /// The id of a known failure; nil for all.
  package let rule: String?
  let property: PropertyPattern?
  /// The last day on which it holds.
  package let until: CalendarDay?
  package let reason: String
  package let scope: Scope
  /// The directive in its document.
  package let location: SourceLocation

  /// How it is named in a remark: `hardcoded-region[Tags]`.
  var label: String { (rule ?? "*") + (property.map { "[\($0.text)]" } ?? "") }
}

/// A finding that the response's author accepts.
package struct SuppressedFinding: Sendable {
  package var finding: Finding
  package var suppression: Suppression

  package init(finding: Finding, suppression: Suppression) {
    self.finding = finding
    self.suppression = suppression
  }
}
