import SourceText
import TemplateModel

/// Finds the corrections that the ideal's code claims for itself in its comments.
///
///     # FIXED: ALB listener with certificate          a line of its own, said of the lines below it
///     policy_arn=config_role,  # CORRECTED: service-role path      the end of a line, said of that line
enum CommentedFixes {
  struct Remark {
    var label: String
    var deed: String
    /// The first name on the lines; nil where there is none.
    var thing: String?
    /// The lines that it is said of, the comment's own first; 0-based in the file.
    var lines: Range<Int>
    var file: Int
  }

  /// A line of its own speaks of at most so many lines below it.
  private static let longestReach = 6

  /// In the order of the files; what is said several times in the same words is told where it is said first.
  static func remarks(in template: Template) -> [Remark] {
    var found: [Remark] = []
    var seen: Set<String> = []
    for (index, file) in template.files.enumerated() where isCode(file) {
      let lines = ProgramLine.lines(of: file)
      for (number, line) in lines.enumerated() {
        guard let comment = comment(in: line), let (deed, label) = remark(comment.text),
          seen.insert(label.lowercased()).inserted
        else { continue }
        let reach = comment.isAlone ? reach(below: number, in: lines) : number + 1
        let said = lines[(comment.isAlone ? min(number + 1, reach) : number)..<reach]
        let thing = said.first.flatMap { $0.identifier(at: 0) }.map { String(decoding: $0, as: UTF8.self) }
        found.append(Remark(label: label, deed: deed, thing: thing, lines: number..<reach, file: index))
      }
    }
    return found
  }

  private static func isCode(_ file: TemplateFile) -> Bool {
    guard file.standing == .final, file.role != .document else { return false }
    return switch file.language {
    case .markdown, .text, .unknown, .json: false
    default: true
    }
  }

  /// Up to a blank line or the next comment.
  private static func reach(below number: Int, in lines: [ProgramLine]) -> Int {
    var end = number + 1
    while end < lines.count, end - number <= longestReach, !lines[end].text.isEmpty,
      comment(in: lines[end])?.isAlone != true
    { end += 1 }
    return end
  }

  /// The text behind `#` or `//`; nil where there is no comment.
  private static func comment(in line: ProgramLine) -> (text: ArraySlice<UInt8>, isAlone: Bool)? {
    let text = line.text
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      let isSlashes = byte == 0x2F && at + 1 < text.endIndex && text[at + 1] == 0x2F
      // A mark inside a word or an address, such as `https://`, opens no comment.
      let isFree = at == text.startIndex || text[at - 1] <= 0x20
      if isFree, byte == 0x23 || isSlashes {
        return (text[(at + (isSlashes ? 2 : 1))...], at == text.startIndex)
      }
      at += 1
    }
    return nil
  }

  /// `FIXED: Removed the lock` → fixed, `Removed the lock`; nil for comments that claim no correction.
  private static func remark(_ comment: ArraySlice<UInt8>) -> (deed: String, label: String)? {
    var text = String(decoding: comment, as: UTF8.self)[...].drop { !$0.isLetter }
    for praise in ["critical ", "bug ", "key "] where text.lowercased().hasPrefix(praise) {
      text = text.dropFirst(praise.count)
    }
    let word = text.prefix(while: \.isLetter)
    guard let deed = deeds[word.lowercased()] else { return nil }
    var rest = text.dropFirst(word.count).drop { $0 == " " || $0 == "#" || $0.isNumber }
    guard let mark = rest.popFirst(), mark == ":" || mark == "-" || mark == "–" else { return nil }
    rest = rest.drop { $0.isWhitespace }
    let sentence = rest.split(separator: " - ", maxSplits: 1).first ?? rest
    let label = String(sentence.prefix(90)).filter { $0 != "`" && $0 != "*" }
    guard label.count >= 10, label.split(separator: " ").count >= 2 else { return nil }
    return (deed, label)
  }

  /// The words that open such a comment, and the deed that each claims.
  private static let deeds: [String: String] = [
    "fix": "fixed", "fixed": "fixed", "fixes": "fixed", "bugfix": "fixed", "corrected": "corrected",
    "correction": "corrected", "changed": "changed", "updated": "updated", "improved": "improved",
    "enhanced": "improved", "added": "added", "new": "added", "removed": "removed", "renamed": "renamed",
    "replaced": "replaced",
  ]
}
