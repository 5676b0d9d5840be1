import SourceText
import TemplateDiff
import TemplateModel

/// Evidence from what the ideal says of itself, with the lines of both documents that its words lead to.
enum DeclaredFixes {
  static func evidence(_ scene: Scene) -> [Evidence] {
    if scene.response.resources.isEmpty && scene.ideal.resources.isEmpty && scene.diff.deltas.isEmpty {
      return []
    }
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

  /// Where each word stands in the files whose text counts.
  private static func lines(of matcher: WordMatcher, in template: Template) -> [[SourceLocation]] {
    var found = [[SourceLocation]](repeating: [], count: matcher.words.count)
    for match in matcher.matches(in: template) where found[match.word].count < 8 {
      found[match.word].append(match.location)
    }
    return found
  }
}
