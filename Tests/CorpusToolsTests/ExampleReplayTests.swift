import Knowledge
import TemplateModel
import Testing

@testable import CorpusTools

/// Every example of every known failure, as it is written and in forms that must not change the verdict.
struct ExampleReplayTests {
  struct Item: CustomTestStringConvertible, Sendable {
    let failure: KnownFailure
    let example: KnownFailure.Example
    var testDescription: String { "\(failure.id): \(example.name) (line \(example.line))" }
  }

  static let items = CorpusCase.knowledge.entries.flatMap { entry in
    entry.examples.map { Item(failure: entry, example: $0) }
  }
  static let replay = ExampleReplay(CorpusCase.knowledge, facts: CorpusCase.facts)

  @Test(arguments: items)
  func `An example gives the findings that it states, in every form`(_ item: Item) {
    let outcomes = Self.replay.outcomes(of: item.example, rule: item.failure.id)
    #expect(outcomes.count >= 4)
    for outcome in outcomes { #expect(outcome.faults == [], "\(outcome.form.rawValue)") }
  }

  @Test
  func `Every entry has an example that fires and one that stays silent, and shows a dialect`() {
    for entry in CorpusCase.knowledge.entries {
      #expect(entry.examples.contains { !$0.findings.isEmpty }, "\(entry.id)")
      #expect(entry.examples.contains { $0.findings.isEmpty }, "\(entry.id)")
    }
  }

  @Test
  func `An example that does not give what it states is told, in every form`() throws {
    let entry = try #require(CorpusCase.knowledge.entries.first)
    var example = try #require(entry.examples.first { !$0.findings.isEmpty })
    example.findings = []
    let outcomes = Self.replay.outcomes(of: example, rule: entry.id)
    for outcome in outcomes where outcome.form != .reordered { #expect(outcome.faults.count == 1) }
  }

  @Test
  func `Resources and properties of CloudFormation stand the other way round, with their lines`() {
    let text = """
      Resources:
        A:
          Type: AWS::SQS::Queue
          Properties:
            DelaySeconds: 1
            Tags:
              - Key: a
                Value: b
          DeletionPolicy: Retain
        B:
          Type: AWS::SNS::Topic
      Outputs:
        C:
          Value: 1

      """
    let form = ExampleForm.reordered.rewritten(text, language: "yaml")
    #expect(
      form?.text == """
        Resources:
          B:
            Type: AWS::SNS::Topic
          A:
            Type: AWS::SQS::Queue
            Properties:
              Tags:
                - Key: a
                  Value: b
              DelaySeconds: 1
            DeletionPolicy: Retain
        Outputs:
          C:
            Value: 1

        """)
    #expect(form?.origin(of: 2) == 10)
    #expect(form?.origin(of: 10) == 5)
  }

  @Test
  func `Blocks and arguments of HCL stand the other way round`() {
    let text = "resource \"a\" \"b\" {\n  x = 1\n  y = 2\n}\n\nresource \"c\" \"d\" {}\n"
    #expect(
      ExampleForm.reordered.rewritten(text, language: "hcl")?.text
        == "\nresource \"c\" \"d\" {}\nresource \"a\" \"b\" {\n  y = 2\n  x = 1\n}\n")
  }

  @Test
  func `Properties in a program stand the other way round, its parameters and statements do not`() {
    let text = """
      function make(
        a: string,
        b: string,
      ) {
        const queue = new Queue(this, 'Q', {
          delay: 1,
          name: 'x',
        });
      }
      """
    let form = ExampleForm.reordered.rewritten(text, language: "typescript")
    #expect(
      form?.text == text.replacing("    delay: 1,\n    name: 'x',", with: "    name: 'x',\n    delay: 1,"))
  }

  @Test
  func `A CloudFormation template in YAML is the same in JSON`() {
    let text =
      "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 1\n"
      + "      QueueName: !Sub '${B}-x'\n      Tags: [!GetAtt B.Arn.c, 'no', yes]\n"
    let json = ExampleForm.inJSON.rewritten(text, language: "yaml")?.text
    #expect(
      json?.split(whereSeparator: \.isWhitespace).joined()
        == "{\"Resources\":{\"A\":{\"Type\":\"AWS::SQS::Queue\",\"Properties\":{\"DelaySeconds\":1,"
        + "\"QueueName\":{\"Fn::Sub\":\"${B}-x\"},\"Tags\":[{\"Fn::GetAtt\":[\"B\",\"Arn.c\"]},\"no\",true]}}}}"
    )
    #expect(ExampleForm.inJSON.rewritten("services:\n  web: {}\n", language: "yaml") == nil)
  }

  @Test
  func `Resources in YAML are the same as a program, where each comes after those it refers to`() throws {
    let text =
      "Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 1\n"
      + "  B:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub '${A.QueueName}-${AWS::Region}'\n"
    let program = try #require(ExampleForm.inCDK.rewritten(text, language: "yaml")?.text)
    #expect(
      program.contains(
        "    const a = new sqs.CfnQueue(this, 'A', {\n      'delaySeconds': 1,\n    });\n"
          + "    const b = new sns.CfnTopic(this, 'B', {\n"
          + "      'topicName': `${a.attrQueueName}-${cdk.Aws.REGION}`,\n    });\n"))
    let forward = text.replacing("  A:", with: "  C:")
    #expect(ExampleForm.inCDK.rewritten(forward, language: "yaml") == nil)
    #expect(ExampleForm.inCDK.rewritten("Parameters: {}\n" + text, language: "yaml") == nil)
  }

  @Test
  func `Inside an answer only the code is indented anew`() {
    let form = ExampleForm.reindented.rewritten(
      "  text\n```yaml\n  - a: 1\n    b: 2\n```\n", language: "markdown")
    #expect(form?.text == "  text\n```yaml\n    -   a: 1\n        b: 2\n```\n")
  }
}
