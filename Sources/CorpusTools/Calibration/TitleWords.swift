/// The words of a title that say what it is about, in lower case and without endings.
///
///     "Missing Multi-AZ on DBCluster"  →  multi, az, db, cluster
enum TitleWords {
  static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        let start = at
        while at < bytes.count, isPart(bytes[at]), at == start || !startsWord(bytes, at) { at += 1 }
        if at == start {
          at += 1
          continue
        }
        let word = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        if word.utf8.count > 1, !common.contains(word) { words.insert(stem(word)) }
      }
    }
    return words
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isSmall(byte) || isCapital(byte) || (0x30...0x39).contains(byte)
  }
  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func startsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    isCapital(bytes[at]) && (!isCapital(bytes[at - 1]) || (at + 1 < bytes.count && isSmall(bytes[at + 1])))
  }

  private static func stem(_ word: String) -> String {
    for ending in ["ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "s"]
    where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 3 {
      return String(word.dropLast(ending.utf8.count))
    }
    return word
  }

  /// Words that stand in every title, whatever it is about.
  private static let common: Set<String> = [
    "the", "an", "of", "for", "in", "on", "to", "and", "or", "with", "without", "not", "no", "is", "are",
    "be", "by", "from", "as", "at", "it", "its", "this", "that", "than", "into", "using", "use", "used",
    "via",
    "per", "all", "each", "any", "only", "same", "other", "when", "where", "should", "must", "cannot",
    "could",
    "has", "have", "had", "was", "were", "been", "does", "did", "instead", "issue", "issues", "problem",
    "problems", "failure", "failures", "error", "errors", "incorrect", "wrong", "missing", "invalid",
    "incomplete", "inadequate", "insufficient", "improper", "lack", "lacks", "new", "implementation",
    "configuration", "configured", "config", "setup", "critical", "high", "medium", "low", "code", "response",
    "model", "ideal", "aws", "resource", "resources", "property", "properties", "value", "values", "file",
    "files", "stack", "template",
  ]
}

/// How much a word tells, by how few titles have it.
package struct TitleVocabulary: Sendable {
  private let count: Int
  private let titlesWith: [String: Int]

  package init(titles: [String]) {
    count = titles.count
    var titlesWith: [String: Int] = [:]
    for title in titles { for word in TitleWords.words(of: title) { titlesWith[word, default: 0] += 1 } }
    self.titlesWith = titlesWith
  }

  /// The logarithm of how rare it is, to base two, straight between the powers.
  func weight(of word: String) -> Double {
    let rarity = Double(count + 1) / (Double(titlesWith[word] ?? 0) + 0.5)
    return rarity <= 1 ? 0 : Double(rarity.exponent) + rarity.significand - 1
  }

  func weight(of words: Set<String>) -> Double {
    // Sums of fractions depend on the order, and sets have none.
    words.sorted().reduce(0) { $0 + weight(of: $1) }
  }

  /// How alike two sets of words are, 0 to 1: the cosine of the angle between them.
  func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
    let common = weight(of: one.intersection(other))
    let length = (weight(of: one) * weight(of: other)).squareRoot()
    return length > 0 ? common / length : 0
  }
}
