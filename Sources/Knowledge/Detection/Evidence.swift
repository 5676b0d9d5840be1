import SourceText
import TemplateDiff
import TemplateModel

/// One place where a known failure holds.
struct Evidence {
  var subject: DeltaSubject
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
}
