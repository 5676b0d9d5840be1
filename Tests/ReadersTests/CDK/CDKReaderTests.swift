import SourceText
import TemplateModel
import Testing

struct CDKReaderTests {
  private let head = """
    import * as cdk from 'aws-cdk-lib';
    import * as s3 from 'aws-cdk-lib/aws-s3';
    import * as ec2 from 'aws-cdk-lib/aws-ec2';
    import * as sqs from 'aws-cdk-lib/aws-sqs';
    import * as lambda from 'aws-cdk-lib/aws-lambda';

    """

  private func stack(_ body: String) -> Template {
    cdk(
      "a.ts",
      head
        + "class App extends cdk.Stack { constructor(scope, id, props) { super(scope, id, props);\n\(body)\n} }"
    )
  }

  @Test func `A construct has its type, name, unit and lines`() throws {
    let template = stack("new s3.Bucket(this, 'Logs', {\n  versioned: true,\n});")
    let bucket = try #require(template.resources.first)
    #expect(bucket.type == "s3.Bucket")
    #expect(bucket.canonicalType == "AWS::S3::Bucket")
    #expect(bucket.name == "Logs")
    #expect(bucket.unit == "App")
    #expect(bucket.address == "App/Logs")
    #expect(template.lines(of: bucket.location) == 7...9)
    #expect(template.text(bucket.nameLocation) == "'Logs'")
    #expect(template.text(bucket.typeLocation) == "s3.Bucket")
    let versioned = try #require(bucket.properties["versioned"])
    #expect(template.lines(of: versioned.location) == 8...8)
  }

  @Test func `Computed ids keep their text`() {
    let template = stack(
      """
      const prefix = 'app'; const stage = props.stage;
      new s3.Bucket(this, `${prefix}-logs`);
      new s3.Bucket(this, `${stage}-data`);
      new s3.Bucket(this, prefix + 'Site');
      """)
    #expect(template.resources.map(\.name) == ["app-logs", "${stage}-data", "appSite"])
  }

  @Test func `Java's wildcard imports are searched for the class`() {
    let template = cdk(
      "A.java",
      """
      import software.amazon.awscdk.*;
      import software.amazon.awscdk.services.apigateway.*;
      import software.amazon.awscdk.services.stepfunctions.*;
      import software.amazon.awscdk.services.stepfunctions.tasks.*;
      import software.amazon.awscdk.services.wafv2.*;
      class App extends Stack { App(Construct scope, String id) { super(scope, id);
        CfnWebACL.Builder.create(this, "Firewall").build();
        LambdaInvoke.Builder.create(this, "Invoke").build();
        Pass.Builder.create(this, "Start").build();
      } }
      """)
    #expect(
      template.outline == [
        "AWS::WAFv2::WebACL App/Firewall", "stepfunctionstasks.LambdaInvoke App/Invoke",
        "stepfunctions.Pass App/Start",
      ])
  }

  @Test func `Stacks are no resources, but modules with what they are given`() throws {
    let template = cdk(
      "a.ts",
      head
        + "const app = new cdk.App();\nconst net = new cdk.Stack(app, 'Net', { env: { region: 'eu-west-1' } });\n"
        + "new s3.Bucket(net, 'Logs');")
    #expect(template.outline == ["AWS::S3::Bucket Net/Logs"])
    let module = try #require(template.declarations(.module).first)
    #expect(module.name == "Net")
    #expect(module.value.at("env", "region")?.string == "eu-west-1")
  }

  @Test func `A resource is followed through fields, stacks and properties`() {
    let template = cdk([
      (
        "network.ts",
        "import * as ec2 from 'aws-cdk-lib/aws-ec2';\nexport class Network extends cdk.Stack { readonly vpc: ec2.Vpc;\n"
          + "constructor(scope, id) { super(scope, id); this.vpc = new ec2.Vpc(this, 'Vpc'); } }"
      ),
      (
        "app.ts",
        head
          + """
          import { Network } from './network';
          interface Props extends cdk.StackProps { vpc: ec2.IVpc }
          class Service extends cdk.Stack { constructor(scope, id, private readonly props: Props) { super(scope, id, props);
            new ec2.SecurityGroup(this, 'Web', { vpc: props.vpc });
            this.more();
          }
          more() { new ec2.SecurityGroup(this, 'More', { vpc: this.props.vpc, id: this.props.vpc.vpcId }); } }
          const app = new cdk.App();
          const network = new Network(app, 'Network');
          new Service(app, 'Service', { vpc: network.vpc });
          """
      ),
    ])
    #expect(template.resource("Web")?.text("vpc") == "${Network/Vpc}")
    #expect(template.resource("More")?.text("vpc") == "${Network/Vpc}")
    #expect(template.resource("More")?.text("id") == "${Network/Vpc.vpcId}")
    #expect(template.resource("Web")?.properties["vpc"]?.references.map(\.reference.kind) == [.resource])
  }

  @Test func `Loops and conditions stand beside the resource`() throws {
    let template = stack(
      """
      for (const zone of ['a', 'b']) { new s3.Bucket(this, `Logs-${zone}`); }
      ['x'].forEach(name => new s3.Bucket(this, name));
      if (props.isProduction) { new s3.Bucket(this, 'Backup'); } else { new s3.Bucket(this, 'Scratch'); }
      """)
    #expect(template.resources.map { $0.count?.summary() } == ["[a, b]", "[x]", nil, nil])
    #expect(template.resource("Backup")?.condition?.summary() == "props.isProduction")
    #expect(template.resource("Scratch")?.condition?.summary() == "not(props.isProduction)")
  }

  @Test func `Methods that make a construct make a resource`() {
    let template = stack(
      """
      const vpc = new ec2.Vpc(this, 'Vpc');
      vpc.addInterfaceEndpoint('Logs', { service: ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS });
      const api = new apigateway.RestApi(this, 'Api');
      api.root.addResource('items').addMethod('GET', new apigateway.LambdaIntegration(fn));
      """)
    #expect(
      template.outline == [
        "AWS::EC2::VPC App/Vpc", "AWS::EC2::VPCEndpoint App/Vpc/Logs", "AWS::ApiGateway::RestApi App/Api",
        "AWS::ApiGateway::Method App/Api/items/GET", "AWS::ApiGateway::Resource App/Api/items",
      ])
  }

  @Test func `Methods that change a construct change its properties`() throws {
    let template = stack(
      """
      const queue = new sqs.Queue(this, 'Jobs');
      const data = new s3.Bucket(this, 'Data', { lifecycleRules: [{ id: 'a' }] });
      data.addLifecycleRule({ id: 'b' });
      data.grantRead(role);
      data.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);
      data.node.addDependency(queue);
      const cfn = data.node.defaultChild as s3.CfnBucket;
      cfn.addPropertyOverride('VersioningConfiguration.Status', 'Enabled');
      cfn.bucketName = 'data';
      cdk.Tags.of(data).add('Team', 'Core');
      const group = new ec2.SecurityGroup(this, 'Web', { vpc });
      group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443), 'https');
      """)
    let data = try #require(template.resource("Data"))
    #expect(data.text("lifecycleRules") == "[{id: a}, {id: b}]")
    #expect(data.text("grants") == "[grantRead(${role})]")
    #expect(data.text("removalPolicy") == "RemovalPolicy.RETAIN")
    #expect(data.text("tags") == "{Team: Core}")
    #expect(data.text("bucketName") == "data")
    #expect(data.attribute("Properties.VersioningConfiguration.Status")?.string == "Enabled")
    #expect(data.dependsOn.map(\.reference.target) == ["App/Jobs"])
    #expect(
      template.resource("Web")?.text("ingress")
        == "[{peer: Peer.anyIpv4(), connection: Port.tcp(443), description: https}]")
  }

  @Test func `Tokens and functions have the model's words`() {
    let template = stack(
      """
      new s3.Bucket(this, 'A', {
        join: cdk.Fn.join('-', ['a', cdk.Aws.REGION]), sub: cdk.Fn.sub('${AWS::Region}-x'),
        value: cdk.Fn.importValue('Shared'), account: this.account, days: cdk.Duration.days(7),
        suffix: props?.suffix || this.node.tryGetContext('suffix') || 'dev',
      });
      """)
    #expect(
      template.resources.first?.propertyTexts == [
        "account: ${AWS::AccountId}", "days: Duration.days(7)", "join: a-${AWS::Region}",
        "sub: ${AWS::Region}-x",
        "suffix: ${suffix}", "value: importValue(Shared)",
      ])
  }

  @Test func `Look-ups are marked, and what is no construct is none`() {
    let template = stack(
      """
      const vpc = ec2.Vpc.fromLookup(this, 'Shared', { isDefault: true });
      const other = s3.Bucket.fromBucketArn(this, 'Other', 'arn:aws:s3:::x');
      new iam.PolicyStatement({ actions: [] });
      new origins.HttpOrigin('example.com', {});
      new targets.LambdaFunction(fn, { retryAttempts: 2 });
      """)
    #expect(template.outline == ["AWS::EC2::VPC App/Shared", "AWS::S3::Bucket App/Other"])
    #expect(template.resources.map(\.isLookup) == [true, true])
    #expect(template.resource("Other")?.text("bucketArn") == "arn:aws:s3:::x")
  }

  @Test func `Inline code leads back to its place`() throws {
    let template = stack(
      """
      new lambda.Function(this, 'Fn', { runtime: lambda.Runtime.NODEJS_20_X, handler: 'index.handler',
        code: lambda.Code.fromInline(`exports.handler = async () => 1;`) });
      """)
    let code = try #require(template.functions.first)
    #expect(code.resource == 0)
    #expect(code.language == .javaScript)
    #expect(String(decoding: code.bytes, as: UTF8.self) == "exports.handler = async () => 1;")
    #expect(template.documents[0].bytes[Int(code.map.document(0))] == UInt8(ascii: "e"))
  }

  @Test func `Excerpts without imports are read by the usual aliases`() {
    let template = cdk(
      "a.ts", "const logs = new s3.Bucket(this, 'Logs', { encryption: s3.BucketEncryption.KMS });\n// ...")
    #expect(template.outline == ["AWS::S3::Bucket Logs"])
    #expect(template.resources.first?.text("encryption") == "BucketEncryption.KMS")
  }

  @Test func `A program that breaks off gives what stands before`() {
    let template = stack(
      "new s3.Bucket(this, 'Logs', { versioned: true });\nnew s3.Bucket(this, 'Data', { bucketName: `x-${")
    #expect(template.outline == ["AWS::S3::Bucket App/Logs", "AWS::S3::Bucket App/Data"])
    #expect(!template.problems.isEmpty)
    #expect(!template.files[0].isComplete)
  }

  @Test func `Every prefix of a program can be read`() {
    let text =
      head + "class App extends cdk.Stack { constructor(scope, id) { super(scope, id); const x = { a: 1 };\n"
      + "new s3.Bucket(this, `L-${id}`, { ...x, rules: [{ id: 'a' }] }).grantRead(role); } }"
    for end in stride(from: 0, to: text.utf8.count, by: 7) {
      let template = cdk("a.ts", String(decoding: Array(text.utf8)[..<end], as: UTF8.self))
      #expect(template.resources.count <= 1)
    }
  }
}
