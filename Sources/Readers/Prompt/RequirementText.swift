/// The words of a requirement: without Markdown's marks, and whether they ask for anything.
enum RequirementText {
  /// The text in one line without emphasis marks and code ticks.
  static func plain(_ text: String) -> String {
    var plain: [UInt8] = []
    var isSpaced = true
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "`"): continue
      case UInt8(ascii: "*") where isMark(bytes, offset): continue
      case 0x20, 0x09, 0x0A, 0x0D:
        if !isSpaced { plain.append(0x20) }
        isSpaced = true
        continue
      default: plain.append(byte)
      }
      isSpaced = false
    }
    while plain.last == 0x20 { plain.removeLast() }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text without its bullet or number, and whether it had one.
  static func item(_ text: String) -> (text: String, isItem: Bool) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count, bytes[offset] >= UInt8(ascii: "0"), bytes[offset] <= UInt8(ascii: "9") { offset += 1 }
    if offset > 0, offset < bytes.count, bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")") {
      offset += 1
    } else if bytes.starts(with: Array("• ".utf8)) || bytes.starts(with: Array("•\t".utf8)) {
      offset = 4
    } else if bytes.count > 1, bytes[1] == 0x20, [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[0]) {
      offset = 2
    } else {
      offset = 0
    }
    return (plain(String(decoding: bytes[offset...], as: UTF8.self)), offset > 0)
  }

  /// An item asks unless it only announces others; a sentence asks where a verb or an obligation says so.
  static func asks(_ text: String, isItem: Bool) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'") }
    guard let first = words.first else { return false }
    if words.count < 2 || pleasantries.contains(where: { text.lowercased().hasPrefix($0) }) { return false }
    if isItem { return !(text.hasSuffix(":") && words.count < 5) }
    if imperatives.contains(String(first)) { return true }
    if words.count > 1, openings.contains(String(first)), imperatives.contains(String(words[1])) { return true }
    return words.contains { obligations.contains(String($0)) }
      || (words.contains("i") || words.contains("we")) && words.contains { wishes.contains(String($0)) }
  }

  private static func isMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    // A star between spaces or before a dot is written, as in `10 * 2` and `*.ts`; `Action: *` too.
    return !(before == 0x20 && after == 0x20) && after != UInt8(ascii: ".") && !(before == UInt8(ascii: ":"))
      && before != UInt8(ascii: "/")
  }

  private static let pleasantries = [
    "thank", "please let me know", "let me know", "good luck", "feel free", "i hope", "hi ", "hello", "hey ",
    "looking forward",
  ]

  private static let openings: Set<String> = ["please", "then", "also", "finally", "next", "and", "you", "first"]

  private static let obligations: Set<String> = [
    "must", "should", "shall", "required", "requires", "require", "ensure", "needs", "mandatory", "cannot", "never",
  ]

  private static let wishes: Set<String> = ["need", "want", "would", "like", "expect", "looking", "require"]

  private static let imperatives: Set<String> = [
    "add", "allow", "apply", "assign", "associate", "attach", "author", "avoid", "block", "build", "capture", "collect",
    "configure", "connect", "construct", "consider", "create", "declare", "define", "deliver", "demonstrate", "deny",
    "deploy", "design", "develop", "disable", "distribute", "do", "document", "don't", "employ", "enable", "encrypt",
    "enforce", "ensure", "establish", "exclude", "export", "expose", "extend", "fix", "follow", "generate", "give",
    "grant", "handle", "host", "implement", "include", "integrate", "isolate", "keep", "launch", "leverage", "limit",
    "log", "make", "manage", "migrate", "minimize", "monitor", "name", "never", "optimize", "organize", "output",
    "parameterize", "place", "prevent", "produce", "protect", "provide", "provision", "put", "refactor", "remove",
    "replace", "replicate", "require", "restrict", "retain", "return", "route", "run", "schedule", "secure", "send",
    "set", "setup", "specify", "store", "structure", "support", "tag", "test", "track", "trigger", "turn", "update",
    "use", "utilize", "validate", "verify", "write",
  ]
}
