import SourceText
import TemplateDiff
import TemplateModel

/// Evidence from what the ideal says of itself, with the lines of both documents that its words lead to.
enum DeclaredFixes {
  static func evidence(_ scene: Scene) -> [Evidence] {
    if scene.response.resources.isEmpty && scene.ideal.resources.isEmpty && scene.diff.deltas.isEmpty {
      return []
    }
    return inProse(scene) + inComments(scene)
  }

  private static func inProse(_ scene: Scene) -> [Evidence] {
    let fixes = DeclaredFixReader.fixes(in: scene.ideal)
    if fixes.isEmpty || !DeclaredFixReader.fixes(in: scene.response).isEmpty { return [] }
    let mentions = fixes.map(\.mentions)
    var words: [String] = []
    for mention in mentions.joined() where !words.contains(mention) { words.append(mention) }
    let matcher = WordMatcher(words.map { $0.lowercased() })
    let here = lines(of: matcher, in: scene.response)
    let there = lines(of: matcher, in: scene.ideal)
    return fixes.enumerated().map { number, fix in
      let indices = mentions[number].compactMap { words.firstIndex(of: $0) }
      let response = indices.flatMap { here[$0].count <= 4 ? here[$0] : [] }
      let ideal = indices.flatMap { there[$0].count <= 4 ? there[$0] : [] }
      return Evidence(
        subject: DeltaSubject(
          kind: .template, type: "template", name: "the template", address: "", order: 7_000_000 + number),
        detail: fix.fault, response: response, ideal: [fix.location] + ideal,
        confidence: response.isEmpty ? 550 : 700, fix: fix)
    }
  }

  /// What comments claim to have corrected, with the lines that stood in the response instead.
  private static func inComments(_ scene: Scene) -> [Evidence] {
    let remarks = CommentedFixes.remarks(in: scene.ideal)
    if remarks.isEmpty || !CommentedFixes.remarks(in: scene.response).isEmpty { return [] }
    var counterparts: [Int: Counterpart] = [:]
    let pairs = FilePairs.pairs(in: scene) { $0.standing == .final && $0.role != .document }
    for (response, ideal) in pairs where remarks.contains(where: { $0.file == ideal }) {
      counterparts[ideal] = Counterpart(
        in: scene.response.files[response], insteadOf: scene.ideal.files[ideal])
    }
    return remarks.enumerated().map { number, remark in
      let file = scene.ideal.files[remark.file]
      let lines = ProgramLine.lines(of: file)[remark.lines]
      let range = SourceRange(
        start: lines.first?.range.start ?? 0, end: lines.last?.range.end ?? 0)
      let fix = DeclaredFix(
        label: remark.label, text: "\(remark.label): \(remark.deed)", location: file.location(range),
        told: RemarkFault.title(of: remark.label, deed: remark.deed, thing: remark.thing))
      let response = counterparts[remark.file]?.lines(insteadOf: remark.lines) ?? []
      return Evidence(
        subject: DeltaSubject(file, order: 7_500_000 + number), detail: fix.fault, response: response,
        ideal: [fix.location], confidence: response.isEmpty ? 450 : 600, fix: fix)
    }
  }

  /// Where each word stands in the files whose text counts.
  private static func lines(of matcher: WordMatcher, in template: Template) -> [[SourceLocation]] {
    var found = [[SourceLocation]](repeating: [], count: matcher.words.count)
    for match in matcher.matches(in: template) where found[match.word].count < 8 {
      found[match.word].append(match.location)
    }
    return found
  }
}
