import TemplateModel

/// Finds the line of the prompt that asks for what a finding speaks of.
///
/// Lines are compared by their words; a word counts the more the fewer lines have it. A line is taken where it
/// shares at least two words with the finding, one of them rare.
struct RequirementSearch {
  private let requirements: [Requirement]
  private let words: [Set<String>]
  private let lines: [String: Int]

  init(_ requirements: [Requirement]) {
    self.requirements = requirements
    words = requirements.map { RequirementSearch.words(of: $0.text) }
    var lines: [String: Int] = [:]
    for set in words { for word in set { lines[word, default: 0] += 1 } }
    self.lines = lines
  }

  func requirement(for words: Set<String>) -> Finding.RequirementQuote? {
    var best = -1
    var highest = 0
    for (index, line) in self.words.enumerated() {
      var score = 0
      var shared = 0
      for word in line where words.contains(word) {
        shared += 1
        score += 1000 / (lines[word] ?? 1)
      }
      // A word that half the lines have says nothing about which of them is meant.
      if shared >= 2, score >= 400, score > highest {
        best = index
        highest = score
      }
    }
    guard best >= 0 else { return nil }
    return Finding.RequirementQuote(text: requirements[best].text, lines: requirements[best].lines)
  }

  /// The words of a text in lower case, without endings and without words that every text has.
  ///
  /// A word also ends before a capital letter that follows a small one, or that a small one follows:
  /// `DBCluster` → `db`, `cluster`.
  static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        guard isPart(bytes[at]) else {
          at += 1
          continue
        }
        let start = at
        at += 1
        while at < bytes.count, isPart(bytes[at]), !startsWord(bytes, at) { at += 1 }
        let word = stem(String(decoding: bytes[start..<at], as: UTF8.self).lowercased())
        if word.utf8.count > 1, !common.contains(word) { words.insert(word) }
      }
    }
    return words
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }

  private static func startsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard isCapital(bytes[at]) else { return false }
    return !isCapital(bytes[at - 1]) || (at + 1 < bytes.count && isSmall(bytes[at + 1]))
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  /// The words of a text in lower case, as they are.
  static func plainWords(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ies", "ied", "es", "ed", "s"]
    where word.hasSuffix(ending) && word.count - ending.count >= 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common: Set<String> = [
    "the", "an", "and", "or", "of", "to", "in", "on", "for", "with", "by", "from", "as", "at", "is", "are",
    "be",
    "it", "this", "that", "must", "should", "all", "each", "any", "not", "no", "use", "us", "using", "have",
    "has",
    "aws", "resourc", "stack", "templat", "miss", "wrong", "configur", "configurat", "set", "creat", "nam",
    "name",
    "typ", "value", "valu", "property", "propert", "file", "fil", "instead", "without", "more", "than",
    "into",
  ]
}
