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

  /// The text as the entry has it, with its placeholders.
  package var text: String {
    sentences.joined().map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): "{\(placeholder.rawValue)}"
      }
    }.joined()
  }

  /// The name of a placeholder that does not exist.
  package struct Unknown: Error { let name: String }

  /// Reads a text; a word in braces is a placeholder, braces around anything else are text.
  package init(_ text: String) throws(Unknown) {
    var bytes = Array(text.utf8)
    // A folded text ends with a line break that no reader wants.
    while bytes.last == 0x0A { bytes.removeLast() }
    var sentences: [[Part]] = []
    var current: [Part] = []
    var start = 0
    var at = 0
    func run(_ end: Int) -> [Part] {
      end > start ? [.text(String(decoding: bytes[start..<end], as: UTF8.self))] : []
    }
    while at < bytes.count {
      if bytes[at] == 0x7B, at == 0 || bytes[at - 1] != 0x24, let end = Phrase.endOfWord(bytes, at + 1) {
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        guard let placeholder = Placeholder(rawValue: name) else { throw Unknown(name: name) }
        current += run(at) + [.placeholder(placeholder)]
        at = end + 1
        start = at
      } else if bytes[at] == 0x2E, at + 1 < bytes.count, bytes[at + 1] == 0x20 {
        // A sentence ends with a full stop and a blank.
        sentences.append(current + run(at + 2))
        current = []
        at += 2
        start = at
      } else {
        at += 1
      }
    }
    current += run(bytes.count)
    if !current.isEmpty { sentences.append(current) }
    self.sentences = sentences
  }

  /// The offset of the brace that closes a word of letters and hyphens; nil where something else stands there.
  private static func endOfWord(_ bytes: [UInt8], _ start: Int) -> Int? {
    var at = start
    while at < bytes.count, (bytes[at] | 0x20 >= 0x61 && bytes[at] | 0x20 <= 0x7A) || bytes[at] == 0x2D {
      at += 1
    }
    return at > start && at < bytes.count && bytes[at] == 0x7D ? at : nil
  }
}
