import Knowledge
import Readers
import Scoring
import SourceText
import TemplateDiff
import TemplateModel
import TestSupport

/// A pair written for one rule of the rubric: templates that show nothing but what it looks at, findings by hand.
struct Pair {
  var prompt = ""
  var response = Pair.queue
  var ideal = Pair.queue
  /// Category, severity and known failure of each finding.
  var findings: [(Category, Severity, String)] = []

  static let queue = yaml("AWS::SQS::Queue")

  /// A CloudFormation template with one resource of each type.
  static func yaml(_ types: String..., property: String = "Name: x") -> String {
    let resources = types.enumerated().map { place, type in
      "  R\(place):\n    Type: \(type)\n    Properties:\n      \(property)\n"
    }
    return "```yaml\nAWSTemplateFormatVersion: '2010-09-09'\nResources:\n\(resources.joined())```\n"
  }

  static let rubric: Rubric = {
    let bytes = (try? PackageFolder.bytes("Sources/Scoring/Resources/rubric.yaml")) ?? []
    let folder = "Sources/Knowledge/KnownFailures"
    let rules = PackageFolder.files(below: folder).filter { $0.hasSuffix(".yaml") }.compactMap {
      $0.split(separator: "/").last.map { String($0.dropLast(5)) }
    }
    do { return try Rubric.load(path: "rubric.yaml", bytes: bytes, rules: Set(rules)) } catch {
      fatalError("\(error)")
    }
  }()

  var analysis: FailureAnalysis {
    func template(_ path: String, _ text: String) -> Template {
      TemplateReader.template(from: [SourceFile(path: path, text: text)])
    }
    let diff = TemplateDiff.compare(
      response: template("MODEL_RESPONSE.md", response), ideal: template("IDEAL_RESPONSE.md", ideal))
    return FailureAnalysis(
      diff: diff,
      requirements: PromptReader.requirements(in: SourceFile(path: "PROMPT.md", text: prompt)),
      findings: findings.enumerated().map { Pair.finding($0.offset, $0.element) }, knownFailuresChecked: 1)
  }

  func value(_ rubric: Rubric = Pair.rubric) -> TrainingValue { rubric.value(of: analysis) }

  private static func finding(_ place: Int, _ kind: (Category, Severity, String)) -> Finding {
    Finding(
      rule: kind.2, title: "Failure \(place)", severity: kind.1, severityReason: "", category: kind.0,
      subject: "", fingerprint: "\(place)", response: [], ideal: [], issue: "", fix: "", rootCause: "",
      impact: [], references: [], requirement: nil, confidence: 500)
  }
}

extension Pair {
  static func minor(_ count: Int) -> [(Category, Severity, String)] {
    Array(repeating: (Category.codeQuality, Severity.medium, "unused-parameters"), count: count)
  }
  static func moderate(_ count: Int) -> [(Category, Severity, String)] {
    Array(repeating: (Category.compute, Severity.medium, "function-settings-incomplete"), count: count)
  }
  static func significant(_ count: Int) -> [(Category, Severity, String)] {
    Array(repeating: (Category.securityIAM, Severity.high, "encryption-at-rest-missing"), count: count)
  }
  static func trivial(_ count: Int) -> [(Category, Severity, String)] {
    Array(repeating: (Category.codeQuality, Severity.low, "description-imprecise"), count: count)
  }
}
