import Knowledge
import Testing

/// What can be told of demands in templates.
struct RequirementMatrixTests {
  private func states(
    _ prompt: String, _ response: String, _ ideal: String, extension suffix: String = "yaml"
  )
    -> [String]
  {
    KnownFailureFiles.judge(response: response, ideal: ideal, prompt: prompt, extension: suffix).matrix.rows
      .map { "\($0.demand.text): \($0.response.state.rawValue), \($0.ideal.state.rawValue)" }
  }

  private func bucket(_ properties: String) -> String {
    "Resources:\n  Files:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: files\n\(properties)"
  }

  @Test func `A trait is met where it is switched on, and missed where it is left out or switched off`() {
    let on = bucket("      VersioningConfiguration:\n        Status: Enabled\n")
    let off = bucket("      VersioningConfiguration:\n        Status: Suspended\n")
    let open = bucket("      VersioningConfiguration:\n        Status: !If [IsProd, Enabled, Suspended]\n")
    let prompt = "- S3 bucket with versioning\n"
    #expect(states(prompt, bucket(""), on).last == "S3 bucket: versioning: missed, met")
    #expect(states(prompt, off, on).last == "S3 bucket: versioning: missed, met")
    #expect(states(prompt, open, on).last == "S3 bucket: versioning: not decidable, met")
  }

  @Test func `A resource beside the thing can bring its trait`() {
    let plain = "resource \"aws_s3_bucket\" \"files\" {\n  bucket = \"files\"\n}\n"
    let beside =
      plain
      + "resource \"aws_s3_bucket_versioning\" \"files\" {\n  bucket = aws_s3_bucket.files.id\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}\n"
    #expect(
      states("- S3 bucket with versioning\n", plain, beside, extension: "tf").last
        == "S3 bucket: versioning: missed, met")
  }

  @Test func `A parameter's default counts for an amount, and units are converted`() {
    let template = { (value: String) in
      "Parameters:\n  Days:\n    Type: Number\n    Default: 30\nResources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: \(value)\n"
    }
    #expect(
      states("- CloudWatch log groups with 30-day retention\n", template("14"), template("!Ref Days")).last
        == "log group: retention 30 days: missed, met")
  }

  @Test func `Of several things that differ nothing can be told`() {
    let mixed =
      bucket("      VersioningConfiguration:\n        Status: Enabled\n")
      + "  Logs:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: logs\n"
    #expect(
      states("- S3 buckets with versioning\n", mixed, mixed).last
        == "S3 bucket: versioning: not decidable, not decidable")
  }

  @Test func `A demand missed on both sides is no finding`() {
    let analysis = KnownFailureFiles.judge(
      response: bucket(""), ideal: bucket(""), prompt: "- S3 bucket with versioning\n")
    #expect(analysis.matrix.rows.map(\.isUnmet) == [false, false])
    #expect(analysis.findings.filter { $0.rule.hasPrefix("required-") }.map(\.title) == [])
  }

  @Test func `What is not asked for certainly is missed only where the ideal has it`() {
    let on = bucket("      VersioningConfiguration:\n        Status: Enabled\n")
    let prompt = "- S3 bucket with versioning where possible\n"
    #expect(states(prompt, bucket(""), on).last == "S3 bucket: versioning: missed, met")
    #expect(
      states(prompt, bucket(""), bucket("")).last == "S3 bucket: versioning: not decidable, not decidable")
  }

  @Test func `A spelling of the programs is nothing to CloudFormation`() {
    #expect(
      states("- S3 bucket with versioning\n", bucket("      Versioned: true\n"), bucket("")).last
        == "S3 bucket: versioning: missed, missed")
  }

  @Test func `An answer without resources misses nothing`() {
    #expect(
      states("- S3 bucket with versioning\n", "Resources: {}\n", bucket("")).first
        == "S3 bucket: not decidable, met")
  }

  @Test func `Enumerations and durations of the CDK are amounts`() {
    let stack = { (days: String) in
      """
      import * as cdk from 'aws-cdk-lib';
      import * as logs from 'aws-cdk-lib/aws-logs';
      export class LogStack extends cdk.Stack {
        constructor(scope: cdk.App, id: string) {
          super(scope, id);
          new logs.LogGroup(this, 'Logs', { retention: logs.RetentionDays.\(days) });
        }
      }
      """
    }
    #expect(
      states(
        "- CloudWatch log groups with 30-day retention\n", stack("ONE_WEEK"), stack("ONE_MONTH"),
        extension: "ts"
      )
      .last == "log group: retention 30 days: missed, met")
  }
}
