import Facts
import Knowledge
import Readers
import SourceText
import TemplateDiff
import TestSupport
import Testing

@testable import Audit

/// What a report says about names, held against the table of facts.
struct ClaimTests {
  @Test(arguments: [
    (
      "The `name_prefix` argument of `aws_ssm_parameter` does not exist.",
      Claim(.absent, "name_prefix", "aws_ssm_parameter")
    ),
    ("`AWS::S3::Box` doesn't exist in CloudFormation.", Claim(.absent, "AWS::S3::Box", nil)),
    (
      "Used the `cidr` property, but `cidr` does not exist on `ec2.VpcProps`",
      Claim(.absent, "cidr", "ec2.VpcProps")
    ),
    (
      "The constant `ec2.SubnetType.PRIVATE_WITH_NAT` is deprecated",
      Claim(.deprecated, "ec2.SubnetType.PRIVATE_WITH_NAT", nil)
    ),
    (
      "Used the `name_prefix` attribute on the `aws_ssm_parameter` resource, which doesn't exist:",
      Claim(.absent, "name_prefix", "aws_ssm_parameter")
    ),
    (
      "The property `acl` on the `aws_s3_bucket` resource has been deprecated",
      Claim(.deprecated, "acl", "aws_s3_bucket")
    ),
  ])
  func `A claim has a name and what it is a part of`(line: String, claim: Claim) {
    #expect(Claim.claims(in: line) == [claim])
  }

  @Test(arguments: [
    "The bucket does not exist.", "`aws_kms_key` does not exist in the stack.", "It is deprecated.",
    "The role `x` does not exist in account 1", "`a` and more words here does not exist", "does not exist",
    "",
    "`", "`a", "is deprecated `x`",
  ])
  func `What is said of no name, or of a stack, is no claim`(line: String) {
    #expect(Claim.claims(in: line) == [])
  }

  private static let facts: FactsTable? = {
    guard let bytes = try? PackageFolder.bytes("Sources/Facts/Resources/facts.txt") else { return nil }
    return try? FactsTable(FactsBytes(bytes))
  }()

  private func remarks(_ claim: String, template: String) throws -> [String] {
    let side = TemplateReader.template(from: [SourceFile(path: "A.md", text: template)])
    let analysis = FailureAnalysis(
      diff: TemplateDiff.compare(response: side, ideal: side), requirements: [], findings: [],
      knownFailuresChecked: 1)
    let report = "### 1. A name\n\nSeverity: low\n\n\(claim)\n"
    return ReportAudit(
      SourceFile(path: "R.md", text: report), of: analysis, facts: try #require(Self.facts)
    ).remarks.map { "\($0.lines.lowerBound) \($0.kind.rawValue): \($0.sentence)" }
  }

  private static let cloudFormation =
    "```yaml\nAWSTemplateFormatVersion: '2010-09-09'\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n```\n"
  private static let terraform = "```hcl\nresource \"aws_sqs_queue\" \"q\" {\n  name = \"q\"\n}\n```\n"

  @Test func `A name that exists is told where a report says that it does not`() throws {
    #expect(
      try remarks("`AWS::S3::Bucket` does not exist in CloudFormation.", template: Self.cloudFormation) == [
        "5 contradiction: Failure 1 says that AWS::S3::Bucket does not exist, but it does."
      ])
    #expect(
      try remarks("The `name` argument of `aws_ssm_parameter` does not exist.", template: Self.terraform) == [
        "5 contradiction: Failure 1 says that name of aws_ssm_parameter does not exist, but it does."
      ])
  }

  @Test func `A name that is in order is told where a report says that it is deprecated`() throws {
    #expect(
      try remarks("`AWS::SQS::Queue` is deprecated.", template: Self.cloudFormation) == [
        "5 contradiction: Failure 1 says that AWS::SQS::Queue is deprecated, but it is not."
      ])
  }

  @Test(arguments: [
    "`AWS::S3::Box` does not exist.", "`AWS::My::Own` is deprecated.", "`Bucket` does not exist.",
    "The `name_prefix` argument of `aws_ssm_parameter` does not exist.",
  ])
  func `A claim that is right, or that the table cannot judge, is let pass`(claim: String) throws {
    for template in [Self.cloudFormation, Self.terraform] {
      #expect(try remarks(claim, template: template) == [])
    }
  }
}

extension Claim {
  fileprivate init(_ kind: Kind, _ name: String, _ owner: String?) {
    self.init(kind: kind, name: name, owner: owner)
  }
}

/// Reports that are laid out by category.
struct CatalogAuditTests {
  private func remarks(_ text: String) -> [String] {
    ReportAudit(SourceFile(path: "R.md", text: text)).remarks.map {
      "\($0.lines.lowerBound) \($0.kind.rawValue): \($0.sentence)"
    }
  }

  private static let sound = """
    ## Category 1: Requirements and scope

    ### Failure 1.1: No queue

    **Severity**: High

    ### Failure 1.2: No topic

    **Severity**: Low

    ## Category 2: Validation

    ### Failure 2.1: No check, see failure 1.2

    **Severity**: Low

    As for failure 1.1.

    ## Statistics

    Total failures: 3

    """

  @Test func `A category may be called like a summary and still holds failures`() {
    let report = FailureReport(SourceFile(path: "R.md", text: Self.sound))
    #expect(report.items.map(\.number.text) == ["1.1", "1.2", "2.1"])
    #expect(remarks(Self.sound) == [])
  }

  @Test func `A mention of a numbered failure that is not there is told`() {
    #expect(
      remarks(Self.sound.replacing("As for failure 1.1", with: "As under failure 1.3")) == [
        "17 cross-reference: Failure 1.3 is mentioned, but no failure has this number."
      ])
  }

  @Test func `A gap within a category is told and corrected`() {
    let wrong = Self.sound.replacing(
      "### Failure 2.1: No check, see failure 1.2", with: "### Failure 2.2: No check"
    )
    .replacing("As for failure 1.1.\n\n", with: "")
    let audit = ReportAudit(SourceFile(path: "R.md", text: wrong))
    #expect(audit.remarks.map(\.kind) == [.numbering])
    #expect(String(decoding: audit.corrected, as: UTF8.self).contains("### Failure 2.1: No check"))
  }
}
