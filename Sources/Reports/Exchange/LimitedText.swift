extension String {
  /// The text, or its beginning with an ellipsis where it has more than `limit` UTF-8 bytes; cut between characters.
  func limited(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: max(0, limit - 3))
    while end > utf8.startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    return self[..<end] + "…"
  }
}
