package import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Why a finding is told: which alternative held and where, why it is this severe, what asks for it, and how sure it is.
package struct Explanation {
  private let finding: Finding
  private let suppression: Suppression?
  private let failure: KnownFailure
  private let analysis: FailureAnalysis
  private let style: TerminalStyle

  /// - Parameters:
  ///   - suppression: the remark that accepts it, where there is one.
  ///   - failure: the known failure of the finding's rule.
  package init(
    _ finding: Finding, suppression: Suppression? = nil, of failure: KnownFailure,
    in analysis: FailureAnalysis, style: TerminalStyle = TerminalStyle(isColoured: false)
  ) {
    self.finding = finding
    self.suppression = suppression
    self.failure = failure
    self.analysis = analysis
    self.style = style
  }

  /// With a final line break.
  package var text: String {
    var blocks = [
      style.paint(finding.title.visibleLine, .bold)
        + "\n  \(finding.rule), fingerprint \(finding.fingerprint)"
    ]
    if let suppression {
      let place = analysis.diff.response.place(suppression.location)
      blocks.append(section("Accepted", ["at \(place): \(suppression.reason.visibleLine)"]))
    }
    blocks.append(section("What held", held))
    blocks.append(section("Why \(finding.severity.rawValue)", gravity))
    blocks.append(section("What asks for it", [requirement]))
    blocks.append(section("How sure", certainty))
    blocks.append(section("More", ["`plumbline knowledge show \(finding.rule)` shows the known failure."]))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    ([title] + lines.map { wrapped($0, width: 98, indent: "  ") }).joined(separator: "\n")
  }

  private var held: [String] {
    guard let grounds = finding.grounds, failure.detections.indices.contains(grounds.alternative) else {
      return ["It was not judged here."]
    }
    let number = "\(grounds.alternative + 1) of \(failure.detections.count)"
    var lines = ["Alternative \(number): \(failure.detections[grounds.alternative].sentence)."]
    for place in grounds.places.prefix(Self.most) {
      lines.append("- " + told(place))
      lines += place.deltas.prefix(Self.most).compactMap(difference).map { "  " + $0 }
    }
    if grounds.places.count > Self.most {
      lines.append("- and \(grounds.places.count - Self.most) more places")
    }
    if let text = grounds.confirmation { lines.append("The ideal's prose says: \(text.visibleLine)") }
    return lines
  }

  private static let most = 12

  private func told(_ place: Finding.Grounds.Place) -> String {
    var text = place.subject.visibleLine
    if !place.property.isEmpty { text += " \(place.property.visibleLine)" }
    var parts: [String] = []
    if place.response != nil || place.responseText != nil {
      parts.append(side("response", place.responseText, place.response, analysis.diff.response))
    }
    if place.ideal != nil || place.idealText != nil {
      parts.append(side("ideal", place.idealText, place.ideal, analysis.diff.ideal))
    }
    if let detail = place.detail { parts.append(detail.visibleLine) }
    parts.append("confidence \(Self.share(place.confidence))")
    return "\(text): \(parts.joined(separator: "; "))"
  }

  private func side(_ name: String, _ value: String?, _ location: SourceLocation?, _ template: Template)
    -> String
  {
    name + (value.map { " `\($0.visibleLine)`" } ?? "") + (location.map { " at \(template.place($0))" } ?? "")
  }

  private func difference(_ index: Int) -> String? {
    guard analysis.diff.deltas.indices.contains(index) else { return nil }
    let delta = analysis.diff.deltas[index]
    let name = DiffWording(diff: analysis.diff).name(of: delta.subject).visibleLine
    let path = delta.path.description.visibleLine
    let places = [
      delta.response.map { analysis.diff.response.place($0.location) },
      delta.ideal.map { analysis.diff.ideal.place($0.location) },
    ].compactMap { $0 }.joined(separator: " → ")
    return
      "difference \(index + 1): \(name)\(path.isEmpty ? "" : " \(path)") \(delta.kind.rawValue) (\(places))"
  }

  private var gravity: [String] {
    var lines = ["Because \(finding.severityReason.visibleLine)."]
    if let level = finding.grounds?.builtIn {
      lines.append("Without the project's settings it would be \(level.rawValue).")
    } else if finding.severity != failure.severity.level {
      lines.append(
        "Usually it is \(failure.severity.level.rawValue), because \(failure.severity.because.visibleLine).")
    }
    return lines
  }

  private var requirement: String {
    guard let requirement = finding.requirement else { return "No line of the prompt was found that does." }
    return "The prompt, \(Excerpt.name(of: requirement.lines)): \(requirement.text.visibleLine)"
  }

  private var certainty: [String] {
    var lines = ["Confidence \(Self.share(finding.confidence)) that it is true of the documents."]
    guard let grounds = finding.grounds else { return lines }
    if let reported = grounds.reported {
      lines.append("Of 1000 such findings, reviewers reported \(reported) as well.")
    } else {
      lines.append("How often reviewers report it was never counted; \(grounds.share) of 1000 is assumed.")
    }
    if grounds.confirmation != nil, grounds.share != grounds.reported {
      lines.append("As the ideal's prose confirms it, \(grounds.share) of 1000 is taken.")
    }
    if let place = analysis.findings.firstIndex(where: { $0.fingerprint == finding.fingerprint }) {
      lines.append(
        "Figure, confidence, severity and requirement give a score of \(grounds.score), which puts it at place "
          + "\(place + 1) of \(analysis.findings.count).")
    }
    return lines
  }

  /// `0.85` for 850 thousandths.
  private static func share(_ thousandths: Int) -> String {
    let hundredths = (thousandths + 5) / 10
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
