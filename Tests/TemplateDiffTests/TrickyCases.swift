import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// The forty cases of the differ's design, by number, as far as CloudFormation and values built in code can say them.
struct TrickyCases {
  private func resource(_ type: String, _ properties: String, name: String = "R") -> String {
    "Resources:\n  \(name):\n    Type: \(type)\n    Properties: {\(properties)}"
  }

  private func x(_ value: String) -> String {
    "Resources:\n  B: {Type: AWS::S3::Bucket}\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {X: \(value)}"
  }

  private func expectSame(_ one: String, _ other: String, _ place: Testing.SourceLocation = #_sourceLocation)
  {
    #expect(deltas(one, other) == [], sourceLocation: place)
    #expect(deltas(other, one) == [], sourceLocation: place)
  }

  @Test func `1 A file against itself, with duplicate names and Sids`() {
    let text = """
      Resources:
        P:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Statement: [{Sid: A, Action: 'a:b'}, {Sid: A, Action: 'a:c'}, {Sid: A, Action: 'a:b'}]
        P: {Type: AWS::IAM::ManagedPolicy}
        P: {Type: AWS::S3::Bucket}
      """
    #expect(deltas(text, text) == [])
    #expect(template(text).problems.map(\.problem.kind) == [.duplicateKey, .duplicateKey])
  }

  @Test func `2 YAML against JSON with another order of keys`() {
    let yaml = """
      Resources:
        B:
          Type: AWS::S3::Bucket
          Properties: {BucketName: !Sub '${AWS::StackName}-x', Tags: [{Key: a, Value: '1'}]}
      """
    let json = """
      {"Resources": {"B": {"Properties": {"Tags": [{"Value": "1", "Key": "a"}],
        "BucketName": {"Fn::Sub": "${AWS::StackName}-x"}}, "Type": "AWS::S3::Bucket"}}}
      """
    let diff = TemplateDiff.compare(response: template(yaml), ideal: template(json, .json))
    #expect(diff.deltas.isEmpty)
    #expect(diff.condition == .identical)
  }

  @Test func `3 and 4 One function in several forms`() {
    expectSame(x("!GetAtt B.Arn"), x("{'Fn::GetAtt': [B, Arn]}"))
    expectSame(x("!Sub '${B}-x'"), x("!Join ['', [!Ref B, -x]]"))
    expectSame(x("!Sub '${B}-x'"), x("!Join ['-', [!Ref B, x]]"))
    expectSame(x("!Sub '${B.Arn}'"), x("!GetAtt B.Arn"))
    expectSame(x("!GetAZs ''"), x("!GetAZs {Ref: 'AWS::Region'}"))
  }

  @Test func `4b An expression that is not evaluated, in another style`() {
    func topic(_ text: String) -> Template {
      var template = template(x("1"))
      template.resources[1].properties.kind = .map([
        Member(
          key: "X", keyLocation: template.resources[1].location,
          value: Value(.computed(text), at: template.resources[1].location))
      ])
      return template
    }
    func count(_ one: String, _ other: String) -> Int {
      TemplateDiff.compare(response: topic(one), ideal: topic(other)).deltas.count
    }
    #expect(count("list.find((b) => b.id === x)", "list.find(b => b.id===x)") == 0)
    #expect(count("f(a,\n  b,\n)", "f(a, b)") == 0)
    #expect(count("f('a b')", "f('ab')") == 1)
    #expect(count("f(new A)", "f(newA)") == 1)
    #expect(count("g((b) => c)", "g(b => d)") == 1)
  }

  @Test func `5 and 6 Texts and numbers`() {
    #expect(deltas(x("'3.10'"), x("'3.1'")) == ["changed A X: 3.10 → 3.1"])
    expectSame(x("'443'"), x("443"))
    #expect(deltas(x("'012345678901'"), x("12345678901")) == ["changed A X: 012345678901 → 12345678901"])
  }

  @Test func `6b What the schema says of a type decides`() {
    var facts = SchemaFacts()
    facts.scalar = { type, property in type == "AWS::SNS::Topic" && property == "X" ? .number : nil }
    func count(_ one: String, _ other: String) -> Int {
      TemplateDiff.compare(response: template(x(one)), ideal: template(x(other)), facts: facts).deltas.count
    }
    #expect(count("'1.0'", "1") == 0)
    #expect(count("1", "'1.0'") == 0)
    #expect(count("1", "2") == 1)
    facts.scalar = { _, _ in .boolean }
    #expect(count("'True'", "true") == 0)
    #expect(count("true", "'False'") == 1)
  }

  @Test func `7 and 8 Pseudo parameters and attributes`() {
    #expect(
      deltas(x("!Ref AWS::Region"), x("!Ref AWS::AccountId")) == [
        "retargeted A X: ${AWS::Region} → ${AWS::AccountId}"
      ])
    #expect(deltas(x("!GetAtt B.Arn"), x("!GetAtt B.Name")) == ["retargeted A X: ${B.Arn} → ${B.Name}"])
  }

  @Test func `9 and 10 A literal and a reference`() {
    #expect(
      deltas(x("arn:aws:s3:::logs"), x("!GetAtt B.Arn")) == [
        "literalToReference A X: arn:aws:s3:::logs → ${B.Arn}"
      ])
    #expect(
      deltas(x("!GetAtt B.Arn"), x("arn:aws:s3:::logs")) == [
        "referenceToLiteral A X: ${B.Arn} → arn:aws:s3:::logs"
      ])
  }

  @Test func `11 A renamed bucket and its thirty references are one`() {
    func text(_ name: String) -> String {
      var text = "Resources:\n  \(name):\n    Type: AWS::S3::Bucket\n    Properties: {BucketName: logs}\n"
      for number in 1...30 {
        text += "  T\(number):\n    Type: AWS::SNS::Topic\n    DependsOn: \(name)\n"
        text += "    Properties: {X: !Sub 'arn:${\(name).Arn}/\(number)'}\n"
      }
      return text
    }
    let diff = TemplateDiff.compare(response: template(text("Logs")), ideal: template(text("Audit")))
    #expect(diff.deltas.map(\.kind) == [.renamed])
    #expect(diff.deltas.first?.followers.count == 60)
  }

  @Test func `12 Two resources swap their names`() {
    func text(_ one: String, _ other: String) -> String {
      """
      Resources:
        \(one):
          Type: AWS::SQS::Queue
          Properties: {DelaySeconds: 1, VisibilityTimeout: 30, KmsMasterKeyId: one, MessageRetentionPeriod: 9}
        \(other):
          Type: AWS::SQS::Queue
          Properties: {DelaySeconds: 5, VisibilityTimeout: 60, KmsMasterKeyId: two, MessageRetentionPeriod: 8}
        T:
          Type: AWS::SNS::Topic
          Properties: {X: !Ref \(one)}
      """
    }
    #expect(deltas(text("A", "B"), text("B", "A")) == ["renamed B: A → B", "renamed A: B → A"])
  }

  private func function(_ name: String, memory: Int, timeout: Int, runtime: String, handler: String = "a.b")
    -> String
  {
    """
    Resources:
      \(name):
        Type: AWS::Lambda::Function
        Properties:
          Runtime: \(runtime)
          MemorySize: \(memory)
          Timeout: \(timeout)
          Handler: \(handler)
          Role: arn:aws:iam::1:role/x
          Code: {S3Bucket: code, S3Key: app.zip}
          Tags: [{Key: Team, Value: core}]
      Other: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Handler: x.Y, Role: z}}
    """
  }

  @Test func `13 A rename with three edits is one pair with three deltas`() {
    #expect(
      deltas(
        function("OrderHandler", memory: 128, timeout: 3, runtime: "python3.8"),
        function("ProcessOrders", memory: 256, timeout: 30, runtime: "python3.12")) == [
          "renamed ProcessOrders: OrderHandler → ProcessOrders",
          "changed ProcessOrders Runtime: python3.8 → python3.12",
          "changed ProcessOrders MemorySize: 128 → 256",
          "changed ProcessOrders Timeout: 3 → 30",
        ])
  }

  @Test func `14 A rename with a create-only change is compared but not migrated`() {
    var facts = SchemaFacts()
    facts.update = { _, property in property == "Runtime" ? .createOnly : .inPlace }
    let diff = TemplateDiff.compare(
      response: template(function("OrderHandler", memory: 128, timeout: 3, runtime: "python3.8")),
      ideal: template(function("OrdersHandler", memory: 128, timeout: 3, runtime: "python3.12")), facts: facts
    )
    #expect(diff.deltas.map(\.kind) == [.renamed, .changed])
    #expect(diff.deltas.last?.impact == .replace)
    #expect(diff.pairs.map(\.isMigratable) == [false, true])
    #expect(DiffSummary(diff).line == "+0 ~1 -0, 1 replaced, 1 renamed")
  }

  @Test func `15 Ten identical queues, two removed`() {
    func queues(_ count: Int) -> String {
      "Resources:\n"
        + (1...count).map {
          "  Q\($0):\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 1, KmsMasterKeyId: k, VisibilityTimeout: 3, MessageRetentionPeriod: 4}\n"
        }
        .joined()
    }
    #expect(deltas(queues(10), queues(8)) == ["removed Q9:  → ", "removed Q10:  → "])
    #expect(deltas(queues(8), queues(10)) == ["added Q9:  → ", "added Q10:  → "])
  }

  @Test func `16 Twins told apart by who refers to them`() {
    func text(_ one: String, _ other: String) -> String {
      """
      Resources:
        \(one): {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 1}}
        \(other): {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 1}}
        First: {Type: AWS::SNS::Topic, Properties: {X: !Ref \(one), Y: 1}}
        Second: {Type: AWS::SSM::Parameter, Properties: {X: !Ref \(other), Y: 2}}
      """
    }
    #expect(deltas(text("A", "B"), text("D", "C")) == ["renamed D: A → D", "renamed C: B → C"])
  }

  @Test func `17 Two resources in a cycle, both renamed`() {
    func text(_ one: String, _ other: String) -> String {
      """
      Resources:
        \(one):
          Type: AWS::EC2::SecurityGroup
          Properties: {GroupDescription: web, VpcId: v, X: !GetAtt \(other).GroupId}
        \(other):
          Type: AWS::EC2::SecurityGroup
          Properties: {GroupDescription: database, VpcId: v, X: !GetAtt \(one).GroupId}
      """
    }
    #expect(
      deltas(text("A", "B"), text("Front", "Back")) == ["renamed Front: A → Front", "renamed Back: B → Back"])
  }

  @Test func `18 A resource in another stack is moved, not removed and added`() {
    // CDK and nested stacks give the unit; here it is set on values read from CloudFormation.
    let text = """
      Resources:
        Data: {Type: AWS::DynamoDB::Table, Properties: {TableName: orders, BillingMode: PAY_PER_REQUEST}}
        Web: {Type: AWS::S3::Bucket, Properties: {BucketName: web}}
        Api: {Type: AWS::SNS::Topic, Properties: {X: !Ref Data}}
      """
    var (response, ideal) = (template(text), template(text))
    for index in response.resources.indices { place(&response.resources[index], in: "App") }
    for index in ideal.resources.indices {
      place(&ideal.resources[index], in: index == 0 ? "Storage" : "App")
    }
    let diff = TemplateDiff.compare(response: response, ideal: ideal)
    #expect(diff.deltas.map(\.kind) == [.moved])
    #expect(diff.deltas.first?.response?.value?.string == "App")
    #expect(diff.deltas.first?.ideal?.value?.string == "Storage")
    #expect(DiffSummary(diff).line == "+0 ~0 -0, 1 moved")
  }

  @Test func `19 A module that is inlined moves its resources`() {
    // Terraform gives the unit; here it is set on values read from CloudFormation.
    let text = """
      Resources:
        Y: {Type: AWS::S3::Bucket, Properties: {BucketName: y, X: 1}}
        Z: {Type: AWS::SQS::Queue, Properties: {QueueName: z, X: 2}}
      """
    var response = template(text)
    response.resources[0].unit = "module.a"
    response.resources[0].address = "module.a.Y"
    let diff = TemplateDiff.compare(response: response, ideal: template(text))
    #expect(diff.deltas.map(\.kind) == [.moved])
    #expect(diff.pairs.map(\.isMigratable) == [true, true])
  }

  private func place(_ resource: inout Resource, in unit: String) {
    resource.unit = unit
    resource.address = "\(unit)/\(resource.name)"
  }

  @Test func `21 Tags in another order, and one value changed`() {
    let tags = { (tags: String) in resource("AWS::S3::Bucket", "Tags: [\(tags)]") }
    expectSame(tags("{Key: a, Value: 1}, {Key: b, Value: 2}"), tags("{Key: b, Value: 2}, {Key: a, Value: 1}"))
    #expect(
      deltas(tags("{Key: a, Value: 1}, {Key: b, Value: 2}"), tags("{Key: b, Value: 3}, {Key: a, Value: 1}"))
        == [
          "changed R Tags[b].Value: 2 → 3"
        ])
    expectSame(tags("{Key: a, Value: 1}"), resource("AWS::S3::Bucket", "Tags: {a: 1}"))
  }

  private func policy(_ statements: String) -> String {
    resource("AWS::IAM::ManagedPolicy", "PolicyDocument: {Version: '2012-10-17', Statement: [\(statements)]}")
  }

  @Test func `22 Statements in another order, and one action less`() {
    let (one, other) = (
      "{Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: a}",
      "{Effect: Allow, Action: 'sqs:SendMessage', Resource: b}"
    )
    expectSame(policy("\(one), \(other)"), policy("\(other), \(one)"))
    let less = "{Effect: Allow, Action: ['s3:GetObject'], Resource: a}"
    let diff = TemplateDiff.compare(
      response: template(policy("\(one), \(other)")), ideal: template(policy("\(other), \(less)")))
    #expect(diff.deltas.map(\.kind) == [.removed])
    #expect(diff.deltas.first?.response?.value?.string == "s3:PutObject")
    #expect(diff.deltas.first?.access == .narrowed)
  }

  @Test func `23 One action or a list of one, in any case`() {
    let action = { (text: String) in policy("{Effect: Allow, Action: \(text), Resource: a}") }
    expectSame(action("'s3:Get*'"), action("['s3:Get*']"))
    expectSame(action("'s3:Get*'"), action("'S3:get*'"))
  }

  @Test func `24 Deny and Allow swapped under the same Sid`() {
    let text = { (one: String, other: String) in
      policy(
        "{Sid: A, Effect: \(one), Action: a, Resource: r}, {Sid: B, Effect: \(other), Action: b, Resource: r}"
      )
    }
    let diff = TemplateDiff.compare(
      response: template(text("Allow", "Deny")), ideal: template(text("Deny", "Deny")))
    #expect(diff.deltas.map(\.path.description) == ["PolicyDocument.Statement[A].Effect"])
    #expect(diff.deltas.map(\.access) == [.narrowed])
  }

  private func containers(_ containers: String) -> String {
    resource("AWS::ECS::TaskDefinition", "ContainerDefinitions: [\(containers)]")
  }

  @Test func `25 A container inserted at the head`() {
    let (web, side) = ("{Name: web, Image: w, Cpu: 1}", "{Name: side, Image: s, Cpu: 2}")
    #expect(
      deltas(containers(web), containers("\(side), \(web)")) == [
        "added R ContainerDefinitions[side]:  → {Name: side, Image: s, Cpu: 2}"
      ])
  }

  @Test func `26 A container renamed but otherwise equal`() {
    #expect(
      deltas(
        containers("{Name: web, Image: w, Cpu: 1}, {Name: b, Image: x}"),
        containers("{Name: front, Image: w, Cpu: 1}, {Name: b, Image: x}")) == [
          "renamed R ContainerDefinitions[front].Name: web → front"
        ])
  }

  @Test func `27 Cache behaviours in another order`() {
    let text = { (list: String) in
      resource("AWS::CloudFront::Distribution", "DistributionConfig: {CacheBehaviors: [\(list)]}")
    }
    let (one, other) = ("{PathPattern: /a, X: 1}", "{PathPattern: '*', X: 2}")
    let diff = TemplateDiff.compare(
      response: template(text("\(one), \(other)")), ideal: template(text("\(other), \(one)")))
    #expect(diff.deltas.map(\.kind) == [.reordered])
  }

  private func group(_ rules: String, more: String = "") -> String {
    """
    Resources:
      G:
        Type: AWS::EC2::SecurityGroup
        Properties: {GroupDescription: web, SecurityGroupIngress: [\(rules)]}
    """ + more
  }

  @Test func `28 An ingress opened to the world is one delta`() {
    let rule = { (cidr: String) in "{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: \(cidr)}" }
    let diff = TemplateDiff.compare(
      response: template(group(rule("10.0.0.0/16"))), ideal: template(group(rule("0.0.0.0/0"))))
    #expect(diff.deltas.map(\.kind) == [.changed])
    #expect(diff.deltas.map(\.path.description) == ["SecurityGroupIngress[0].CidrIp"])
    #expect(diff.deltas.map(\.access) == [.widened])
  }

  @Test func `29 An inline rule that became a resource is split`() {
    let keep = "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}"
    let inline = "{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}"
    let own = """

        I:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: {GroupId: !GetAtt G.GroupId, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}
      """
    let (before, after) = (group("\(keep), \(inline)"), group(keep, more: own))
    let split = TemplateDiff.compare(response: template(before), ideal: template(after))
    #expect(split.deltas.map(\.kind) == [.split])
    let merged = TemplateDiff.compare(response: template(after), ideal: template(before))
    #expect(merged.deltas.map(\.kind) == [.merged])
  }

  @Test func `30 Missing and NoValue are the same, null is not`() {
    expectSame(x("{a: !Ref 'AWS::NoValue'}"), x("{}"))
    expectSame(x("[a, !Ref 'AWS::NoValue']"), x("[a]"))
    #expect(deltas(x("{a: null}"), x("{}")) == ["removed A X.a: null → "])
  }

  @Test func `31 A value made conditional`() {
    var facts = SchemaFacts()
    facts.update = { _, _ in .createOnly }
    let diff = TemplateDiff.compare(
      response: template(x("!Ref B")), ideal: template(x("!If [C, !Ref B, other]")), facts: facts)
    #expect(diff.deltas.map(\.kind) == [.conditionalised])
    #expect(diff.deltas.map(\.impact) == [.mayReplace])
  }

  @Test func `32 What refers to a replaced resource through Join is replaced too`() {
    var facts = SchemaFacts()
    facts.update = { type, property in
      switch (type, property) {
      case ("AWS::EC2::Subnet", "CidrBlock"), ("AWS::EC2::Instance", "SubnetId"): .createOnly
      default: .inPlace
      }
    }
    func text(_ cidr: String, _ value: String) -> String {
      """
      Resources:
        S: {Type: AWS::EC2::Subnet, Properties: {CidrBlock: \(cidr)}}
        I: {Type: AWS::EC2::Instance, Properties: {SubnetId: \(value)}}
      """
    }
    func consequences(_ value: String) -> [Consequence] {
      TemplateDiff.compare(
        response: template(text("10.0.0.0/24", value)), ideal: template(text("10.0.1.0/24", value)),
        facts: facts
      )
      .consequences
    }
    #expect(
      consequences("!Join ['', [!Ref S, '']]") == [
        Consequence(pair: 1, impact: .replace, property: "SubnetId", cause: 0)
      ])
    #expect(
      consequences("!If [C, !Ref S, x]") == [
        Consequence(pair: 1, impact: .mayReplace, property: "SubnetId", cause: 0)
      ])
    #expect(consequences("x") == [])
  }

  @Test func `33 A policy as text or as an object`() {
    let object = resource(
      "AWS::IAM::ManagedPolicy",
      "PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: a}]}")
    let text = resource(
      "AWS::IAM::ManagedPolicy",
      #"PolicyDocument: '{"Statement": [{"Action": "a", "Effect": "Allow"}], "Version": "2012-10-17"}'"#)
    let spaced = resource(
      "AWS::IAM::ManagedPolicy",
      #"PolicyDocument: '{ "Statement" : [ {"Action":"a","Effect":"Allow"} ],  "Version":"2012-10-17" }'"#)
    expectSame(object, text)
    expectSame(text, spaced)
  }

  @Test func `34 Anchors and merge keys are the same as what they stand for`() {
    let short = """
      Resources:
        A: {Type: AWS::SNS::Topic, Properties: &p {X: 1, Y: [a]}}
        B: {Type: AWS::SNS::Topic, Properties: {<<: *p, Z: 2}}
      """
    let long = """
      Resources:
        A: {Type: AWS::SNS::Topic, Properties: {X: 1, Y: [a]}}
        B: {Type: AWS::SNS::Topic, Properties: {X: 1, Y: [a], Z: 2}}
      """
    expectSame(short, long)
  }

  @Test func `35 Words of YAML are typed by CloudFormation's rules`() {
    expectSame(x("{a: on, b: NO, c: '2012-10-17'}"), x("{a: true, b: false, c: 2012-10-17}"))
    #expect(deltas(x("0o17"), x("'15'")).count == 1)
  }

  @Test func `36 The last resource of a truncated response is known to be incomplete`() {
    let cut = """
      {"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"X": 1}},
        "B": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "ord
      """
    let whole = """
      {"Resources": {"A": {"Type": "AWS::SNS::Topic", "Properties": {"X": 1}},
        "B": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}},
        "C": {"Type": "AWS::SNS::Topic"}}}
      """
    let response = template(cut, .json)
    let diff = TemplateDiff.compare(response: response, ideal: template(whole, .json))
    #expect(response.resources.last?.isComplete == false)
    #expect(diff.deltas.contains { $0.kind == .added && $0.subject == .resource(response: nil, ideal: 2) })
    #expect(!diff.deltas.contains { $0.kind == .removed })
    let behind = diff.deltas.filter(\.isPastBreak).map(\.subject)
    #expect(behind == [.resource(response: nil, ideal: 2)])
    let back = TemplateDiff.compare(response: template(whole, .json), ideal: response)
    #expect(back.deltas.filter(\.isPastBreak).map(\.kind) == [.removed])
  }

  @Test func `36b What stands before the last complete resource is missing, not behind the break`() {
    let cut = """
      {"Resources": {"A": {"Type": "AWS::SNS::Topic"}, "C": {"Type": "AWS::S3::Bucket"},
        "D": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "ord
      """
    let whole = """
      {"Resources": {"A": {"Type": "AWS::SNS::Topic"}, "B": {"Type": "AWS::SSM::Parameter"},
        "C": {"Type": "AWS::S3::Bucket"},
        "D": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}},
        "E": {"Type": "AWS::KMS::Key"}}}
      """
    let diff = TemplateDiff.compare(response: template(cut, .json), ideal: template(whole, .json))
    let added = diff.deltas.filter { $0.kind == .added && $0.path.steps.isEmpty }
    #expect(added.map(\.isPastBreak) == [false, true])
  }

  @Test func `37 A superseded draft and a fence without a tag, in the document's lines`() {
    let answer = { (retention: Int) in
      """
      # Answer

      A first draft, `template.yaml`:

      ```yaml
      Resources:
        Q: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 1}}
      ```

      The final version, `template.yaml`:

      ```
      Resources:
        Q:
          Type: AWS::SQS::Queue
          Properties:
            MessageRetentionPeriod: \(retention)
      ```
      """
    }
    let sides = [1, 2].map {
      TemplateReader.template(from: [SourceFile(path: "answer.md", text: answer($0))])
    }
    let diff = TemplateDiff.compare(response: sides[0], ideal: sides[1])
    #expect(sides[0].files.map(\.standing) == [.superseded, .final])
    #expect(words(diff) == ["changed Q MessageRetentionPeriod: 1 → 2"])
    #expect(diff.deltas.compactMap { $0.response.map { sides[0].lines(of: $0.location) } } == [17...17])
  }

  @Test func `38 Hashed names and the metadata of the CDK are no differences of content`() {
    func text(_ suffix: String, _ path: String) -> String {
      """
      Resources:
        Logs\(suffix):
          Type: AWS::S3::Bucket
          Properties: {VersioningConfiguration: {Status: Enabled}}
          Metadata: {'aws:cdk:path': \(path)}
        Data\(suffix):
          Type: AWS::S3::Bucket
          Properties: {VersioningConfiguration: {Status: Enabled}}
          Metadata: {'aws:cdk:path': \(path)}
      """
    }
    #expect(
      deltas(text("0A1B2C3D", "a/b"), text("9F8E7D6C", "c/d")) == [
        "renamed Logs9F8E7D6C: Logs0A1B2C3D → Logs9F8E7D6C",
        "renamed Data9F8E7D6C: Data0A1B2C3D → Data9F8E7D6C",
      ])
    #expect(deltas(text("", "a/b"), text("", "c/d")) == [])
  }

  @Test func `40 Thousands of twins with every name changed give the same pairs either way`() {
    // The hundred thousand of the design are measured by plumbline-bench.
    func text(_ prefix: String) -> String {
      "{\"Resources\": {"
        + (0..<2000).map {
          "\"\(prefix)\($0)\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"A\": 1, \"B\": 2, \"C\": 3, \"D\": 4}}"
        }.joined(separator: ",") + "}}"
    }
    let (one, other) = (template(text("Queue"), .json), template(text("Line"), .json))
    let forth = TemplateDiff.compare(response: one, ideal: other)
    let back = TemplateDiff.compare(response: other, ideal: one)
    #expect(forth.pairs.count == 2000)
    #expect(
      Set(forth.pairs.map { [$0.response, $0.ideal] }) == Set(back.pairs.map { [$0.ideal, $0.response] }))
    #expect(forth.limits.pairedInOrder == 2000)
    #expect(forth.deltas.allSatisfy { $0.kind == .renamed })
  }

  @Test func `39 Line breaks and a byte order mark change nothing, mangled text does`() {
    let text =
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: gr\u{FC}\u{DF}e\n"
    expectSame(text, text.replacing("\n", with: "\r\n"))
    #expect(deltas(text, text.replacing("\u{FC}\u{DF}", with: "??")).count == 1)
  }
}
