import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The response, the ideal and the prompt, laid out so that a quoted line is found without a search.
struct QuotedDocuments {
  /// One side: its documents and where each line of them stands.
  struct Side {
    /// As reports call it.
    let name: String
    let documents: [SourceFile]
    /// For each squeezed line where it stands, from 1 on in its document, and from 1 on in its code block.
    let places: [String: [(document: Int, line: Int, inBlock: Int)]]

    func holds(_ line: String) -> Bool { places[line] != nil }

    /// The length of the longest document, in lines.
    var length: Int { documents.map(\.lines.count).max() ?? 0 }
  }

  let response: Side
  let ideal: Side
  let prompt: SourceFile?

  init(_ analysis: FailureAnalysis, prompt: SourceFile?) {
    response = Side(name: "response", analysis.diff.response)
    ideal = Side(name: "ideal", analysis.diff.ideal)
    self.prompt = prompt
  }

  func side(isResponse: Bool) -> Side { isResponse ? response : ideal }

  /// A line without indentation, trailing remarks and separators, one blank for many; nil where it says too little
  /// to be found again.
  static func squeezed(_ line: String) -> String? {
    var text: [UInt8] = []
    var letters = 0
    var isBlank = false
    let bytes = Array(line.utf8)
    for (place, byte) in bytes.enumerated() {
      if startsRemark(bytes, at: place), place > 0 || byte >= 0x80 { break }
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        isBlank = !text.isEmpty
        continue
      }
      if isBlank { text.append(0x20) }
      isBlank = false
      text.append(byte == 0x27 ? 0x22 : byte)
      if (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) {
        letters += 1
      }
    }
    while let last = text.last, last == 0x2C || last == 0x3B || last == 0x20 { text.removeLast() }
    return letters >= 8 ? String(decoding: text, as: UTF8.self) : nil
  }

  /// ` #`, ` //`, ` --`, ` /*`, `<!--`, or a tick, a cross or an arrow.
  private static func startsRemark(_ bytes: [UInt8], at place: Int) -> Bool {
    func at(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }
    let isSpaced = place > 0 && (bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09)
    switch at(0) {
    case 0x23: return isSpaced
    case 0x2F: return isSpaced && (at(1) == 0x2F || at(1) == 0x2A)
    case 0x2D: return isSpaced && at(1) == 0x2D && at(2) == 0x20
    case 0x3C: return at(1) == 0x21 && at(2) == 0x2D
    case 0xE2:
      return (at(1) == 0x9D && at(2) == 0x8C) || (at(1) == 0x9C && (at(2) == 0x85 || at(2) == 0x93))
        || (at(1) == 0x86 && at(2) == 0x90) || (at(1) == 0xAC && at(2) == 0x85)
    default: return false
    }
  }
}

extension QuotedDocuments.Side {
  init(name: String, _ template: Template) {
    self.name = name
    documents = template.documents
    var places: [String: [(document: Int, line: Int, inBlock: Int)]] = [:]
    for (index, document) in template.documents.enumerated() {
      var start = 0
      for line in 1...max(1, document.lines.count) {
        let text = document.text(ofLine: line)
        if text.drop(while: { $0 == " " }).hasPrefix("```") { start = line }
        guard let squeezed = QuotedDocuments.squeezed(text) else { continue }
        places[squeezed, default: []].append((index, line, line - start))
      }
    }
    self.places = places
  }
}
