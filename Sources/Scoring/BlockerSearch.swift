import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Finds out whether a blocker holds, and says why.
struct BlockerSearch {
  let rubric: Rubric
  let analysis: FailureAnalysis

  private var response: Template { analysis.diff.response }
  private var ideal: Template { analysis.diff.ideal }

  /// Half a sentence that says why it holds; nil where it does not.
  func reason(_ blocker: Rubric.Blocker) -> String? {
    switch blocker {
    case .wrongPlatformOrLanguage: wrongPlatform ?? wrongLanguage
    case .wrongAccount:
      wrong(\.accounts).map { "the task asks for account \($0.asked), the response names \($0.given)" }
    case .requiredServicesMissing: missingServices
    case .wrongRegion:
      wrong(\.regions).map { "the task asks for region \($0.asked), the response names \($0.given)" }
    }
  }

  private var wrongPlatform: String? {
    let given = response.filesThatCount.compactMap(\.dialect)
    let asked = ideal.filesThatCount.compactMap(\.dialect)
    guard let first = given.first, let wanted = asked.first, !given.contains(where: asked.contains) else {
      return nil
    }
    return "the response is written for \(first.title), the task asks for \(wanted.title)"
  }

  private var wrongLanguage: String? {
    let given = response.filesThatCount.map(\.language)
    let asked = ideal.filesThatCount.map(\.language)
    guard let first = given.first, let wanted = asked.first else { return nil }
    for language in given {
      let alike = rubric.sameLanguage.first { $0.contains(language) } ?? [language]
      if asked.contains(where: alike.contains) { return nil }
    }
    return "the response is written in \(first.title), the task asks for \(wanted.title)"
  }

  private var missingServices: String? {
    // An ideal that shows a few parts only does not say what is required.
    guard ideal.resources.count * 3 >= response.resources.count else { return nil }
    let services = rubric.services
    let used = ServiceList(ideal, leavingOut: services.supporting + services.features).names
    let named = used.filter(isNamedInPrompt)
    let required = named.count < 2 ? used : named
    let given = ServiceList(response, leavingOut: []).names
    let missing = required.filter { !given.contains($0) }
    guard !missing.isEmpty, missing.count * 100 >= required.count * services.missingPercent else {
      return nil
    }
    return "\(missing.count) of \(required.count) required services are missing: "
      + missing.joined(separator: ", ")
  }

  private func isNamedInPrompt(_ service: String) -> Bool {
    let words = rubric.services.names.first { $0.service == service }?.words ?? []
    return analysis.requirements.contains { requirement in
      let text = ([requirement.text] + requirement.headings).joined(separator: " ").lowercased()
      return ([service.lowercased()] + words).contains { text.holds(word: $0) }
    }
  }

  /// What the task asks for and the response names instead.
  ///
  /// Nothing where the ideal does not do as the task says either, or names the same as the response does.
  private func wrong(
    _ names: KeyPath<NamedPlaces, [String]>
  ) -> (asked: String, given: String)? {
    var inPrompt = NamedPlaces()
    for requirement in analysis.requirements { inPrompt.add(Array(requirement.text.utf8)) }
    let asked = inPrompt[keyPath: names]
    guard let first = asked.first else { return nil }
    let given = places(in: response)[keyPath: names]
    guard let other = given.first, !given.contains(where: asked.contains) else { return nil }
    let wanted = places(in: ideal)[keyPath: names]
    guard wanted.isEmpty || wanted.contains(where: asked.contains), !wanted.contains(where: given.contains)
    else { return nil }
    return (first, other)
  }

  private func places(in template: Template) -> NamedPlaces {
    var places = NamedPlaces()
    for file in template.finalFiles where file.dialect != nil { places.add(file.bytes) }
    return places
  }
}

extension Template {
  /// The final files that declare resources.
  fileprivate var filesThatCount: [TemplateFile] {
    var owners = Set<Int>()
    for resource in resources { owners.insert(resource.file) }
    return files.indices.filter {
      owners.contains($0) && files[$0].standing == .final && files[$0].dialect != nil
    }.map { files[$0] }
  }
}

extension String {
  /// Whether a word or a row of words stands here, not as a part of a longer word.
  fileprivate func holds(word: String) -> Bool {
    var rest = self[...]
    while let found = rest.firstRange(of: word) {
      let before = found.lowerBound > startIndex ? self[index(before: found.lowerBound)] : " "
      let after = found.upperBound < endIndex ? self[found.upperBound] : " "
      if !before.isLetter, !before.isNumber, !after.isLetter, !after.isNumber { return true }
      rest = self[found.upperBound...]
    }
    return false
  }
}
