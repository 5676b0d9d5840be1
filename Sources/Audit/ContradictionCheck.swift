import Facts
import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// Claims about names that the table of facts contradicts: what is said to be missing exists, what is said to be
/// deprecated is not.
///
/// Only a name that the oldest known release has already contradicts a claim that it does not exist.
enum ContradictionCheck {
  static func remarks(
    _ report: FailureReport, _ analysis: FailureAnalysis, _ facts: FactsTable
  ) -> [AuditRemark] {
    let files = analysis.diff.response.finalFiles + analysis.diff.ideal.finalFiles
    guard let ecosystem = files.lazy.compactMap({ $0.dialect?.ecosystem }).first else { return [] }
    var remarks: [AuditRemark] = []
    for item in report.items {
      for line in item.lines where !report.codeLines.contains(line) {
        for claim in Claim.claims(in: report.file.text(ofLine: line)) {
          guard let sentence = contradiction(claim, ecosystem, facts) else { continue }
          remarks.append(
            AuditRemark(
              .contradiction, lines: line...line, "Failure \(item.number.text) says that \(sentence)."))
        }
      }
    }
    return remarks
  }

  private static func contradiction(
    _ claim: Claim, _ ecosystem: FactsEcosystem, _ facts: FactsTable
  ) -> String? {
    let name = claim.owner.map { "\(claim.name) of \($0)" } ?? claim.name
    switch (claim.kind, answer(claim, ecosystem, facts)) {
    case (.absent, .present(since: nil)): return "\(name) does not exist, but it does"
    case (.absent, .deprecated): return "\(name) does not exist, but it does and is only deprecated"
    case (.deprecated, .present): return "\(name) is deprecated, but it is not"
    default: return nil
    }
  }

  private static func answer(
    _ claim: Claim, _ ecosystem: FactsEcosystem, _ facts: FactsTable
  ) -> FactAnswer {
    if let owner = claim.owner { return member(claim.name, of: owner, ecosystem, facts) }
    // A lone word may mean anything; a type has a colon, a dot or an underscore.
    guard claim.name.contains(where: { ":._".contains($0) }) else { return .unknown }
    let whole = facts.answer(type: claim.name, in: ecosystem)
    if whole.exists { return whole }
    guard let dot = claim.name.lastIndex(of: "."), dot > claim.name.startIndex else { return whole }
    return member(
      String(claim.name[claim.name.index(after: dot)...]), of: String(claim.name[..<dot]), ecosystem, facts)
  }

  private static func member(
    _ name: String, of owner: String, _ ecosystem: FactsEcosystem, _ facts: FactsTable
  ) -> FactAnswer {
    let argument = facts.answer(argument: name, of: owner, in: ecosystem)
    return argument.exists ? argument : facts.answer(member: name, of: owner, in: ecosystem)
  }
}

extension Dialect {
  fileprivate var ecosystem: FactsEcosystem? {
    switch self {
    case .cloudFormation: .cloudFormation
    case .terraform: .terraform
    case .cdk: .cdk
    case .cdktf: .cdktf
    case .pulumi: .pulumi
    case .compose, .gitHubActions, .gitLabCI: nil
    }
  }
}
