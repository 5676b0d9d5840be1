import SourceText
import TemplateModel

/// Finds lines of program code that the ideal changed and that no other known failure speaks of.
///
/// The comparison of templates sees resources; handlers, helpers, entry points and settings are seen here, line
/// by line, in files that correspond by their path or by being the only one of their role and language.
struct ChangedCode {
  /// What a changed run of lines is about.
  enum Matter { case imports, code }

  private let scene: Scene
  /// At most so many runs of a pair of templates are told, the longest first.
  private static let most = 24

  init(_ scene: Scene) { self.scene = scene }

  func evidence(of matter: Matter) -> [Evidence] {
    var found: [(size: Int, evidence: Evidence)] = []
    for (response, ideal) in FilePairs.pairs(in: scene, where: ChangedCode.isProgram) {
      let here = CodeLines(scene.response.files[response])
      let there = CodeLines(scene.ideal.files[ideal])
      let (hunks, anchors) = LineAlignment.hunks(here.hashes, there.hashes)
      // Without a line in three in common the one is not a version of the other.
      guard anchors * 3 >= min(here.hashes.count { $0 != 0 }, there.hashes.count { $0 != 0 }) else {
        continue
      }
      for hunk in hunks {
        guard let told = told(hunk, here, there, response, ideal, matter) else { continue }
        found.append((min(hunk.response.count + hunk.ideal.count, 40), told))
      }
    }
    found = ChangedCode.joined(found)
    found.sort { ($1.size, $0.evidence.subject.order) < ($0.size, $1.evidence.subject.order) }
    return found.prefix(ChangedCode.most).map(\.evidence)
  }

  /// The same change in several places is told once, with all of them.
  private static func joined(_ found: [(size: Int, evidence: Evidence)]) -> [(size: Int, evidence: Evidence)]
  {
    var joined: [(size: Int, evidence: Evidence)] = []
    var places: [String: Int] = [:]
    for (size, evidence) in found {
      let change = "\(evidence.responseText ?? "")\t\(evidence.idealText ?? "")"
      if let first = places[change] ?? places[evidence.detail ?? ""] {
        joined[first].size = min(joined[first].size + size, 40)
        joined[first].evidence.response += evidence.response
        joined[first].evidence.ideal += evidence.ideal
      } else {
        places[change] = joined.count
        places[evidence.detail ?? ""] = joined.count
        joined.append((size, evidence))
      }
    }
    return joined
  }

  private func told(
    _ hunk: LineAlignment.Hunk, _ here: CodeLines, _ there: CodeLines, _ response: Int, _ ideal: Int,
    _ matter: Matter
  ) -> Evidence? {
    let isImport =
      hunk.response.allSatisfy { here.isImport($0) } && hunk.ideal.allSatisfy { there.isImport($0) }
    guard isImport == (matter == .imports) else { return nil }
    let before = here.locations(hunk.response)
    let after = there.locations(hunk.ideal)
    guard !scene.cited.touches(before, after, scene) else { return nil }
    let old = here.words(hunk.response)
    let new = there.words(hunk.ideal)
    let dropped = old.filter { !new.contains($0) }.prefix(3)
    let gained = new.filter { !old.contains($0) }.prefix(3)
    guard !dropped.isEmpty || !gained.isEmpty else { return nil }
    return Evidence(
      subject: DeltaSubject(
        scene.response.files[response],
        order: 4_000_000 + response * 10_000 + min(9_999, hunk.response.lowerBound)),
      path: PropertyPath([.index(hunk.response.lowerBound)]), responseText: here.sample(hunk.response),
      idealText: there.sample(hunk.ideal),
      detail: ChangedCode.title(Array(dropped), Array(gained), matter)
        + (matter == .code ? place(hunk, here, there) : ""),
      response: before, ideal: after, confidence: 450)
  }

  /// ` in handler`: the function or class around the lines; empty where there is none.
  private func place(_ hunk: LineAlignment.Hunk, _ here: CodeLines, _ there: CodeLines) -> String {
    let name =
      here.surroundings(of: hunk.response.lowerBound) ?? there.surroundings(of: hunk.ideal.lowerBound)
    return name.map { " in \($0)" } ?? ""
  }

  private static func title(_ dropped: [String], _ gained: [String], _ matter: Matter) -> String {
    let thing = matter == .imports ? "import of " : ""
    if dropped.isEmpty { return "Missing \(thing)\(gained.joined(separator: ", "))" }
    if gained.isEmpty { return "Unneeded \(thing)\(dropped.joined(separator: ", "))" }
    return "Incorrect \(thing)\(dropped.joined(separator: ", ")) instead of \(gained.joined(separator: ", "))"
  }

  private static func isProgram(_ file: TemplateFile) -> Bool {
    guard file.standing == .final, file.role != .document else { return false }
    return switch file.language {
    case .markdown, .text, .unknown: false
    case .yaml, .json: file.dialect != .cloudFormation
    default: true
    }
  }
}
