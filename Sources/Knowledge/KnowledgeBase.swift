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
  private var checked: [CheckedFailure]
  private var settings = ProjectSettings()
  /// How often a finding of each kind was one that a reviewer reported as well, in thousandths.
  package let reported: [String: Int]
  private let reader: RequirementReader
  private let matcher: WordMatcher
  /// For each entry and alternative the indices of its words in the matcher.
  private let wordIndices: [[[Int]]]

  package init(entries: [KnownFailure], reported: [String: Int] = [:], concepts: ConceptTable = .empty) {
    reader = RequirementReader(concepts)
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
  /// - Parameters:
  ///   - files: paths that end in `<category>/<id>.yaml`, and their bytes.
  ///   - own: further ones, which are read with their examples in any case; their figures go before those of `files`.
  ///   - withExamples: whether the examples of `files` are read and checked too.
  /// - Returns: what could be read, and one problem for each file that could not.
  package static func load(
    _ files: [(path: String, bytes: [UInt8])], own: [(path: String, bytes: [UInt8])] = [],
    withExamples: Bool = true
  ) -> (base: KnowledgeBase, problems: [KnownFailureProblem]) {
    var entries: [KnownFailure] = []
    var ids: Set<String> = []
    var reported: [String: Int] = [:]
    var problems: [KnownFailureProblem] = []
    var concepts = ConceptTable.empty
    for (path, bytes) in files where isConceptTable(path) {
      do { concepts = try ConceptTable.load(path: path, bytes: bytes) } catch { problems.append(error) }
    }
    for (number, (path, bytes)) in (files + own).enumerated() where !isConceptTable(path) {
      do throws(KnownFailureProblem) {
        if path == figuresName || path.hasSuffix("/\(figuresName)") {
          reported.merge(try figures(path: path, bytes: bytes)) { $1 }
          continue
        }
        let entry = try KnownFailure.load(
          path: path, bytes: bytes, concepts: concepts, withExamples: withExamples || number >= files.count)
        guard ids.insert(entry.id).inserted else {
          throw KnownFailureProblem(path: path, line: 1, kind: .repeatedID(entry.id))
        }
        entries.append(entry)
      } catch {
        problems.append(error)
      }
    }
    return (KnowledgeBase(entries: entries, reported: reported, concepts: concepts), problems)
  }

  private static func isConceptTable(_ path: String) -> Bool {
    path.split(separator: "/").last.map(String.init) == ConceptTable.fileName
  }

  private static func figures(path: String, bytes: [UInt8]) throws(KnownFailureProblem) -> [String: Int] {
    var figures: [String: Int] = [:]
    for entry in try EntryDocument(path: path, bytes: bytes).root().entries() {
      figures[entry.key] = try entry.value.number()
    }
    return figures
  }

  /// The same base for a project that leaves some known failures out and takes others more or less severe.
  package func adjusted(by settings: ProjectSettings) -> KnowledgeBase {
    var base = self
    base.settings = settings
    base.checked = entries.filter { !settings.isOff($0) }.map { entry in
      var checked = CheckedFailure(entry, reported: reported[entry.id])
      if let gravity = settings.gravity(of: entry, insteadOf: checked.severity) {
        (checked.severity, checked.because) = gravity
      }
      return checked
    }
    return base
  }

  /// Names the failures of the response, as a reviewer would: one cause, one finding, the best first.
  ///
  /// - Parameters:
  ///   - facts: nil where nothing is known of types and members; then no finding rests on them.
  ///   - day: the day on which suppressions in the response must still hold; nil where they are not heeded.
  package func judge(
    _ diff: TemplateDiff, requirements: [Requirement], facts: FactsTable? = nil,
    suppressedOn day: CalendarDay? = nil
  ) -> FailureAnalysis {
    let scene = Scene(
      diff: diff, requirements: requirements, reader: reader, matcher: matcher, facts: facts)
    let search = RequirementSearch(scene, reader: reader)
    func told(_ group: Group) -> Telling.Ranked {
      Telling(
        group, scene: scene, search: search, reported: reported[group.failure.id], settings: settings
      ).finding
    }
    var groups = Confirmation.joined(completed(groups(in: scene), scene)).filter {
      !settings.isOff($0.failure)
    }
    var accepted: [(group: Group, suppression: Suppression)] = []
    var suppressions = day.map { Suppressions(in: diff.response, rules: Set(entries.map(\.id)), on: $0) }
    if let split = suppressions?.split(groups) { (groups, accepted) = split }
    let findings = Telling.ordered(groups.map(told))
    let suppressed = accepted.map { (told($0.group), $0.suppression) }.sorted {
      Telling.comesBefore($0.0, $1.0)
    }
    let unique = Telling.withUniqueFingerprints((findings + suppressed.map(\.0)).map(\.finding))
    return FailureAnalysis(
      diff: diff, requirements: requirements, matrix: scene.matrix,
      findings: Array(unique.prefix(findings.count)),
      knownFailuresChecked: checked.count, checked: checked,
      suppressed: zip(unique.dropFirst(findings.count), suppressed).map {
        SuppressedFinding(finding: $0, suppression: $1.1)
      },
      suppressionProblems: suppressions?.problems ?? [])
  }

  /// With the places on both sides that belong to what was found on one.
  private func completed(_ groups: [Group], _ scene: Scene) -> [Group] {
    var groups = groups
    Absorption.apply(to: &groups, in: scene.diff)
    var repairs = RepairLines(scene)
    for group in groups.indices {
      for place in groups[group].evidence.indices { repairs.complete(&groups[group].evidence[place]) }
    }
    return groups
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
    rest.sort { entries[$0].turn < entries[$1].turn }
    var scene = scene
    var known = -1
    for index in rest {
      // Only detectors ask which lines are spoken of; those of one breadth ask at the same time.
      if entries[index].usesDetector, entries[index].breadth != known {
        known = entries[index].breadth
        scene.cited = CitedLines(groups, in: scene)
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
  var looksAtDifferences: Bool { if case .delta = place { true } else { false } }
  var looksAtResources: Bool { if case .resource = place { true } else { false } }

  var looksAtTheUnexplained: Bool {
    switch place {
    case .delta(let place): place.unexplained
    case .detector(let detector, _, _): detector.looksAtTheRest
    default: false
    }
  }
}

extension KnownFailure {
  /// When it is asked among those that look at what is unexplained: the narrower first, and of two that are as narrow
  /// the one that knows the type.
  fileprivate var turn: (Int, Int, String) { (breadth, usesDetector ? 1 : 0, id) }

  /// Whether it looks with code of its own, not only with the words of `Detection`.
  package var usesDetector: Bool {
    detections.contains { if case .detector = $0.place { true } else { false } }
  }

  /// How little its deltas are narrowed down: two points for any type, one for any property, one for any kind.
  fileprivate var breadth: Int {
    detections.map { detection in
      guard case .delta(let place) = detection.place else {
        if case .detector(let detector, _, _) = detection.place, detector.isSpecific { return 2 }
        return detection.looksAtTheUnexplained ? Int.max : 0
      }
      let anyProperty = place.properties.isEmpty || place.properties.contains { $0.text == "**" }
      return (place.types.isEmpty ? 2 : 0) + (anyProperty ? 1 : 0) + (place.kinds.isEmpty ? 1 : 0)
    }.max() ?? 0
  }
}
