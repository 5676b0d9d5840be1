import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// The opening of a report: what the response is, what it was compared with, and how it fares.
struct Overview {
  private let analysis: FailureAnalysis
  private let summary: ReportSummary
  private let labels: FailureLabels

  init(_ analysis: FailureAnalysis, _ summary: ReportSummary, labels: FailureLabels? = nil) {
    self.analysis = analysis
    self.summary = summary
    self.labels = labels ?? FailureLabels(summary)
  }

  /// Two to four sentences of plain text.
  var sentences: [String] {
    [response, comparison, verdict, reservation].compactMap { $0 }
  }

  private var response: String {
    let side = summary.response
    let documents = analysis.diff.response.documents
    let origin = documents.count == 1 ? documents[0].path : nil
    guard !side.dialects.isEmpty else {
      return "No infrastructure template was found in \(origin ?? "the response"), which holds "
        + "\(counted(side.files, "file"))."
    }
    let name = side.dialects.map(\.title).listed
    let language = side.languages.map(\.title).listed
    let ending = origin.map { ", read from \($0)" } ?? ""
    guard side.resources > 0 else {
      return "The response is \(name.article) \(name) template in \(language) with "
        + "\(counted(side.files, "file"))\(ending); no resource was found in it."
    }
    var contents = [counted(side.files, "file"), counted(side.resources, "resource")]
    if side.parameters > 0 { contents.append(counted(side.parameters, "parameter")) }
    if side.outputs > 0 { contents.append(counted(side.outputs, "output")) }
    return "The response is \(name.article) \(name) template in \(language) with \(contents.listed)\(ending)."
  }

  private var comparison: String {
    let ideal = summary.ideal
    let alone = summary.response.unmatched
    guard ideal.resources > 0 else { return "No resource was found in the ideal to compare it with." }
    guard summary.resourcesCompared > 0 else {
      return "None of the ideal's \(counted(ideal.resources, "resource")) has a counterpart in it."
    }
    let others = "\(counted(alone, "resource")) of the response \(alone == 1 ? "stands" : "stand") alone"
    if ideal.unmatched == 0, ideal.resources > 1, ideal.dialects == summary.response.dialects {
      return "Each of the ideal's \(ideal.resources) resources has a counterpart in it"
        + (alone > 0 ? "; \(others)." : ".")
    }
    var text = "Of the ideal's \(counted(ideal.resources, "resource")), "
    if !ideal.dialects.isEmpty, ideal.dialects != summary.response.dialects {
      text += "which are written for \(ideal.dialects.map(\.title).listed), "
    }
    text +=
      "\(summary.resourcesCompared) \(summary.resourcesCompared == 1 ? "has" : "have") a counterpart in it"
    if ideal.unmatched > 0 { text += " and \(ideal.unmatched) \(ideal.unmatched == 1 ? "has" : "have") none" }
    if alone > 0 { text += "; \(others)" }
    return text + "."
  }

  private var verdict: String {
    let findings = analysis.findings
    guard let first = summary.severities.lazy.compactMap(\.findings.first).first else {
      if summary.knownFailuresChecked == 0 {
        return "No failure was found, but no known failure was looked for either."
      }
      return summary.response.resources == 0
        ? "No failure was found, but without resources there was little to look at."
        : "No failure was found: none of the \(counted(summary.knownFailuresChecked, "known failure")) that were "
          + "looked for applies."
    }
    let counts = summary.severities.filter { $0.count > 0 }.map {
      "\($0.count) \($0.severity.title.lowercased())"
    }
    if findings.count == 1 {
      return "It has 1 failure, of \(findings[first].severity.rawValue) severity"
        + "\(prospect.isEmpty ? "" : ",")\(prospect): \(findings[first].title)."
    }
    let obstacle = obstacle ?? first
    let lead = self.obstacle == nil ? "the most serious is" : "the first obstacle is"
    let split = counts.count == 1 ? "all \(findings[first].severity.rawValue)" : counts.listed
    return "It has \(counted(findings.count, "failure")) (\(split))\(prospect); "
      + "\(lead) failure \(labels[obstacle]), \(findings[obstacle].title)."
  }

  /// The failure at which the response stops; nil where none is known to stop it.
  private var obstacle: Int? {
    guard summary.outlook.dialect?.check != nil, summary.response.resources > 0 else { return nil }
    return summary.outlook.findings(.synthesis).first ?? summary.outlook.findings(.deployment).first
  }

  /// Whether the response would synthesize, deploy and work, as half a sentence; empty where nothing was read.
  private var prospect: String {
    let outlook = summary.outlook
    guard let check = outlook.dialect?.check, summary.response.resources > 0 else { return "" }
    func has(_ step: Outlook.Step) -> Bool { !outlook.findings(step).isEmpty }
    let reserve = summary.problems(.notRead).isEmpty ? "" : ", as far as it was read,"
    if has(.synthesis) { return " and\(reserve) is not expected to \(check)" }
    let start = " and\(reserve) should \(check)"
    if has(.deployment) { return start + ", but is not expected to deploy" }
    let fault = has(.security) ? "leaves openings" : has(.task) ? "would not do all that was asked" : nil
    if has(.risk) {
      return start + ", but its deployment is at risk" + (fault.map { " and it \($0)" } ?? "")
    }
    return fault.map { "\(start) and deploy, but \($0)" } ?? start + ", deploy and work"
  }

  private var reservation: String? {
    let lost = summary.problems(.notRead).count + summary.problems(.partlyRead).count
    guard lost > 0 else { return nil }
    return lost == 1
      ? "One part of the documents could not be read as it stands and is listed at the end."
      : "\(lost) parts of the documents could not be read as they stand and are listed at the end."
  }
}

extension Dialect {
  /// What a template of this kind has to get through before anything is created, behind "it should".
  fileprivate var check: String? {
    switch self {
    case .cloudFormation: "pass validation"
    case .terraform: "pass the plan"
    case .pulumi: "pass the preview"
    case .cdk, .cdktf: "synthesize"
    default: nil
    }
  }
}

extension String {
  fileprivate var article: String { "AEIOU".contains(prefix(1)) ? "an" : "a" }
}
