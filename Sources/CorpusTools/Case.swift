package import SourceText

/// What a judgement starts from: the task, the answer to be judged, and what it should have been.
package struct Case: Sendable {
  /// The folder's name or the row's `id`.
  package let name: String
  /// Nil where the task is not known.
  package let prompt: SourceFile?
  /// One Markdown answer, or the files of a folder.
  package let response: [SourceFile]
  package let ideal: [SourceFile]

  package init(name: String, prompt: SourceFile?, response: [SourceFile], ideal: [SourceFile]) {
    self.name = name
    self.prompt = prompt
    self.response = response
    self.ideal = ideal
  }

  /// The names of a case's files in its folder.
  package static let promptName = "PROMPT.md"
  package static let responseName = "MODEL_RESPONSE.md"
  package static let idealName = "IDEAL_RESPONSE.md"
}
