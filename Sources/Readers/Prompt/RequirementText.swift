/// The words of a requirement: without Markdown's marks, and whether they ask for anything.
enum RequirementText {
  /// The text in one line without emphasis marks and code ticks.
  static func plain(_ bytes: some BidirectionalCollection<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var before: UInt8 = 0x20
    for offset in bytes.indices {
      let byte = bytes[offset]
      defer { before = byte }
      switch byte {
      case UInt8(ascii: "`"): continue
      case UInt8(ascii: "*"):
        let next = bytes.index(after: offset)
        if isMark(between: before, next < bytes.endIndex ? bytes[next] : 0x20) { continue }
        plain.append(byte)
      case 0x20, 0x09, 0x0A, 0x0D: if plain.last != 0x20, !plain.isEmpty { plain.append(0x20) }
      default: plain.append(byte)
      }
    }
    while plain.last == 0x20 { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text without its bullet or number, and whether it had one.
  static func item(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, isItem: Bool) {
    var offset = 0
    while offset < bytes.count, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") {
      offset += 1
    }
    if offset > 0, offset < bytes.count,
      bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")")
    {
      offset += 1
    } else if bytes.starts(with: "•".utf8) {
      offset = 3
    } else if bytes.count > 1, bytes[1] == 0x20,
      bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "*") || bytes[0] == UInt8(ascii: "+")
    {
      offset = 2
    } else {
      offset = 0
    }
    return (plain(bytes[offset...]), offset > 0)
  }

  /// The words in lower case.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"),
        0x80...0xFF:
        word.append(byte)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// An item asks unless it only announces others; a sentence asks where a verb or an obligation says so.
  static func asks(_ text: String, isItem: Bool) -> Bool {
    let words = words(of: text)
    guard let first = words.first, words.count > 1 else { return false }
    if isPleasantry(words) { return false }
    if isItem { return !(text.hasSuffix(":") && words.count < 5) }
    if text.hasSuffix(":"), words.count < 4 { return false }
    if imperatives.contains(first) { return true }
    if openings.contains(first), imperatives.contains(words[1]) { return true }
    if words.contains(where: obligations.contains) { return true }
    return words.contains { $0 == "i" || $0 == "we" } && words.contains(where: wishes.contains)
  }

  private static func isMark(between before: UInt8, _ after: UInt8) -> Bool {
    // A star between spaces or at a path is written, as in `10 * 2`, `*.ts`, `s3:*` and `logs/*`.
    !(before == 0x20 && after == 0x20) && after != UInt8(ascii: ".") && before != UInt8(ascii: "/")
      && !(before == UInt8(ascii: ":") && after != UInt8(ascii: "*") && after != 0x20)
  }

  private static func isPleasantry(_ words: [String]) -> Bool {
    switch words[0] {
    case "thank", "thanks", "hi", "hello", "hey", "looking": words.count < 12
    case "please" where words.count > 2: words[1] == "let" && words[2] == "me"
    case "let": words[1] == "me"
    case "feel": words[1] == "free"
    case "good": words[1] == "luck"
    case "i": words[1] == "hope"
    default: false
    }
  }

  private static let openings: Set<String> = [
    "please", "then", "also", "finally", "next", "and", "you", "first",
  ]

  private static let obligations: Set<String> = [
    "must", "should", "shall", "required", "requires", "require", "ensure", "needs", "mandatory", "cannot",
    "never",
  ]

  private static let wishes: Set<String> = ["need", "want", "would", "like", "expect", "looking", "require"]

  private static let imperatives: Set<String> = [
    "add", "allow", "apply", "assign", "associate", "attach", "author", "avoid", "block", "build", "capture",
    "collect",
    "configure", "connect", "construct", "consider", "create", "declare", "define", "deliver", "demonstrate",
    "deny",
    "deploy", "design", "develop", "disable", "distribute", "do", "document", "don't", "employ", "enable",
    "encrypt",
    "enforce", "ensure", "establish", "exclude", "export", "expose", "extend", "fix", "follow", "generate",
    "give",
    "grant", "handle", "host", "implement", "include", "integrate", "isolate", "keep", "launch", "leverage",
    "limit",
    "log", "make", "manage", "migrate", "minimize", "monitor", "name", "never", "optimize", "organize",
    "output",
    "parameterize", "place", "prevent", "produce", "protect", "provide", "provision", "put", "refactor",
    "remove",
    "replace", "replicate", "require", "restrict", "retain", "return", "route", "run", "schedule", "secure",
    "send",
    "set", "setup", "specify", "store", "structure", "support", "tag", "test", "track", "trigger", "turn",
    "update",
    "use", "utilize", "validate", "verify", "write",
  ]
}
