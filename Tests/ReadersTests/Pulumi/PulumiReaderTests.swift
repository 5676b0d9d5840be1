import TemplateModel
import Testing

struct PulumiReaderTests {
  @Test func `Configuration and environment are parameters with their defaults`() throws {
    let template = program(
      """
      import * as pulumi from "@pulumi/pulumi";
      import * as aws from "@pulumi/aws";
      const config = new pulumi.Config();
      const size = config.get("size") || "small";
      const env = process.env.ENVIRONMENT_SUFFIX ?? "dev";
      new aws.ec2.Instance(`web-${env}`, { instanceType: size, tags: { Env: env }, userData: config.requireSecret("boot") });
      """, .typeScript, .pulumi)
    #expect(
      outline(template) == [
        "AWS::EC2::Instance aws.ec2.Instance web-${environmentSuffix}", "  instanceType = ${size}",
        "  tags = {Env: ${ENVIRONMENT_SUFFIX}}", "  userData = ${boot}", "parameter /size = {default: small}",
        "parameter /ENVIRONMENT_SUFFIX = {default: dev}", "parameter /boot = {secret: true}",
      ])
  }

  @Test func `Outputs are what they are made of`() throws {
    let template = program(
      """
      import json
      import pulumi
      import pulumi_aws as aws
      a = aws.s3.Bucket("a")
      b = aws.s3.Bucket("b")
      aws.s3.BucketPolicy("p", bucket=a.id, policy=pulumi.Output.all(a.arn, b.arn).apply(
          lambda args: json.dumps({"Statement": [{"Resource": [args[0], f"{args[1]}/*"]}]})))
      aws.ssm.Parameter("q", value=a.arn.apply(lambda arn: f"<{arn}>"))
      """, .python, .pulumi)
    #expect(
      template.resources[2].properties["policy"]?.summary()
        == "{Statement: [{Resource: [${a.arn}, ${b.arn}/*]}]}")
    #expect(template.resources[3].properties["value"]?.summary() == "<${a.arn}>")
  }

  @Test func `A policy written as text with holes is a map whose parts stand where they are written`() throws
  {
    let template = program(
      """
      const key = new aws.kms.Key("key", {});
      const topic = new aws.sns.TopicPolicy("policy", {
        policy: pulumi.interpolate`{
          "Statement": [{
            "Resource": "${key.arn}/x",
            "Action": "kms:*"
          }]
        }`,
      });
      """, .typeScript, .pulumi)
    let statement = try #require(template.resources[1].properties.at("policy", "Statement")?.elements.first)
    #expect(statement.summary() == "{Resource: ${key.arn}/x, Action: kms:*}")
    let action = try #require(statement.member("Action"))
    #expect(template.lines(of: action.location) == 6...6)
  }

  @Test func `Inline handlers are embedded code in the file's language`() throws {
    let template = program(
      """
      const code = `exports.handler = async () => {
        return 1;
      };`;
      new aws.lambda.Function("f", {
        runtime: "nodejs20.x",
        code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(code) }),
      });
      """, .typeScript, .pulumi)
    let function = try #require(template.functions.first)
    #expect(function.resource == 0)
    #expect(function.language == .javaScript)
    #expect(template.lines(of: function.location) == 1...3)
  }

  @Test func `Loops, conditions and lists that grow`() throws {
    let template = program(
      """
      import pulumi_aws as aws
      subnets = []
      for i, zone in enumerate(["a", "b"]):
          subnet = aws.ec2.Subnet(f"subnet-{i}", availability_zone=zone)
          subnets.append(subnet)
      if public:
          aws.lb.LoadBalancer("lb", subnets=[s.id for s in subnets], internal=False)
      """, .python, .pulumi)
    #expect(
      outline(template) == [
        "AWS::EC2::Subnet aws.ec2.Subnet subnet-${i}", "  availabilityZone = ${zone}", "  for [a, b]",
        "AWS::ElasticLoadBalancingV2::LoadBalancer aws.lb.LoadBalancer lb", "  subnets = [${subnet-${i}.id}]",
        "  internal = false", "  if ${public}",
      ])
  }

  @Test func `What exists already is looked up, and providers are declarations`() throws {
    let template = program(
      """
      import * as aws from "@pulumi/aws";
      const west = new aws.Provider("west", { region: "us-west-2" });
      const caller = aws.getCallerIdentityOutput();
      const old = aws.s3.Bucket.get("old", "old-bucket");
      new aws.s3.BucketObject("o", { bucket: old.id, key: caller.accountId }, { provider: west });
      """, .typeScript, .pulumi)
    #expect(
      outline(template) == [
        "aws.getCallerIdentity aws.getCallerIdentity getCallerIdentity looked up",
        "AWS::S3::Bucket aws.s3.Bucket old looked up", "  id = old-bucket",
        "aws.s3.BucketObject aws.s3.BucketObject o", "  bucket = ${old.id}",
        "  key = ${getCallerIdentity.accountId}",
        "  [provider] = ${west}", "provider /west = {region: us-west-2}",
      ])
  }

  @Test func `A program that is cut off anywhere is read as far as it goes`() {
    let text = """
      import * as aws from "@pulumi/aws";
      const a = new aws.s3.Bucket("a", { tags: { x: `${b}` } });
      const c = a.arn.apply(v => JSON.stringify({ v }));
      """
    var counts: [Int] = []
    for length in 0...text.utf8.count {
      let template = program(String(decoding: text.utf8.prefix(length), as: UTF8.self), .typeScript, .pulumi)
      counts.append(template.resources.count)
    }
    #expect(counts.last == 1)
    #expect(counts.allSatisfy { $0 <= 1 })
  }

  @Test func `Names that feed on one another are followed without end in linear time`() {
    var text = "import * as aws from \"@pulumi/aws\";\nconst x0 = y;\n"
    for index in 1...200 { text += "const x\(index) = x\(index - 1) + x\(index - 1);\n" }
    text += "new aws.s3.Bucket(\"a\", { bucket: x200 });\n"
    #expect(program(text, .typeScript, .pulumi).resources.count == 1)
  }
}
