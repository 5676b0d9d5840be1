import SourceText
import TemplateModel

/// Finds many words in one pass over a text.
///
/// A tree of the words' letters; where the next letter does not fit, the search goes on at the longest end of
/// what was read that starts a word (Aho and Corasick, 1975), so no byte is read twice:
///
///     words he, she        (root) ─h─► h ─e─► he
///                             └──s─► s ─h─► sh ─e─► she, and he by its link
///
/// Case does not count; a word that starts or ends with a letter or digit must do so in the text as well.
struct WordMatcher: Sendable {
  private struct State {
    var next: [(byte: UInt8, state: Int32)] = []
    var link: Int32 = 0
    /// Index of the word that ends here, -1 for none.
    var word: Int32 = -1
    /// The nearest state along the links where a word ends, 0 for none.
    var shorter: Int32 = 0
  }

  let words: [String]
  private var states: [State] = [State()]
  private let lengths: [Int]
  /// Where each byte leads at the beginning of a word, as most bytes begin none.
  private var beginnings = [Int32](repeating: 0, count: 256)

  /// - Parameter words: each of them once.
  init(_ words: [String]) {
    self.words = words
    lengths = words.map(\.utf8.count)
    for (index, word) in words.enumerated() where !word.isEmpty {
      var state: Int32 = 0
      for byte in word.utf8 {
        let byte = WordMatcher.folded(byte)
        if let next = step(state, byte) {
          state = next
        } else {
          states.append(State())
          let added = Int32(states.count - 1)
          states[Int(state)].next.append((byte, added))
          state = added
        }
      }
      states[Int(state)].word = Int32(index)
    }
    link()
    for next in states[0].next { beginnings[Int(next.byte)] = next.state }
  }

  private mutating func link() {
    var queue: [Int32] = states[0].next.map(\.state)
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for (byte, child) in states[Int(state)].next {
        var fallback = states[Int(state)].link
        while fallback != 0, step(fallback, byte) == nil { fallback = states[Int(fallback)].link }
        let link = step(fallback, byte) ?? 0
        states[Int(child)].link = link
        states[Int(child)].shorter = states[Int(link)].word >= 0 ? link : states[Int(link)].shorter
        queue.append(child)
      }
    }
  }

  private func step(_ state: Int32, _ byte: UInt8) -> Int32? {
    for next in states[Int(state)].next where next.byte == byte { return next.state }
    return nil
  }

  /// Calls `found` with the word's index and its range, in the order of the words' ends.
  func search(_ text: [UInt8], found: (_ word: Int, _ range: SourceRange) -> Void) {
    guard states.count > 1 else { return }
    text.withUnsafeBufferPointer { buffer in
      var state: Int32 = 0
      for at in 0..<buffer.count {
        let byte = WordMatcher.folded(buffer[at])
        if state == 0 {
          state = beginnings[Int(byte)]
          if state == 0 { continue }
        } else {
          state = following(state, byte)
        }
        var ending = states[Int(state)].word >= 0 ? state : states[Int(state)].shorter
        while ending != 0 {
          let word = Int(states[Int(ending)].word)
          let start = at + 1 - lengths[word]
          if start >= 0, stands(buffer, start, at + 1) { found(word, SourceRange(start, at + 1)) }
          ending = states[Int(ending)].shorter
        }
      }
    }
  }

  private func following(_ state: Int32, _ byte: UInt8) -> Int32 {
    var state = state
    while true {
      if let next = step(state, byte) { return next }
      if state == 0 { return 0 }
      state = states[Int(state)].link
    }
  }

  private func stands(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    if start > 0, WordMatcher.isWord(text[start]), WordMatcher.isWord(text[start - 1]) { return false }
    if end < text.count, WordMatcher.isWord(text[end - 1]), WordMatcher.isWord(text[end]) { return false }
    return true
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }
}

/// A word of a known failure in a file of the response.
struct WordMatch {
  /// Index in the matcher's words.
  var word: Int
  /// Index in the template's files.
  var file: Int
  var location: SourceLocation
}

extension WordMatcher {
  /// The words in all files whose text counts.
  func matches(in template: Template) -> [WordMatch] {
    var matches: [WordMatch] = []
    for (index, file) in template.files.enumerated() where file.standing == .final {
      search(file.bytes) { word, range in
        matches.append(WordMatch(word: word, file: index, location: file.location(range)))
      }
    }
    return matches
  }
}
