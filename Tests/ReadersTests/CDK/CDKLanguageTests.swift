import TemplateModel
import Testing

/// The same program in another language gives the same template.
struct CDKLanguageTests {
  private static let typeScript = """
    import * as cdk from 'aws-cdk-lib';
    import * as s3 from 'aws-cdk-lib/aws-s3';
    import * as lambda from 'aws-cdk-lib/aws-lambda';
    import * as iam from 'aws-cdk-lib/aws-iam';
    import { Construct } from 'constructs';

    export class AppStack extends cdk.Stack {
      constructor(scope: Construct, id: string, props?: cdk.StackProps) {
        super(scope, id, props);
        const stage = 'dev';
        const data = new s3.Bucket(this, 'Data', {
          bucketName: `data-${stage}-${this.region}`,
          versioned: true,
          enforceSSL: true,
          encryption: s3.BucketEncryption.S3_MANAGED,
          blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
          lifecycleRules: [{ id: 'old', expiration: cdk.Duration.days(30) }],
        });
        const handler = new lambda.Function(this, 'Handler', {
          runtime: lambda.Runtime.PYTHON_3_12,
          handler: 'index.handler',
          code: lambda.Code.fromAsset('lambda'),
          environment: { BUCKET_NAME: data.bucketName },
        });
        data.grantRead(handler);
        handler.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [data.bucketArn] }));
        new cdk.CfnOutput(this, 'Name', { value: data.bucketName, exportName: 'data-name' });
      }
    }
    """

  private static let python = """
    import aws_cdk as cdk
    from aws_cdk import aws_s3 as s3, aws_lambda as lambda_, aws_iam as iam
    from constructs import Construct

    class AppStack(cdk.Stack):
        def __init__(self, scope: Construct, construct_id: str, **kwargs):
            super().__init__(scope, construct_id, **kwargs)
            stage = "dev"
            data = s3.Bucket(
                self, "Data",
                bucket_name=f"data-{stage}-{self.region}",
                versioned=True,
                enforce_ssl=True,
                encryption=s3.BucketEncryption.S3_MANAGED,
                block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
                lifecycle_rules=[s3.LifecycleRule(id="old", expiration=cdk.Duration.days(30))],
            )
            handler = lambda_.Function(
                self, "Handler",
                runtime=lambda_.Runtime.PYTHON_3_12,
                handler="index.handler",
                code=lambda_.Code.from_asset("lambda"),
                environment={"BUCKET_NAME": data.bucket_name},
            )
            data.grant_read(handler)
            handler.add_to_role_policy(
                iam.PolicyStatement(actions=["s3:ListBucket"], resources=[data.bucket_arn]))
            cdk.CfnOutput(self, "Name", value=data.bucket_name, export_name="data-name")
    """

  private static let java = """
    package com.example;

    import software.amazon.awscdk.*;
    import software.amazon.awscdk.services.iam.PolicyStatement;
    import software.amazon.awscdk.services.lambda.Code;
    import software.amazon.awscdk.services.lambda.Function;
    import software.amazon.awscdk.services.lambda.Runtime;
    import software.amazon.awscdk.services.s3.*;
    import software.constructs.Construct;
    import java.util.List;
    import java.util.Map;

    public class AppStack extends Stack {
      public AppStack(final Construct scope, final String id, final StackProps props) {
        super(scope, id, props);
        String stage = "dev";
        Bucket data = Bucket.Builder.create(this, "Data")
            .bucketName("data-" + stage + "-" + this.getRegion())
            .versioned(true)
            .enforceSsl(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .lifecycleRules(List.of(LifecycleRule.builder().id("old").expiration(Duration.days(30)).build()))
            .build();
        Function handler = Function.Builder.create(this, "Handler")
            .runtime(Runtime.PYTHON_3_12)
            .handler("index.handler")
            .code(Code.fromAsset("lambda"))
            .environment(Map.of("BUCKET_NAME", data.getBucketName()))
            .build();
        data.grantRead(handler);
        handler.addToRolePolicy(PolicyStatement.Builder.create()
            .actions(List.of("s3:ListBucket")).resources(List.of(data.getBucketArn())).build());
        CfnOutput.Builder.create(this, "Name").value(data.getBucketName()).exportName("data-name").build();
      }
    }
    """

  private static let go = """
    package main

    import (
    	"fmt"
    	"github.com/aws/aws-cdk-go/awscdk/v2"
    	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
    	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
    	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
    	"github.com/aws/constructs-go/constructs/v10"
    	"github.com/aws/jsii-runtime-go"
    )

    func NewAppStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
    	stack := awscdk.NewStack(scope, &id, props)
    	stage := "dev"
    	data := awss3.NewBucket(stack, jsii.String("Data"), &awss3.BucketProps{
    		BucketName:        jsii.String(fmt.Sprintf("data-%s-%s", stage, *stack.Region())),
    		Versioned:         jsii.Bool(true),
    		EnforceSSL:        jsii.Bool(true),
    		Encryption:        awss3.BucketEncryption_S3_MANAGED,
    		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
    		LifecycleRules: &[]*awss3.LifecycleRule{
    			{Id: jsii.String("old"), Expiration: awscdk.Duration_Days(jsii.Number(30))},
    		},
    	})
    	handler := awslambda.NewFunction(stack, jsii.String("Handler"), &awslambda.FunctionProps{
    		Runtime:     awslambda.Runtime_PYTHON_3_12(),
    		Handler:     jsii.String("index.handler"),
    		Code:        awslambda.Code_FromAsset(jsii.String("lambda"), nil),
    		Environment: &map[string]*string{"BUCKET_NAME": data.BucketName()},
    	})
    	data.GrantRead(handler, nil)
    	handler.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
    		Actions:   jsii.Strings("s3:ListBucket"),
    		Resources: jsii.Strings(*data.BucketArn()),
    	}))
    	awscdk.NewCfnOutput(stack, jsii.String("Name"), &awscdk.CfnOutputProps{
    		Value: data.BucketName(), ExportName: jsii.String("data-name"),
    	})
    	return stack
    }
    """

  @Test(arguments: [("a.ts", typeScript), ("a.py", python), ("A.java", java), ("a.go", go)])
  func `A program gives the same resources in every language`(path: String, text: String) throws {
    let template = cdk(path, text)
    #expect(template.outline == ["AWS::S3::Bucket AppStack/Data", "AWS::Lambda::Function AppStack/Handler"])
    #expect(
      template.resource("Data")?.propertyTexts == [
        "blockPublicAccess: BlockPublicAccess.BLOCK_ALL",
        "bucketName: data-dev-${AWS::Region}",
        "encryption: BucketEncryption.S3_MANAGED",
        "enforceSSL: true",
        "grants: [grantRead(${AppStack/Handler})]",
        "lifecycleRules: [{id: old, expiration: Duration.days(30)}]",
        "versioned: true",
      ])
    #expect(
      template.resource("Handler")?.propertyTexts == [
        "code: Code.fromAsset(lambda)",
        "environment: {BUCKET_NAME: ${AppStack/Data.bucketName}}",
        "handler: index.handler",
        "policyStatements: [{actions: [s3:ListBucket], resources: [${AppStack/Data.bucketArn}]}]",
        "runtime: Runtime.PYTHON_3_12",
      ])
    let output = try #require(template.declarations(.output).first)
    #expect(output.name == "Name")
    #expect(output.unit == "AppStack")
    #expect(output.value.summary(limit: 200) == "{value: ${AppStack/Data.bucketName}, exportName: data-name}")
  }
}
