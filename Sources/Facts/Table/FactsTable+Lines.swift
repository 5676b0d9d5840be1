/// Finding lines by their keys, and members by their names.
extension FactsTable {
  /// All lines of a section, in order.
  func lines(of section: FactsSection) -> LineSequence {
    LineSequence(buffer: bytes.buffer, range: range(of: section))
  }

  struct LineSequence: Sequence, IteratorProtocol {
    let buffer: UnsafeBufferPointer<UInt8>
    var range: Range<Int>

    mutating func next() -> FactLine? {
      guard !range.isEmpty else { return nil }
      let end = SortedText(buffer, separator: 0x0A).end(after: range.lowerBound, notAfter: range.upperBound)
      defer { range = (end < range.upperBound ? end + 1 : end)..<range.upperBound }
      return FactLine(text: UnsafeBufferPointer(rebasing: buffer[range.lowerBound..<end]))
    }
  }

  /// The lines whose folded key is this one; more than one where keys differ only in case.
  func lines(_ folded: [UInt8], in section: FactsSection) -> [FactLine] {
    var rest = lines(of: section)
    rest.range = lowerBound(folded, in: section)..<rest.range.upperBound
    var found: [FactLine] = []
    while let line = rest.next(), Folded.compare(folded, line.field(0)) == 0 { found.append(line) }
    return found
  }

  /// The lines whose folded key begins so, at most `limit`.
  func lines(startingWith folded: [UInt8], in section: FactsSection, limit: Int) -> [FactLine] {
    var rest = lines(of: section)
    rest.range = lowerBound(folded, in: section)..<rest.range.upperBound
    var found: [FactLine] = []
    while found.count < limit, let line = rest.next() {
      guard Folded.name(line.key).starts(with: folded) else { break }
      found.append(line)
    }
    return found
  }

  /// The line of a key, by preference in exactly this spelling.
  func line(_ key: String, in section: FactsSection) -> FactLine? {
    let found = lines(Folded.name(key), in: section)
    return found.count > 1 ? found.first { $0.key == key } ?? found[0] : found.first
  }

  private func lowerBound(_ folded: [UInt8], in section: FactsSection) -> Int {
    let buffer = bytes.buffer
    return SortedText(buffer, separator: 0x0A).lowerBound(in: range(of: section)) { part in
      Folded.compare(folded, FactLine(text: UnsafeBufferPointer(rebasing: buffer[part])).field(0))
    }
  }

  /// The members of a line; those that it shares with another line are read there.
  func memberText(_ line: FactLine, in section: FactsSection) -> UnsafeBufferPointer<UInt8> {
    let text = line.field(4)
    guard text.first == UInt8(ascii: "@"), text.count > 1 else { return text }
    let owner = String(decoding: text[1...], as: UTF8.self)
    guard let other = self.line(owner, in: section)?.field(4), other.first != UInt8(ascii: "@") else {
      return UnsafeBufferPointer(rebasing: text[0..<0])
    }
    return other
  }

  /// A member of this very line, bases aside.
  func ownMember(_ folded: [UInt8], of line: FactLine, in section: FactsSection) -> FactMember? {
    let text = memberText(line, in: section)
    let words = SortedText(text, separator: 0x20)
    func compare(_ part: Range<Int>) -> Int {
      let word = UnsafeBufferPointer(rebasing: text[part])
      return Folded.compare(folded, UnsafeBufferPointer(rebasing: word[0..<FactMember.nameEnd(word)]))
    }
    let start = words.lowerBound(in: 0..<text.count, compare)
    let part = start..<words.end(after: start, notAfter: text.count)
    return !part.isEmpty && compare(part) == 0
      ? FactMember(UnsafeBufferPointer(rebasing: text[part])) : nil
  }

  /// All members of this very line, in folded order.
  func ownMembers(of line: FactLine, in section: FactsSection) -> [FactMember] {
    memberText(line, in: section).split(separator: 0x20)
      .map { FactMember(UnsafeBufferPointer(rebasing: $0)) }
  }
}
