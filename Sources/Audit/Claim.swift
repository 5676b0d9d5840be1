/// A sentence of a report which says that a name does not exist, or that it is deprecated.
///
///     The `name_prefix` argument of `aws_ssm_parameter` does not exist.
///          member                    owner
struct Claim: Equatable {
  enum Kind { case absent, deprecated }

  let kind: Kind
  /// The name right before the claim, as quoted.
  let name: String
  /// The name that it is said to be a part of; nil where none is given.
  let owner: String?

  private static let phrases: [(words: [String], kind: Kind)] = [
    (["does", "not", "exist"], .absent), (["doesn't", "exist"], .absent),
    (["is", "deprecated"], .deprecated),
    (["has", "been", "deprecated"], .deprecated), (["was", "deprecated"], .deprecated),
  ]
  /// What may stand between a name and the claim about it.
  fileprivate static let nouns: Set<String> = [
    "property", "attribute", "argument", "parameter", "method", "member", "class", "resource", "type",
    "constant",
    "construct", "field", "option", "enum", "value",
  ]
  fileprivate static let links: Set<String> = ["of", "on", "in", "for", "from"]
  /// What a name may be said to be missing from; all else (a stack, an account, a folder) is no matter of facts.
  fileprivate static let worlds: Set<String> = [
    "aws", "cdk", "cdktf", "cloudformation", "terraform", "pulumi", "provider", "api", "schema", "library",
    "module",
    "package", "aws-cdk-lib",
  ]

  /// The claims of a line of prose.
  static func claims(in line: String) -> [Claim] {
    sentences(line).flatMap { words in
      words.indices.flatMap { start in
        phrases.compactMap { phrase in
          let end = start + phrase.words.count
          guard end <= words.count, zip(words[start..<end], phrase.words).allSatisfy({ $0.text == $1 }) else {
            return nil
          }
          return Claim(phrase.kind, before: words[..<start], after: words[end...])
        }
      }
    }
  }

  fileprivate struct Word {
    /// In lower case, unless it is code.
    let text: String
    let isCode: Bool
  }

  /// The words of each sentence; a code span is one word.
  private static func sentences(_ line: String) -> [[Word]] {
    var sentences: [[Word]] = [[]]
    for (place, part) in line.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if place % 2 == 1 {
        sentences[sentences.count - 1].append(Word(text: String(part), isCode: true))
        continue
      }
      for piece in part.split(separator: " ") {
        let text = piece.lowercased().filter { $0.isLetter || $0.isNumber || "'-".contains($0) }
        if !text.isEmpty { sentences[sentences.count - 1].append(Word(text: text, isCode: false)) }
        if let last = piece.last, ".;:!?(".contains(last) { sentences.append([]) }
      }
    }
    return sentences
  }
}

extension Claim {
  fileprivate init?(_ kind: Kind, before: ArraySlice<Word>, after: ArraySlice<Word>) {
    self.kind = kind
    var rest = before
    if let word = rest.last, !word.isCode, ["which", "that"].contains(word.text) { rest.removeLast() }
    if let last = rest.last, !last.isCode, Claim.nouns.contains(last.text) { rest.removeLast() }
    guard let name = rest.popLast(), name.isCode else { return nil }
    if let noun = rest.last, !noun.isCode, Claim.nouns.contains(noun.text) { rest.removeLast() }
    // `member` [noun] of [the] `owner` …
    var lead = rest
    if lead.last?.text == "the" { lead.removeLast() }
    if let link = lead.last, !link.isCode, Claim.links.contains(link.text) {
      lead.removeLast()
      if let noun = lead.last, !noun.isCode, Claim.nouns.contains(noun.text) { lead.removeLast() }
      guard let member = lead.last, member.isCode else { return nil }
      self.name = member.text
      owner = name.text
      return
    }
    self.name = name.text
    var tail = after.drop { !$0.isCode && $0.text == "the" }
    guard let link = tail.first, !link.isCode, Claim.links.contains(link.text) else {
      // Behind `does not exist` the sentence ends, or goes on about something else than a place.
      owner = nil
      return
    }
    tail = tail.dropFirst().drop { !$0.isCode && $0.text == "the" }
    guard let place = tail.first else { return nil }
    owner = place.isCode ? place.text : nil
    if !place.isCode, !tail.prefix(3).contains(where: { !$0.isCode && Claim.worlds.contains($0.text) }) {
      return nil
    }
  }
}
