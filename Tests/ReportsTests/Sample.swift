import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

/// A small case written in code: a Markdown answer with one YAML template on each side.
enum Sample {
  static let response = """
    # Storage stack

    Here is the template, `lib/TapStack.yml`:

    ```yaml
    Parameters:
      Stage:
        Type: String
    Resources:
      LogBucket:
        Type: AWS::S3::Bucket
        Properties:
          AccessControl: PublicRead
          Tags:
            - Key: Team
              Value: data
      Database:
        Type: AWS::RDS::DBInstance
        Properties:
          Engine: mysql
          EngineVersion: "8.0"
          DBInstanceClass: db.t3.micro
          AllocatedStorage: 20
          StorageType: gp3
          MasterUsername: admin
          MasterUserPassword: hunter2
    Outputs:
      Bucket:
        Value: !Ref LogBucket
    ```

    That is all.

    """

  static let ideal = """
    # Storage stack

    ```yaml
    Parameters:
      Stage:
        Type: String
    Resources:
      LogBucket:
        Type: AWS::S3::Bucket
        Properties:
          AccessControl: Private
          BucketEncryption:
            ServerSideEncryptionConfiguration:
              - ServerSideEncryptionByDefault:
                  SSEAlgorithm: aws:kms
          Tags:
            - Key: Team
              Value: data
      Alarm:
        Type: AWS::CloudWatch::Alarm
        Properties:
          MetricName: FreeStorageSpace
      Database:
        Type: AWS::RDS::DBInstance
        Properties:
          Engine: mysql
          ManageMasterUserPassword: true
    ```

    """

  static var diff: TemplateDiff {
    var response = template(Sample.response, path: "MODEL_RESPONSE.md", file: "lib/TapStack.yml")
    var ideal = template(Sample.ideal, path: "IDEAL_RESPONSE.md", file: "lib/TapStack.yml")
    response.resources = [
      resource(
        "LogBucket", "AWS::S3::Bucket", lines: 10...16,
        keys: [("AccessControl", 13...13), ("Tags", 14...16)], in: response),
      resource("Database", "AWS::RDS::DBInstance", lines: 17...26, keys: [("Engine", 20...20)], in: response),
    ]
    response.declarations = [
      declaration(.parameter, "Stage", lines: 7...8, in: response),
      declaration(.output, "Bucket", lines: 28...29, in: response),
    ]
    response.problems = [
      problem(.tabIndentation, lines: 14...14, in: response),
      problem(.truncated, detail: "", lines: 32...32, in: response),
    ]
    ideal.resources = [
      resource(
        "LogBucket", "AWS::S3::Bucket", lines: 8...18,
        keys: [("AccessControl", 11...11), ("BucketEncryption", 12...15), ("Tags", 16...18)], in: ideal),
      resource("Alarm", "AWS::CloudWatch::Alarm", lines: 19...22, keys: [("MetricName", 22...22)], in: ideal),
      resource("Database", "AWS::RDS::DBInstance", lines: 23...27, keys: [("Engine", 26...26)], in: ideal),
    ]
    ideal.declarations = [declaration(.parameter, "Stage", lines: 5...6, in: ideal)]
    return TemplateDiff(
      response: response, ideal: ideal,
      pairs: [
        ResourcePair(response: 0, ideal: 0, reason: .sameAddress),
        ResourcePair(response: 1, ideal: 2, reason: .sameAddress),
      ],
      deltas: deltas(response, ideal))
  }

  static var analysis: FailureAnalysis {
    let diff = diff
    return FailureAnalysis(
      diff: diff,
      requirements: [
        Requirement(
          text: "Encrypt everything at rest", headings: ["Security"], range: SourceRange(0, 0), lines: 12...12
        )
      ],
      findings: findings(diff.response, diff.ideal), knownFailuresChecked: 20)
  }

  static func findings(_ response: Template, _ ideal: Template) -> [Finding] {
    [
      Finding(
        rule: "hardcoded-password", title: "Hardcoded master password on AWS::RDS::DBInstance Database",
        severity: .critical, severityReason: "anyone who can read the template has the database",
        category: .securityIAM, subject: "AWS::RDS::DBInstance Database MasterUserPassword",
        fingerprint: "0123456789abcdef", response: [location(26...26, in: response)],
        ideal: [location(27...27, in: ideal)],
        issue: "`MasterUserPassword` is the literal `hunter2`.",
        fix: "Let RDS keep the password in Secrets Manager: `ManageMasterUserPassword: true`.",
        rootCause: "Models fill required properties with literals. A secret needs a second resource.",
        impact: [
          Finding.Impact(kind: .security, text: "The password is in every copy of the template."),
          Finding.Impact(kind: .operations, text: "It cannot be rotated without a deployment."),
        ],
        references: [
          Finding.Link(
            title: "Password management with Amazon RDS and AWS Secrets Manager",
            url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html")
        ],
        requirement: nil, confidence: 950),
      Finding(
        rule: "missing-alarm", title: "Missing AWS::CloudWatch::Alarm Alarm", severity: .medium,
        severityReason: "", category: .monitoring, subject: "AWS::CloudWatch::Alarm Alarm",
        fingerprint: "00000000000000aa", response: [], ideal: [location(19...22, in: ideal)],
        issue: "The response has no alarm for the database's free storage.",
        fix: "Add the alarm `Alarm`.", rootCause: "Monitoring is seldom asked for by name.",
        impact: [], references: [], requirement: nil, confidence: 700),
      Finding(
        rule: "bucket-encryption-missing", title: "No encryption on AWS::S3::Bucket LogBucket",
        severity: .high,
        severityReason: "asked for in the prompt", category: .securityIAM,
        subject: "AWS::S3::Bucket LogBucket BucketEncryption", fingerprint: "00000000000000bb",
        response: [location(10...16, in: response)], ideal: [location(12...15, in: ideal)],
        issue: "The bucket sets no `BucketEncryption`.", fix: "Encrypt with KMS.",
        rootCause: "Models rely on S3's default encryption.",
        impact: [Finding.Impact(kind: .security, text: "Access cannot be audited by key.")],
        references: [],
        requirement: Finding.RequirementQuote(text: "Encrypt everything at rest", lines: 12...12),
        confidence: 900),
      Finding(
        rule: "public-bucket", title: "Public read access on AWS::S3::Bucket LogBucket", severity: .high,
        severityReason: "", category: .securityIAM, subject: "AWS::S3::Bucket LogBucket AccessControl",
        fingerprint: "00000000000000cc", response: [location(10...16, in: response)],
        ideal: [location(11...11, in: ideal)], issue: "`AccessControl` is `PublicRead`.",
        fix: "Use `Private`.", rootCause: "Models rely on S3's default encryption.", impact: [],
        references: [], requirement: nil, confidence: 900),
    ]
  }

  private static func deltas(_ response: Template, _ ideal: Template) -> [Delta] {
    let bucket = Delta.Subject.resource(response: 0, ideal: 0)
    let here = location(13...13, in: response)
    let there = location(11...11, in: ideal)
    return [
      Delta(
        kind: .changed, subject: bucket, path: PropertyPath([.key("AccessControl")]),
        response: Delta.Side(value: Value(.string("PublicRead"), at: here), location: here),
        ideal: Delta.Side(value: Value(.string("Private"), at: there), location: there)),
      Delta(
        kind: .added, subject: bucket, path: PropertyPath([.key("BucketEncryption")]),
        response: Delta.Side(value: nil, location: location(12...16, in: response)),
        ideal: Delta.Side(
          value: Value(.map([]), at: location(12...15, in: ideal)), location: location(12...15, in: ideal))),
      Delta(
        kind: .added, subject: .resource(response: nil, ideal: 1), path: PropertyPath(), response: nil,
        ideal: Delta.Side(value: nil, location: location(19...22, in: ideal))),
      Delta(
        kind: .removed, subject: .declaration(.output, response: 1, ideal: nil), path: PropertyPath(),
        response: Delta.Side(value: nil, location: location(28...29, in: response)), ideal: nil),
    ]
  }

  // MARK: Building blocks

  static func template(_ text: String, path: String, file: String, language: Language = .yaml) -> Template {
    let document = SourceFile(path: path, text: text)
    var template = Template(documents: [document])
    let fences = (1...document.lines.count).filter { document.text(ofLine: $0).hasPrefix("```") }
    let first = (fences.first ?? 0) + 1
    let last = (fences.last ?? document.lines.count + 1) - 1
    let place = location(first...max(first, last), in: template)
    var block = TemplateFile(
      path: file, isPathGiven: true, language: language, bytes: Array(document.bytes[place.range.bytes]),
      map: OffsetMap(startingAt: place.range.start), document: 0)
    block.dialect = .cloudFormation
    block.dialectReason = "Resources with AWS:: types"
    block.role = .stack
    template.files = [block]
    return template
  }

  static func location(_ lines: ClosedRange<Int>, in template: Template) -> SourceText.SourceLocation {
    let index = template.documents[0].lines
    let range = index.range(ofLine: lines.lowerBound).union(index.range(ofLine: lines.upperBound))
    return SourceLocation(document: 0, range: range)
  }

  static func resource(
    _ name: String, _ type: String, lines: ClosedRange<Int>, keys: [(String, ClosedRange<Int>)],
    in template: Template
  ) -> Resource {
    let whole = location(lines, in: template)
    let members = keys.map { key, lines in
      let place = location(lines, in: template)
      return Member(key: key, keyLocation: place, value: Value(.null, at: place))
    }
    return Resource(
      address: name, type: type, canonicalType: type, name: name, file: 0,
      properties: Value(.map(members), at: whole), location: whole,
      nameLocation: location(lines.lowerBound...lines.lowerBound, in: template),
      typeLocation: location(lines.lowerBound + 1...lines.lowerBound + 1, in: template))
  }

  static func declaration(
    _ kind: Declaration.Kind, _ name: String, lines: ClosedRange<Int>, in template: Template
  ) -> Declaration {
    let whole = location(lines, in: template)
    return Declaration(
      kind: kind, name: name, file: 0, value: Value(.null, at: whole), location: whole, nameLocation: whole)
  }

  static func problem(
    _ kind: SourceProblem.Kind, detail: String = "", lines: ClosedRange<Int>, in template: Template
  ) -> LocatedProblem {
    let place = location(lines, in: template)
    return LocatedProblem(problem: SourceProblem(kind, range: place.range, detail: detail), location: place)
  }
}
