import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The titles of the failures, no two alike: those that are get their place, `… (line 45)`.
struct FailureTitles: Sendable {
  private var titles: [String]

  init(_ analysis: FailureAnalysis) {
    titles = analysis.findings.map(\.title)
    var counts: [[UInt8]: Int] = [:]
    for title in titles { counts[Self.key(title), default: 0] += 1 }
    var given: Set<[UInt8]> = []
    for (index, finding) in analysis.findings.enumerated()
    where counts[Self.key(finding.title), default: 0] > 1 {
      let place = Self.place(of: finding, in: analysis.diff)
      var title = place.map { "\(finding.title) (\($0))" } ?? finding.title
      var number = 1
      while !given.insert(Self.key(title)).inserted {
        number += 1
        title = "\(finding.title) (\(place.map { "\($0), " } ?? "")\(number))"
      }
      titles[index] = title
    }
  }

  /// The title of a finding, by its index in the analysis.
  subscript(finding: Int) -> String { titles[finding] }

  private static func place(of finding: Finding, in diff: TemplateDiff) -> String? {
    if let location = finding.response.first { return Excerpt.name(of: diff.response.lines(of: location)) }
    return finding.ideal.first.map { "ideal, \(Excerpt.name(of: diff.ideal.lines(of: $0)))" }
  }

  /// The letters and digits, in lower case: titles that differ in punctuation alone read alike.
  private static func key(_ title: String) -> [UInt8] {
    title.utf8.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte + 0x20
      default: nil
      }
    }
  }
}
