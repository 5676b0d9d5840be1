import TemplateModel
import Testing

/// The same program in every language gives the same template.
struct PulumiLanguagesTests {
  @Test func `TypeScript gives types, names, properties and references`() {
    #expect(outline(program(PulumiStore.typeScript, .typeScript, .pulumi)) == PulumiStore.outline)
  }

  @Test(arguments: [
    (PulumiStore.python, Language.python), (PulumiStore.go, .go), (PulumiStore.java, .java),
    (PulumiStore.yaml, .yaml),
  ])
  func `The other languages give the same`(text: String, language: Language) {
    #expect(outline(program(text, language, .pulumi)) == PulumiStore.outline)
  }

  @Test func `A component is the unit of what it makes in every language`() {
    let expected = outline(program(PulumiComponent.typeScript, .typeScript, .pulumi))
    #expect(
      expected == [
        "AWS::SNS::Topic aws.sns.Topic Alerts/alerts-topic", "  displayName = ops",
        "output Alerts/topicArn = ${Alerts/alerts-topic.arn}",
        "module /alerts = {source: Alerts, address: ops}",
        "output /arn = ${Alerts/alerts-topic.arn}",
      ])
    #expect(outline(program(PulumiComponent.python, .python, .pulumi)) == expected)
    #expect(outline(program(PulumiComponent.java, .java, .pulumi)).prefix(2) == expected.prefix(2))
  }
}

/// A bucket with its policy, a queue and a function.
private enum PulumiStore {
  static let outline = [
    "AWS::S3::Bucket aws.s3.Bucket store",
    "  bucket = store-${env}",
    "  versioning = {enabled: true}",
    "  tags = {Owner: team, cost_center: 42}",
    "AWS::SQS::Queue aws.sqs.Queue jobs",
    "  visibilityTimeoutSeconds = 30",
    "  [protect] = true",
    "  after store",
    "AWS::IAM::Role aws.iam.Role role",
    "  assumeRolePolicy = {Version: 2012-10-17, Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, "
      + "Action: sts:AssumeRole}]}",
    "AWS::Lambda::Function aws.lambda.Function worker",
    "  role = ${role.arn}",
    "  runtime = python3.12",
    "  environment = {variables: {QUEUE_URL: ${jobs.url}, PREFIX: s3://${store.bucket}/in}}",
    "parameter /env = {}",
    "output /bucketArn = ${store.arn}",
  ]

  static let typeScript = """
    import * as pulumi from "@pulumi/pulumi";
    import * as aws from "@pulumi/aws";

    const config = new pulumi.Config();
    const env = config.require("env");
    const bucket = new aws.s3.Bucket("store", {
      bucket: `store-${env}`,
      versioning: { enabled: true },
      tags: { Owner: "team", cost_center: "42" },
    });
    const queue = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: 30 }, { protect: true, dependsOn: [bucket] });
    const role = new aws.iam.Role("role", {
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const worker = new aws.lambda.Function("worker", {
      role: role.arn,
      runtime: "python3.12",
      environment: { variables: { QUEUE_URL: queue.url, PREFIX: pulumi.interpolate`s3://${bucket.bucket}/in` } },
    });
    export const bucketArn = bucket.arn;
    """

  static let python = #"""
    import json
    import pulumi
    import pulumi_aws as aws

    config = pulumi.Config()
    env = config.require("env")
    bucket = aws.s3.Bucket(
        "store",
        bucket=f"store-{env}",
        versioning=aws.s3.BucketVersioningArgs(enabled=True),
        tags={"Owner": "team", "cost_center": "42"},
    )
    queue = aws.sqs.Queue(
        "jobs",
        visibility_timeout_seconds=30,
        opts=pulumi.ResourceOptions(protect=True, depends_on=[bucket]),
    )
    role = aws.iam.Role(
        "role",
        assume_role_policy=json.dumps({
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow",
                "Principal": {"Service": "lambda.amazonaws.com"},
                "Action": "sts:AssumeRole",
            }],
        }),
    )
    worker = aws.lambda_.Function(
        "worker",
        role=role.arn,
        runtime="python3.12",
        environment={"variables": {
            "QUEUE_URL": queue.url,
            "PREFIX": pulumi.Output.concat("s3://", bucket.bucket, "/in"),
        }},
    )
    pulumi.export("bucketArn", bucket.arn)
    """#

  static let go = #"""
    package main

    import (
      "encoding/json"
      "fmt"

      "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"
      "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
      "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3"
      "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/sqs"
      "github.com/pulumi/pulumi/sdk/v3/go/pulumi"
      "github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
    )

    func main() {
      pulumi.Run(func(ctx *pulumi.Context) error {
        cfg := config.New(ctx, "")
        env := cfg.Require("env")
        bucket, err := s3.NewBucket(ctx, "store", &s3.BucketArgs{
          Bucket:     pulumi.String(fmt.Sprintf("store-%s", env)),
          Versioning: &s3.BucketVersioningArgs{Enabled: pulumi.Bool(true)},
          Tags:       pulumi.StringMap{"Owner": pulumi.String("team"), "cost_center": pulumi.String("42")},
        })
        if err != nil {
          return err
        }
        queue, err := sqs.NewQueue(ctx, "jobs", &sqs.QueueArgs{
          VisibilityTimeoutSeconds: pulumi.Int(30),
        }, pulumi.Protect(true), pulumi.DependsOn([]pulumi.Resource{bucket}))
        if err != nil {
          return err
        }
        policy, err := json.Marshal(map[string]interface{}{
          "Version": "2012-10-17",
          "Statement": []map[string]interface{}{{
            "Effect":    "Allow",
            "Principal": map[string]interface{}{"Service": "lambda.amazonaws.com"},
            "Action":    "sts:AssumeRole",
          }},
        })
        role, err := iam.NewRole(ctx, "role", &iam.RoleArgs{AssumeRolePolicy: pulumi.String(string(policy))})
        _, err = lambda.NewFunction(ctx, "worker", &lambda.FunctionArgs{
          Role:    role.Arn,
          Runtime: pulumi.String("python3.12"),
          Environment: &lambda.FunctionEnvironmentArgs{Variables: pulumi.StringMap{
            "QUEUE_URL": queue.Url,
            "PREFIX":    pulumi.Sprintf("s3://%s/in", bucket.Bucket),
          }},
        })
        ctx.Export("bucketArn", bucket.Arn)
        return nil
      })
    }
    """#

  static let java = #"""
    package app;

    import com.pulumi.Context;
    import com.pulumi.Pulumi;
    import com.pulumi.aws.iam.Role;
    import com.pulumi.aws.iam.RoleArgs;
    import com.pulumi.aws.lambda.Function;
    import com.pulumi.aws.lambda.FunctionArgs;
    import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
    import com.pulumi.aws.s3.Bucket;
    import com.pulumi.aws.s3.BucketArgs;
    import com.pulumi.aws.s3.inputs.BucketVersioningArgs;
    import com.pulumi.aws.sqs.Queue;
    import com.pulumi.aws.sqs.QueueArgs;
    import com.pulumi.core.Output;
    import com.pulumi.resources.CustomResourceOptions;
    import java.util.Map;

    public class App {
      public static void main(String[] args) {
        Pulumi.run(ctx -> {
          var env = ctx.config().require("env");
          var bucket = new Bucket("store", BucketArgs.builder()
              .bucket("store-" + env)
              .versioning(BucketVersioningArgs.builder().enabled(true).build())
              .tags(Map.of("Owner", "team", "cost_center", "42"))
              .build());
          var queue = new Queue("jobs", QueueArgs.builder().visibilityTimeoutSeconds(30).build(),
              CustomResourceOptions.builder().protect(true).dependsOn(bucket).build());
          var role = new Role("role", RoleArgs.builder()
              .assumeRolePolicy("""
                  {"Version": "2012-10-17",
                   "Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"},
                                  "Action": "sts:AssumeRole"}]}
                  """)
              .build());
          var worker = new Function("worker", FunctionArgs.builder()
              .role(role.arn())
              .runtime("python3.12")
              .environment(FunctionEnvironmentArgs.builder()
                  .variables(Map.of("QUEUE_URL", queue.url(), "PREFIX", Output.format("s3://%s/in", bucket.bucket())))
                  .build())
              .build());
          ctx.export("bucketArn", bucket.arn());
        });
      }
    }
    """#

  static let yaml = """
    name: store
    runtime: yaml
    config:
      env: {}
    resources:
      store:
        type: aws:s3:Bucket
        properties:
          bucket: store-${env}
          versioning:
            enabled: true
          tags:
            Owner: team
            cost_center: "42"
      jobs:
        type: aws:sqs:Queue
        properties:
          visibilityTimeoutSeconds: 30
        options:
          protect: true
          dependsOn:
            - ${store}
      role:
        type: aws:iam:Role
        properties:
          assumeRolePolicy:
            fn::toJSON:
              Version: "2012-10-17"
              Statement:
                - Effect: Allow
                  Principal: { Service: lambda.amazonaws.com }
                  Action: sts:AssumeRole
      worker:
        type: aws:lambda:Function
        properties:
          role: ${role.arn}
          runtime: python3.12
          environment:
            variables:
              QUEUE_URL: ${jobs.url}
              PREFIX: s3://${store.bucket}/in
    outputs:
      bucketArn: ${store.arn}
    """
}

/// A component with one resource, and the program that makes one of it.
private enum PulumiComponent {
  static let typeScript = """
    import * as pulumi from "@pulumi/pulumi";
    import * as aws from "@pulumi/aws";

    class Alerts extends pulumi.ComponentResource {
      public readonly topicArn: pulumi.Output<string>;
      constructor(name: string, args: { address: string }, opts?: pulumi.ComponentResourceOptions) {
        super("app:Alerts", name, {}, opts);
        const topic = new aws.sns.Topic(`${name}-topic`, { displayName: args.address }, { parent: this });
        this.topicArn = topic.arn;
        this.registerOutputs({ topicArn: this.topicArn });
      }
    }
    const alerts = new Alerts("alerts", { address: "ops" });
    export const arn = alerts.topicArn;
    """

  static let python = """
    import pulumi
    import pulumi_aws as aws

    class Alerts(pulumi.ComponentResource):
        def __init__(self, name, address, opts=None):
            super().__init__("app:Alerts", name, None, opts)
            topic = aws.sns.Topic(f"{name}-topic", display_name=address, opts=pulumi.ResourceOptions(parent=self))
            self.topic_arn = topic.arn
            self.register_outputs({"topicArn": self.topic_arn})

    alerts = Alerts("alerts", address="ops")
    pulumi.export("arn", alerts.topic_arn)
    """

  static let java = """
    import com.pulumi.aws.sns.Topic;
    import com.pulumi.aws.sns.TopicArgs;
    import com.pulumi.resources.ComponentResource;

    public class Alerts extends ComponentResource {
      public Alerts(String name) {
        super("app:Alerts", name, null, null);
        new Topic("alerts-topic", TopicArgs.builder().displayName("ops").build(),
            CustomResourceOptions.builder().parent(this).build());
      }
    }
    """
}
