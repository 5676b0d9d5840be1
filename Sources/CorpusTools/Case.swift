package import SourceText

/// What a judgement starts from: the task, the answer to be judged, and what it should have been.
package struct Case: Sendable {
  /// The folder's name or the row's `id`.
  package var id: String
  /// Nil where the task is not known.
  package var prompt: SourceFile?
  package var response: [SourceFile]
  package var ideal: [SourceFile]

  package init(id: String, prompt: SourceFile?, response: [SourceFile], ideal: [SourceFile]) {
    self.id = id
    self.prompt = prompt
    self.response = response
    self.ideal = ideal
  }

  /// The names of a case's files in its folder.
  package enum FileName {
    package static let prompt = "PROMPT.md"
    package static let response = "MODEL_RESPONSE.md"
    package static let ideal = "IDEAL_RESPONSE.md"
  }
}
