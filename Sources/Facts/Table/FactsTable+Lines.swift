/// Finding lines: a binary search that backs up to the line break before it.
///
///     …⏎aws_ec2.Vpc⇥c⇥…⏎aws_ec2.VpcProps⇥s⇥…⏎…
///                           ▲ middle: back to ⏎, compare the key, go left or right
extension FactsTable {
  /// All lines of a section, in order.
  func lines(of section: FactsSection) -> LineSequence {
    LineSequence(buffer: bytes.buffer, range: range(of: section))
  }

  struct LineSequence: Sequence, IteratorProtocol {
    let buffer: UnsafeBufferPointer<UInt8>
    var range: Range<Int>

    mutating func next() -> FactLine? {
      guard !range.isEmpty, let end = buffer[range].firstIndex(of: 0x0A) else { return nil }
      defer { range = (end + 1)..<range.upperBound }
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
    let range = range(of: section)
    var low = range.lowerBound
    var high = range.upperBound
    // Both are starts of lines, or the end.
    while low < high {
      var start = low + (high - low) / 2
      while start > low, buffer[start - 1] != 0x0A { start -= 1 }
      var end = start
      while end < high, buffer[end] != 0x0A { end += 1 }
      let line = FactLine(text: UnsafeBufferPointer(rebasing: buffer[start..<end]))
      if Folded.compare(folded, line.field(0)) > 0 { low = min(end + 1, high) } else { high = start }
    }
    return low
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
    var position = 0
    while position < text.count {
      var end = position
      while end < text.count, text[end] != 0x20 { end += 1 }
      // The first byte rules most members out.
      if let first = folded.first, let byte = Folded.byte(text[position]) ?? folded.first, byte == first {
        let word = UnsafeBufferPointer(rebasing: text[position..<end])
        let name = UnsafeBufferPointer(rebasing: word[0..<FactMember.nameEnd(word)])
        if Folded.compare(folded, name) == 0 { return FactMember(word) }
      }
      position = end + 1
    }
    return nil
  }

  /// All members of this very line, in folded order.
  func ownMembers(of line: FactLine, in section: FactsSection) -> [FactMember] {
    memberText(line, in: section).split(separator: 0x20)
      .map { FactMember(UnsafeBufferPointer(rebasing: $0)) }
  }
}
