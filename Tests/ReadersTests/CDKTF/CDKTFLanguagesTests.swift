import TemplateModel
import Testing

/// The same program in every language gives the same template.
struct CDKTFLanguagesTests {
  @Test(arguments: [
    (CDKTFStore.typeScript, Language.typeScript), (CDKTFStore.python, .python), (CDKTFStore.java, .java),
    (CDKTFStore.go, .go),
  ])
  func `Every language gives types, names, properties and references`(text: String, language: Language) {
    #expect(outline(program(text, language, .cdktf)) == CDKTFStore.outline)
  }
}

/// A stack with a bucket, a queue and a role.
private enum CDKTFStore {
  static let outline = [
    "aws_region DataAwsRegion StoreStack/current looked up",
    "AWS::S3::Bucket S3Bucket StoreStack/store",
    "  bucket = store-${env}",
    "  tags = {Owner: team, costCenter: 42}",
    "aws_s3_bucket_versioning S3BucketVersioningA StoreStack/versions",
    "  bucket = ${StoreStack/store.id}",
    "  versioning_configuration = {status: Enabled}",
    "AWS::SQS::Queue SqsQueue StoreStack/jobs",
    "  visibility_timeout_seconds = 30",
    "  [lifecycle] = {prevent_destroy: true}",
    "  after StoreStack/store",
    "AWS::IAM::Role IamRole StoreStack/role",
    "  name = join(-, [role, ${StoreStack/current.name}])",
    "  assume_role_policy = {Statement: [{Effect: Allow, Action: sts:AssumeRole, Resource: ${StoreStack/jobs.arn}}]}",
    "provider StoreStack/aws = {region: us-east-1}",
    "backend StoreStack/s3 = {bucket: states, key: store.tfstate}",
    "parameter StoreStack/env = {type: string, default: dev}",
    "output StoreStack/queue_url = {value: ${StoreStack/jobs.url}}",
  ]

  static let typeScript = #"""
    import { Construct } from "constructs";
    import { TerraformStack, TerraformOutput, TerraformVariable, S3Backend, Fn } from "cdktf";
    import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
    import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
    import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
    import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
    import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
    import { IamRole } from "@cdktf/provider-aws/lib/iam-role";

    export class StoreStack extends TerraformStack {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        new AwsProvider(this, "aws", { region: "us-east-1" });
        new S3Backend(this, { bucket: "states", key: "store.tfstate" });
        const env = new TerraformVariable(this, "env", { type: "string", default: "dev" });
        const region = new DataAwsRegion(this, "current", {});
        const bucket = new S3Bucket(this, "store", {
          bucket: `store-${env.stringValue}`,
          tags: { Owner: "team", costCenter: "42" },
        });
        new S3BucketVersioningA(this, "versions", {
          bucket: bucket.id,
          versioningConfiguration: { status: "Enabled" },
        });
        const queue = new SqsQueue(this, "jobs", {
          visibilityTimeoutSeconds: 30,
          dependsOn: [bucket],
          lifecycle: { preventDestroy: true },
        });
        new IamRole(this, "role", {
          name: Fn.join("-", ["role", region.name]),
          assumeRolePolicy: JSON.stringify({
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: queue.arn }],
          }),
        });
        new TerraformOutput(this, "queue_url", { value: queue.url });
      }
    }
    """#

  static let python = #"""
    import json
    from constructs import Construct
    from cdktf import TerraformStack, TerraformOutput, TerraformVariable, S3Backend, Fn
    from cdktf_cdktf_provider_aws.provider import AwsProvider
    from cdktf_cdktf_provider_aws.data_aws_region import DataAwsRegion
    from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
    from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
        S3BucketVersioningA,
        S3BucketVersioningVersioningConfiguration,
    )
    from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
    from cdktf_cdktf_provider_aws.iam_role import IamRole


    class StoreStack(TerraformStack):
        def __init__(self, scope: Construct, id: str):
            super().__init__(scope, id)
            AwsProvider(self, "aws", region="us-east-1")
            S3Backend(self, bucket="states", key="store.tfstate")
            env = TerraformVariable(self, "env", type="string", default="dev")
            region = DataAwsRegion(self, "current")
            bucket = S3Bucket(
                self, "store", bucket=f"store-{env.string_value}", tags={"Owner": "team", "costCenter": "42"}
            )
            S3BucketVersioningA(
                self,
                "versions",
                bucket=bucket.id,
                versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
            )
            queue = SqsQueue(
                self,
                "jobs",
                visibility_timeout_seconds=30,
                depends_on=[bucket],
                lifecycle={"prevent_destroy": True},
            )
            IamRole(
                self,
                "role",
                name=Fn.join("-", ["role", region.name]),
                assume_role_policy=json.dumps({
                    "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": queue.arn}],
                }),
            )
            TerraformOutput(self, "queue_url", value=queue.url)
    """#

  static let java = #"""
    import com.hashicorp.cdktf.Fn;
    import com.hashicorp.cdktf.S3Backend;
    import com.hashicorp.cdktf.S3BackendConfig;
    import com.hashicorp.cdktf.TerraformOutput;
    import com.hashicorp.cdktf.TerraformOutputConfig;
    import com.hashicorp.cdktf.TerraformResourceLifecycle;
    import com.hashicorp.cdktf.TerraformStack;
    import com.hashicorp.cdktf.TerraformVariable;
    import com.hashicorp.cdktf.providers.aws.data_aws_region.DataAwsRegion;
    import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
    import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
    import com.hashicorp.cdktf.providers.aws.provider.AwsProvider;
    import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
    import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningA;
    import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningVersioningConfiguration;
    import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
    import java.util.List;
    import java.util.Map;
    import software.constructs.Construct;

    public class StoreStack extends TerraformStack {
      public StoreStack(final Construct scope, final String id) {
        super(scope, id);
        AwsProvider.Builder.create(this, "aws").region("us-east-1").build();
        new S3Backend(this, S3BackendConfig.builder().bucket("states").key("store.tfstate").build());
        TerraformVariable env = TerraformVariable.Builder.create(this, "env").type("string").defaultValue("dev").build();
        DataAwsRegion region = new DataAwsRegion(this, "current");
        S3Bucket bucket = S3Bucket.Builder.create(this, "store")
            .bucket("store-" + env.getStringValue())
            .tags(Map.of("Owner", "team", "costCenter", "42"))
            .build();
        S3BucketVersioningA.Builder.create(this, "versions")
            .bucket(bucket.getId())
            .versioningConfiguration(S3BucketVersioningVersioningConfiguration.builder().status("Enabled").build())
            .build();
        SqsQueue queue = SqsQueue.Builder.create(this, "jobs")
            .visibilityTimeoutSeconds(30)
            .dependsOn(List.of(bucket))
            .lifecycle(TerraformResourceLifecycle.builder().preventDestroy(true).build())
            .build();
        new IamRole(this, "role", IamRoleConfig.builder()
            .name(Fn.join("-", List.of("role", region.getName())))
            .assumeRolePolicy(Fn.jsonencode(Map.of(
                "Statement", List.of(Map.of("Effect", "Allow", "Action", "sts:AssumeRole", "Resource", queue.getArn())))))
            .build());
        new TerraformOutput(this, "queue_url", TerraformOutputConfig.builder().value(queue.getUrl()).build());
      }
    }
    """#

  static let go = #"""
    package main

    import (
      "fmt"

      "github.com/aws/constructs-go/constructs/v10"
      "github.com/aws/jsii-runtime-go"
      "github.com/cdktf/cdktf-provider-aws-go/aws/v19/dataawsregion"
      "github.com/cdktf/cdktf-provider-aws-go/aws/v19/iamrole"
      awsprovider "github.com/cdktf/cdktf-provider-aws-go/aws/v19/provider"
      "github.com/cdktf/cdktf-provider-aws-go/aws/v19/s3bucket"
      "github.com/cdktf/cdktf-provider-aws-go/aws/v19/s3bucketversioning"
      "github.com/cdktf/cdktf-provider-aws-go/aws/v19/sqsqueue"
      "github.com/hashicorp/terraform-cdk-go/cdktf"
    )

    func NewStoreStack(scope constructs.Construct, id string) cdktf.TerraformStack {
      stack := cdktf.NewTerraformStack(scope, &id)
      awsprovider.NewAwsProvider(stack, jsii.String("aws"), &awsprovider.AwsProviderConfig{Region: jsii.String("us-east-1")})
      cdktf.NewS3Backend(stack, &cdktf.S3BackendConfig{Bucket: jsii.String("states"), Key: jsii.String("store.tfstate")})
      env := cdktf.NewTerraformVariable(stack, jsii.String("env"), &cdktf.TerraformVariableConfig{
        Type: jsii.String("string"), Default: jsii.String("dev"),
      })
      region := dataawsregion.NewDataAwsRegion(stack, jsii.String("current"), &dataawsregion.DataAwsRegionConfig{})
      bucket := s3bucket.NewS3Bucket(stack, jsii.String("store"), &s3bucket.S3BucketConfig{
        Bucket: jsii.String(fmt.Sprintf("store-%s", *env.StringValue())),
        Tags:   &map[string]*string{"Owner": jsii.String("team"), "costCenter": jsii.String("42")},
      })
      s3bucketversioning.NewS3BucketVersioningA(stack, jsii.String("versions"), &s3bucketversioning.S3BucketVersioningAConfig{
        Bucket: bucket.Id(),
        VersioningConfiguration: &s3bucketversioning.S3BucketVersioningVersioningConfiguration{
          Status: jsii.String("Enabled"),
        },
      })
      queue := sqsqueue.NewSqsQueue(stack, jsii.String("jobs"), &sqsqueue.SqsQueueConfig{
        VisibilityTimeoutSeconds: jsii.Number(30),
        DependsOn:                &[]cdktf.ITerraformDependable{bucket},
        Lifecycle:                &cdktf.TerraformResourceLifecycle{PreventDestroy: jsii.Bool(true)},
      })
      iamrole.NewIamRole(stack, jsii.String("role"), &iamrole.IamRoleConfig{
        Name: cdktf.Fn_Join(jsii.String("-"), &[]*string{jsii.String("role"), region.Name()}),
        AssumeRolePolicy: cdktf.Fn_Jsonencode(map[string]interface{}{
          "Statement": []map[string]interface{}{{
            "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": queue.Arn(),
          }},
        }),
      })
      cdktf.NewTerraformOutput(stack, jsii.String("queue_url"), &cdktf.TerraformOutputConfig{Value: queue.Url()})
      return stack
    }
    """#
}
