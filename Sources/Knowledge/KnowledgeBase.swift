package import Facts
import SourceText
package import TemplateDiff
package import TemplateModel

/// All known failures, ready to judge pairs.
///
/// Loaded once; judging changes nothing in it.
package struct KnowledgeBase: Sendable {
  /// In the order of their ids.
  package let entries: [KnownFailure]
  private let checked: [CheckedFailure]
  /// How often a finding of each kind was one that a reviewer reported as well, in thousandths.
  private let reported: [String: Int]
  private let matcher: WordMatcher
  /// For each entry and alternative the indices of its words in the matcher.
  private let wordIndices: [[[Int]]]

  package init(entries: [KnownFailure], reported: [String: Int] = [:]) {
    self.entries = entries.sorted { $0.id < $1.id }
    self.reported = reported
    checked = self.entries.map { CheckedFailure($0, reported: reported[$0.id]) }
    var words: [String] = []
    var index: [String: Int] = [:]
    wordIndices = self.entries.map { entry in
      entry.detections.map { detection in
        guard case .text(let place) = detection.place else { return [] }
        return place.words.map { word in
          let word = word.lowercased()
          if let known = index[word] { return known }
          index[word] = words.count
          words.append(word)
          return words.count - 1
        }
      }
    }
    matcher = WordMatcher(words)
  }

  /// The file beside the known failures that holds how often each is reported.
  package static let figuresName = "reported.yaml"

  /// Reads known failures and, where it is among the files, the figures of how often they are reported.
  ///
  /// - Parameter files: paths that end in `<category>/<id>.yaml`, and their bytes.
  /// - Returns: what could be read, and one problem for each file that could not.
  package static func load(
    _ files: [(path: String, bytes: [UInt8])]
  ) -> (base: KnowledgeBase, problems: [KnownFailureProblem]) {
    var entries: [KnownFailure] = []
    var ids: Set<String> = []
    var reported: [String: Int] = [:]
    var problems: [KnownFailureProblem] = []
    for (path, bytes) in files {
      do throws(KnownFailureProblem) {
        if path.split(separator: "/").last.map(String.init) == figuresName {
          reported = try figures(path: path, bytes: bytes)
          continue
        }
        let entry = try KnownFailure.load(path: path, bytes: bytes)
        guard ids.insert(entry.id).inserted else {
          throw KnownFailureProblem(path: path, line: 1, kind: .repeatedID(entry.id))
        }
        entries.append(entry)
      } catch {
        problems.append(error)
      }
    }
    return (KnowledgeBase(entries: entries, reported: reported), problems)
  }

  private static func figures(path: String, bytes: [UInt8]) throws(KnownFailureProblem) -> [String: Int] {
    var figures: [String: Int] = [:]
    for entry in try EntryDocument(path: path, bytes: bytes).root().entries() {
      figures[entry.key] = try entry.value.number()
    }
    return figures
  }

  /// Names the failures of the response, as a reviewer would: one cause, one finding, the best first.
  ///
  /// - Parameter facts: nil where nothing is known of types and members; then no finding rests on them.
  package func judge(
    _ diff: TemplateDiff, requirements: [Requirement], facts: FactsTable? = nil
  ) -> FailureAnalysis {
    let scene = Scene(diff: diff, requirements: requirements, matcher: matcher, facts: facts)
    let search = RequirementSearch(requirements)
    let findings = Confirmation.joined(groups(in: scene)).map { group in
      Telling(group, scene: scene, search: search, reported: reported[group.failure.id]).finding
    }
    return FailureAnalysis(
      diff: diff, requirements: requirements,
      findings: Telling.withUniqueFingerprints(Telling.ordered(findings).map(\.finding)),
      knownFailuresChecked: entries.count, checked: checked)
  }

  /// Entries that look at unexplained deltas only come second, when the others have said what they explain.
  private func groups(in scene: Scene) -> [Group] {
    var explained = [Bool](repeating: false, count: scene.diff.deltas.count)
    let nothing = explained
    var groups: [Group] = []
    var rest: [Int] = []
    for (index, entry) in entries.enumerated() {
      if entry.detections.contains(where: \.looksAtTheUnexplained) {
        rest.append(index)
        continue
      }
      groups += collect(index, scene, nothing)
    }
    for group in groups {
      for evidence in group.evidence { for delta in evidence.deltas { explained[delta] = true } }
    }
    // Among these an entry for a certain type or property goes before the general ones, so that each delta is told once.
    rest.sort { (entries[$0].breadth, entries[$0].id) < (entries[$1].breadth, entries[$1].id) }
    var scene = scene
    var knowsLines = false
    for index in rest {
      if !knowsLines, entries[index].breadth == Int.max {
        scene.cited = CitedLines(groups, in: scene)
        knowsLines = true
      }
      let found = collect(index, scene, explained)
      for group in found {
        for evidence in group.evidence { for delta in evidence.deltas { explained[delta] = true } }
      }
      groups += found
    }
    return groups
  }

  private func collect(_ index: Int, _ scene: Scene, _ explained: [Bool]) -> [Group] {
    let entry = entries[index]
    var found: [(detection: Int, evidence: Evidence)] = []
    for (number, detection) in entry.detections.enumerated() {
      for evidence in detection.evidence(
        in: scene, wordIndices: wordIndices[index][number], explained: explained)
      { found.append((number, evidence)) }
    }
    return Group.groups(of: entry, found)
  }
}

extension Detection {
  var looksAtWords: Bool { if case .text = place { true } else { false } }

  var looksAtTheUnexplained: Bool {
    switch place {
    case .delta(let place): place.unexplained
    case .detector(let detector, _, _): detector.looksAtTheRest
    default: false
    }
  }
}

extension KnownFailure {
  /// How little its deltas are narrowed down: two points for any type, one for any property, one for any kind.
  fileprivate var breadth: Int {
    detections.map { detection in
      guard case .delta(let place) = detection.place else {
        return detection.looksAtTheUnexplained ? Int.max : 0
      }
      let anyProperty = place.properties.isEmpty || place.properties.contains { $0.text == "**" }
      return (place.types.isEmpty ? 2 : 0) + (anyProperty ? 1 : 0) + (place.kinds.isEmpty ? 1 : 0)
    }.max() ?? 0
  }
}
