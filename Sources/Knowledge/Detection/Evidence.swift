import SourceText
import TemplateDiff
import TemplateModel

/// One place where a known failure holds.
struct Evidence {
  var subject: DeltaSubject
  /// The names of all concerned, where there is more than the subject.
  var names: [String] = []
  var path = PropertyPath()
  /// What the response has there, in short; nil where it has nothing.
  var responseText: String?
  /// What the ideal has there, in short; nil where it has nothing.
  var idealText: String?
  /// What a detector found out.
  var detail: String?
  /// Places in the response, the one meant first.
  var response: [SourceLocation] = []
  /// Places in the ideal, the one meant first.
  var ideal: [SourceLocation] = []
  /// The deltas that it explains, as indices.
  var deltas: [Int] = []
  /// 0 to 1000.
  var confidence = 800
  /// Whether the ideal has the same fault.
  var isInIdeal = false
  /// What the ideal's prose says of itself, where that is the evidence.
  var fix: DeclaredFix?
  /// The line of the prompt that it contradicts, where a demand is the evidence.
  var requirement: Finding.RequirementQuote?
}

extension Value {
  /// What a map is told by, where it has it, the most telling first.
  private static let names = ["Sid", "Action", "PolicyName", "Name", "Key", "Id", "name", "key", "id"]

  /// How a value is told in a sentence: references by their names, lists by their elements.
  var told: String {
    switch kind {
    case .reference(let reference): reference.summary
    case .list(let values)
    where !values.isEmpty && values.count <= 4 && values.allSatisfy { $0.members.isEmpty }:
      values.map(\.told).joined(separator: ", ")
    case .map: Value.names.lazy.compactMap { self[$0]?.told }.first ?? summary(limit: 60)
    default: summary(limit: 60)
    }
  }
}
