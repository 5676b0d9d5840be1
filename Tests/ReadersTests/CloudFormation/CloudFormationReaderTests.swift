import SourceText
import TemplateModel
import Testing

struct CloudFormationReaderTests {
  @Test func `A resource has its type, name, properties and lines`() throws {
    let template = cloudFormation(
      """
      Resources:
        Logs:
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          DependsOn: Key
          Properties:
            BucketName: logs
            VersioningConfiguration:
              Status: Enabled
        Key:
          Type: AWS::KMS::Key
      """)
    let bucket = try #require(template.resources.first)
    #expect(bucket.name == "Logs")
    #expect(bucket.canonicalType == "AWS::S3::Bucket")
    #expect(bucket.properties.at("VersioningConfiguration", "Status")?.string == "Enabled")
    #expect(bucket.attribute("DeletionPolicy")?.string == "Retain")
    #expect(bucket.dependsOn.map(\.reference) == [Reference(target: "Key", kind: .resource)])
    #expect(template.lines(of: bucket.location) == 2...9)
    #expect(template.lines(of: template.resources[1].location) == 10...11)
    #expect(template.problems.isEmpty)
  }

  @Test func `Short and long functions give the same values`() throws {
    let short = cloudFormation(
      """
      Parameters: {Env: {Type: String}}
      Resources:
        A:
          Type: AWS::SNS::Topic
          Properties:
            TopicName: !Sub '${Env}-${B.Arn}-${!x}'
            DisplayName: !GetAtt B.Arn
            KmsMasterKeyId: !If [Prod, !Ref B, !Ref 'AWS::NoValue']
        B: {Type: AWS::KMS::Key}
      """)
    let long = cloudFormation(
      """
      {"Parameters": {"Env": {"Type": "String"}}, "Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {
        "TopicName": {"Fn::Sub": "${Env}-${B.Arn}-${!x}"},
        "DisplayName": {"Fn::GetAtt": ["B", "Arn"]},
        "KmsMasterKeyId": {"Fn::If": ["Prod", {"Ref": "B"}, {"Ref": "AWS::NoValue"}]}}},
        "B": {"Type": "AWS::KMS::Key"}}}
      """, .json)
    for template in [short, long] {
      let properties = try #require(template.resources.first).properties
      #expect(properties["TopicName"]?.summary() == "${Env}-${B.Arn}-${x}")
      #expect(properties["DisplayName"]?.summary() == "${B.Arn}")
      #expect(properties["KmsMasterKeyId"]?.summary() == "if(${Prod}, ${B}, ${AWS::NoValue})")
      #expect(
        properties.references.map(\.reference.kind) == [
          .parameter, .resource, .resource, .condition, .resource, .pseudo,
        ])
    }
  }

  @Test func `The parts of a substitution stand where they are written`() throws {
    let template = cloudFormation(
      """
      Resources:
        A:
          Type: AWS::SNS::Topic
          Properties:
            TopicName: !Sub |
              one
              ${AWS::Region}
      """)
    let references = try #require(template.resources.first).properties.references
    #expect(references.count == 1)
    #expect(template.text(references[0].location) == "${AWS::Region}")
    #expect(template.lines(of: references[0].location) == 7...7)
  }

  @Test func `A policy written as JSON text becomes a map with its own lines`() throws {
    let template = cloudFormation(
      """
      Resources:
        P:
          Type: AWS::SQS::QueuePolicy
          Properties:
            PolicyDocument: |
              {
                "Statement": [{"Effect": "Allow", "Action": "sqs:*"}]
              }
      """)
    let statement = try #require(template.resources.first).properties.at("PolicyDocument", "Statement")?
      .elements.first
    let action = try #require(statement?["Action"])
    #expect(action.string == "sqs:*")
    #expect(template.text(action.location) == "\"sqs:*\"")
    #expect(template.lines(of: action.location) == 7...7)
  }

  @Test func `Inline code is found with its language and its lines`() throws {
    let template = cloudFormation(
      """
      Resources:
        F:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: nodejs20.x
            Code:
              ZipFile: |
                exports.handler = async () => {
                  return 1;
                };
      """)
    let code = try #require(template.functions.first)
    #expect(code.language == .javaScript)
    #expect(code.resource == 0)
    #expect(
      String(decoding: code.bytes, as: UTF8.self).hasPrefix("exports.handler = async () => {\n  return 1;\n"))
    #expect(template.lines(of: code.location) == 7...10)
  }

  @Test func `Excerpts are read: a lone section, lone resources, a lone resource`() {
    #expect(cloudFormation("Resources:\n  A:\n    Type: AWS::SNS::Topic").resources.map(\.name) == ["A"])
    #expect(
      cloudFormation("A:\n  Type: AWS::SNS::Topic\nB:\n  Type: Custom::X").resources.map(\.name) == [
        "A", "B",
      ])
    #expect(cloudFormation("Type: AWS::SNS::Topic").resources.map(\.type) == ["AWS::SNS::Topic"])
  }

  @Test func `Parameters, outputs, conditions and mappings are declarations`() {
    let template = cloudFormation(
      """
      Description: Shop
      Parameters: {Env: {Type: String}}
      Conditions: {Prod: !Equals [!Ref Env, prod]}
      Mappings: {M: {a: {b: 1}}}
      Outputs: {Url: {Value: !Ref Env}}
      """)
    #expect(template.declarations.map(\.kind) == [.description, .parameter, .condition, .mapping, .output])
    #expect(template.declarations(.output).first?.value["Value"]?.summary() == "${Env}")
  }

  @Test func `A loop over resources gives them its collection as count`() throws {
    let template = cloudFormation(
      """
      Transform: AWS::LanguageExtensions
      Resources:
        Fn::ForEach::Topics:
          - Name
          - [a, b]
          - Topic${Name}: {Type: AWS::SNS::Topic}
      """)
    let topic = try #require(template.resources.first)
    #expect(topic.name == "Topic${Name}")
    #expect(topic.count?.summary() == "[a, b]")
  }

  @Test func `Serverless types have the type that they become`() {
    let template = cloudFormation("Resources:\n  F:\n    Type: AWS::Serverless::Function")
    #expect(template.resources.map(\.type) == ["AWS::Serverless::Function"])
    #expect(template.resources.map(\.canonicalType) == ["AWS::Lambda::Function"])
  }

  @Test func `Ten thousand levels are survived and reported`() {
    let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let template = cloudFormation(
      "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"Properties\": {\"X\": \(deep)}}}}", .json)
    #expect(template.resources.map(\.name) == ["A"])
    #expect(template.problems.map(\.problem.kind) == [.nestingTooDeep])
  }
}
