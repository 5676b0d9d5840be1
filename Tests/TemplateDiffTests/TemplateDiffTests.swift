import Testing

struct TemplateDiffTests {
  private let bucket = """
    Resources:
      Logs:
        Type: AWS::S3::Bucket
        Properties:
          BucketName: logs
          Tags: [{Key: a, Value: 1}, {Key: b, Value: 2}]
    """

  @Test func `A template does not differ from itself, even with repeated names`() {
    let repeated = bucket + "\n  Logs:\n    Type: AWS::S3::Bucket\n  Logs:\n    Type: AWS::SNS::Topic"
    #expect(deltas(bucket, bucket) == [])
    #expect(deltas(repeated, repeated) == [])
  }

  @Test func `One changed leaf is one delta`() {
    #expect(
      deltas(bucket, bucket.replacing("logs", with: "audit")) == ["changed Logs BucketName: logs → audit"])
  }

  @Test func `Elements are told apart by their key`() {
    let ideal = bucket.replacing(
      "{Key: a, Value: 1}, {Key: b, Value: 2}", with: "{Key: b, Value: 3}, {Key: a, Value: 1}")
    #expect(deltas(bucket, ideal) == ["changed Logs Tags[b].Value: 2 → 3"])
  }

  @Test func `A missing property and a property too many`() {
    let ideal = bucket.replacing("BucketName: logs", with: "AccessControl: Private")
    #expect(
      deltas(bucket, ideal) == ["added Logs AccessControl:  → Private", "removed Logs BucketName: logs → "])
  }

  @Test func `The same value written in another way gives nothing`() {
    func topic(_ value: String) -> String {
      "Resources:\n  B: {Type: AWS::S3::Bucket}\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {X: \(value)}"
    }
    let pairs = [
      ("!GetAtt B.Arn", "{'Fn::GetAtt': [B, Arn]}"), ("!Sub '${B}-x'", "!Join ['', [!Ref B, -x]]"),
      ("!Sub x", "x"), ("!Sub '${B}'", "!Ref B"), ("443", "'443'"), ("'true'", "true"),
      ("{a: !Ref 'AWS::NoValue'}", "{}"),
    ]
    for (first, second) in pairs {
      #expect(deltas(topic(first), topic(second)) == [])
      #expect(deltas(topic(second), topic(first)) == [])
    }
    let others = [
      ("'3.10'", "'3.1'"), ("!Ref AWS::Region", "!Ref AWS::AccountId"), ("!GetAtt B.Arn", "!GetAtt B.Name"),
      ("'012345678901'", "12345678901"),
    ]
    for (first, second) in others {
      #expect(deltas(topic(first), topic(second)).count == 1)
      #expect(deltas(topic(second), topic(first)).count == 1)
    }
  }

  @Test func `The only resource of its type is the same under another name, and so are the references to it`()
  {
    let ideal = bucket.replacing("Logs:", with: "Audit:") + "\nOutputs: {Name: {Value: !Ref Audit}}"
    #expect(
      deltas(bucket + "\nOutputs: {Name: {Value: !Ref Logs}}", ideal) == ["renamed Audit: Logs → Audit"])
  }

  @Test func `A literal that becomes a reference is told from one that changes`() {
    func policy(_ name: String) -> String {
      bucket + "\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties: {Bucket: \(name)}"
    }
    #expect(deltas(policy("logs"), policy("!Ref Logs")) == ["literalToReference P Bucket: logs → ${Logs}"])
    #expect(deltas(policy("!Ref Logs"), policy("logs")) == ["referenceToLiteral P Bucket: ${Logs} → logs"])
    #expect(
      deltas(policy("!Ref Logs"), policy("!GetAtt Logs.Arn")) == [
        "retargeted P Bucket: ${Logs} → ${Logs.Arn}"
      ])
    #expect(
      deltas(policy("!Ref Logs"), policy("!If [C, !Ref Logs, other]")) == [
        "conditionalised P Bucket: ${Logs} → if(${C}, ${Logs}, other)"
      ])
  }

  @Test func `Sets have no order and lists have one`() {
    func function(_ property: String, _ values: String) -> String {
      "Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties: {\(property): \(values)}"
    }
    #expect(deltas(function("SubnetIds", "[a, b]"), function("SubnetIds", "[b, a]")) == [])
    #expect(
      deltas(function("Layers", "[a, b]"), function("Layers", "[b, a]")) == [
        "reordered F Layers: [a, b] → [b, a]"
      ])
    #expect(deltas(function("Action", "s3:Get*"), function("Action", "[s3:Get*]")) == [])
    #expect(
      deltas(function("SubnetIds", "[a]"), function("SubnetIds", "[a, b]")) == ["added F SubnetIds[1]:  → b"])
  }

  @Test func `Resources, parameters and outputs of one side only are deltas as a whole`() {
    let ideal = bucket + "\n  Topic: {Type: AWS::SNS::Topic}\nOutputs: {Name: {Value: x}}"
    #expect(deltas(bucket, ideal) == ["added Topic:  → ", "added Name:  → {Value: x}"])
    #expect(deltas(ideal, bucket) == ["removed Topic:  → ", "removed Name: {Value: x} → "])
  }

  @Test func `Attributes beside the properties are compared too`() {
    let ideal = bucket.replacing("    Properties:", with: "    DeletionPolicy: Retain\n    Properties:")
    #expect(deltas(bucket, ideal) == ["added Logs @DeletionPolicy:  → Retain"])
  }
}
