import TemplateModel

/// The words and trigrams of a resource's name, without what its type says anyway.
///
///     WebServerRole0A1B2C3D   AWS::IAM::Role   →   web server
struct NameWords {
  private(set) var hashes: [UInt64] = []
  private(set) var grams = GramSketch()

  /// Of a resource whose name is not needed.
  init() {}

  init(_ resource: Resource) {
    self.init(name: NameWords.withoutSuffix(resource.name), type: resource.canonicalType)
  }

  init(name: String, type: String = "") {
    let typeWords = NameWords.words(of: type)
    var words = NameWords.words(of: name)
    let telling = words.filter { !typeWords.contains($0) }
    if !telling.isEmpty { words = telling }
    grams = GramSketch(words.joined())
    hashes = words.map(Mixer.hash(of:)).sorted()
  }

  /// Thousandths: the better of the shares of common words and common trigrams.
  func likeness(to other: NameWords) -> Int {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    var shared = 0
    var first = 0
    var second = 0
    while first < hashes.count, second < other.hashes.count {
      if hashes[first] == other.hashes[second] {
        shared += 1
        first += 1
        second += 1
      } else if hashes[first] < other.hashes[second] {
        first += 1
      } else {
        second += 1
      }
    }
    return max(2000 * shared / (hashes.count + other.hashes.count), grams.likeness(to: other.grams))
  }

  /// A name without the eight hexadecimal digits that the CDK adds.
  static func withoutSuffix(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.count > 8 else { return name }
    let isSuffix = bytes.suffix(8).allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0)
    }
    return isSuffix ? String(decoding: bytes.dropLast(8), as: UTF8.self) : name
  }

  /// Lower-case words, split where the case changes, at digits and at other characters.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var last: UInt8 = 0
    func kind(_ byte: UInt8) -> UInt8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
      case 0x80...: 1
      default: 0
      }
    }
    func flush() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      let now = kind(byte)
      if now == 0 {
        flush()
      } else {
        // `DBInstance`: the last capital of a row begins the next word.
        if now == 1, last == 2, word.count > 1, let first = word.popLast() {
          flush()
          word = [first]
        } else if now != last, !(now == 1 && last == 2) {
          flush()
        }
        word.append(now == 2 ? byte | 0x20 : byte)
      }
      last = now
    }
    flush()
    return words
  }
}
