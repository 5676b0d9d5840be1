package import Knowledge
package import TemplateModel

/// Checks the files of a knowledge base: what the loader refuses, and what it takes but should be better.
package struct KnowledgeLint {
  package struct Remark: Sendable {
    package let path: String
    /// 1-based.
    package let line: Int
    package let sentence: String
    /// False for advice that keeps no file from being used.
    package let isFault: Bool

    /// As compilers write it.
    package var text: String { "\(path):\(line): \(isFault ? "" : "note: ")\(sentence)" }
  }

  /// By path and line.
  package let remarks: [Remark]
  /// How many files were read.
  package let files: Int

  /// - Parameters:
  ///   - files: as `KnowledgeBase.load` takes them.
  ///   - known: the ids of another base that these files are used with.
  package init(_ files: [(path: String, bytes: [UInt8])], known: Set<String> = []) {
    var remarks: [Remark] = []
    var titles: [String: String] = [:]
    let loaded = KnowledgeBase.load(files)
    for problem in loaded.problems {
      let file = files.first { $0.path == problem.path }
      let gaps = file.map { Self.gaps(path: $0.path, bytes: $0.bytes) } ?? []
      remarks +=
        gaps.isEmpty
        ? [Remark(path: problem.path, line: problem.line, sentence: problem.sentence, isFault: true)] : gaps
    }
    let ids = known.union(loaded.base.entries.map(\.id))
    for entry in loaded.base.entries {
      let suffix = "\(entry.category.rawValue)/\(entry.id).yaml"
      guard let file = files.first(where: { $0.path.hasSuffix(suffix) }) else { continue }
      func remark(_ text: String, at word: String, isFault: Bool = false) {
        remarks.append(
          Remark(
            path: file.path, line: Self.line(of: word, in: file.bytes), sentence: text, isFault: isFault))
      }
      if known.contains(entry.id) {
        remark("The id `\(entry.id)` is one of Plumbline's own; choose another.", at: "id:", isFault: true)
      }
      if let other = titles.updateValue(entry.id, forKey: entry.title.text) {
        remark("`\(other)` has the same title; say what differs.", at: "title:")
      }
      let shown = entry.shownDialects
      let unshown = entry.claimedDialects.filter { !shown.contains($0) }
      if !unshown.isEmpty {
        let names = unshown.map(\.title).joined(separator: ", ")
        remark("It claims \(names), which no example that fires shows; add one each.", at: "dialect:")
      }
      if Set(entry.references.map(\.url)).count < entry.references.count {
        remark("A reference stands here twice; keep one.", at: "references:")
      }
    }
    for file in files where file.path.hasSuffix(KnowledgeBase.figuresName) {
      for rule in loaded.base.reported.keys.sorted() where !ids.contains(rule) {
        remarks.append(
          Remark(
            path: file.path, line: Self.line(of: "\(rule):", in: file.bytes),
            sentence: "There is no known failure `\(rule)` any more; calibrate again.", isFault: false))
      }
    }
    self.remarks = remarks.sorted { ($0.path, $0.line, $0.sentence) < ($1.path, $1.line, $1.sentence) }
    self.files = files.count
  }

  /// What the template of a new known failure left open.
  private static func gaps(path: String, bytes: [UInt8]) -> [Remark] {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().filter { $0.element.contains(KnownFailure.gap) }.map { number, line in
      let words = line.drop { $0 == " " || $0 == "-" }
      return Remark(
        path: path, line: number + 1, sentence: "Still to be written: \(words)", isFault: true)
    }
  }

  /// The 1-based line of the first occurrence; 1 where there is none.
  private static func line(of word: String, in bytes: [UInt8]) -> Int {
    guard let found = bytes.firstRange(of: Array(word.utf8)) else { return 1 }
    return bytes[..<found.lowerBound].count { $0 == 0x0A } + 1
  }
}

extension KnownFailure {
  /// The dialects that its examples with findings are written in, or replayed in, in the order of `Dialect`.
  package var shownDialects: [Dialect] {
    let shown = examples.filter { !$0.findings.isEmpty }.flatMap(ExampleReplay.dialects)
    return Dialect.allCases.filter(shown.contains)
  }

  /// The dialects that it says it looks for: those that an alternative asks for, and those that its examples show.
  ///
  /// An entry that asks for none is looked for in all and claims no more than it shows.
  package var claimedDialects: [Dialect] {
    let asked = detections.flatMap(\.claimedDialects)
    let shown = shownDialects
    return Dialect.allCases.filter { asked.contains($0) || shown.contains($0) }
  }
}
