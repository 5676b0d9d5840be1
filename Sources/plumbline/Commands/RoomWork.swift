extension Work {
  /// The rooms at work.
  ///
  /// THE SEAM: each closure is to call the room that does it.
  static let rooms = Work(
    report: { _, _, _ in throw RoomMissing(verb: "report") },
    diff: { _, _, _, _ in throw RoomMissing(verb: "diff") },
    show: { _, _, _ in throw RoomMissing(verb: "show") },
    corpusLine: { _ in throw RoomMissing(verb: "corpus report") },
    caseOfRow: { _, _ in throw RoomMissing(verb: "corpus report") })
}

/// To be deleted with the last closure that throws it.
private struct RoomMissing: Error {
  let verb: String
}
