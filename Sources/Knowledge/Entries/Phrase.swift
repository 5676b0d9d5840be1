/// A text with places to fill: `{name} asks for {property} {response}`.
package struct Phrase: Sendable {
  /// What a known failure may leave open.
  ///
  /// `Filling` says what stands there in the end.
  package enum Placeholder: String, Sendable, CaseIterable {
    /// The kind of thing in people's words: `RDS DB cluster`.
    case type
    /// The logical names of the things concerned: `Orders`, `Orders and Invoices`, `Orders, Invoices and 3 more`.
    case name
    /// The last key of the property: `EngineVersion`.
    case property
    /// The whole way to the property: `Listeners[0].Port`.
    case path
    /// What the response has there.
    case response
    /// What the ideal has there.
    case ideal
    /// Where in the response: `line 12`, `lines 12 and 40`.
    case lines
    /// Where in the ideal.
    case idealLines = "ideal-lines"
    /// In how many places.
    case count
    /// What a detector found out: a cycle's path, a name without a declaration.
    case detail
  }

  package enum Part: Sendable {
    case text(String)
    case placeholder(Placeholder)
  }

  /// The parts of each sentence, with the blank that follows it.
  package let sentences: [[Part]]

  /// The name of a placeholder that does not exist.
  package struct Unknown: Error { let name: String }

  /// Reads a text; a word in braces is a placeholder, braces around anything else are text.
  package init(_ text: String) throws(Unknown) {
    var parts: [Part] = []
    var run = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      run += rest[..<open]
      rest = rest[rest.index(after: open)...]
      let word = rest.prefix { $0.isLetter || $0 == "-" }
      guard !word.isEmpty, rest.dropFirst(word.count).first == "}", !run.hasSuffix("$") else {
        run += "{"
        continue
      }
      guard let placeholder = Placeholder(rawValue: String(word)) else { throw Unknown(name: String(word)) }
      if !run.isEmpty { parts.append(.text(run)) }
      run = ""
      parts.append(.placeholder(placeholder))
      rest = rest.dropFirst(word.count + 1)
    }
    run += rest
    if !run.isEmpty { parts.append(.text(run)) }
    sentences = Phrase.sentences(of: parts)
  }

  /// A sentence ends with a full stop and a blank.
  private static func sentences(of parts: [Part]) -> [[Part]] {
    var sentences: [[Part]] = []
    var current: [Part] = []
    for part in parts {
      guard case .text(var run) = part else {
        current.append(part)
        continue
      }
      while let end = run.firstRange(of: ". ")?.upperBound {
        current.append(.text(String(run[..<end])))
        sentences.append(current)
        current = []
        run = String(run[end...])
      }
      if !run.isEmpty { current.append(.text(run)) }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }
}
