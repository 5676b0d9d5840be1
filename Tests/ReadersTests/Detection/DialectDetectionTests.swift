@testable import Readers
import TemplateModel
import Testing

struct DialectDetectionTests {
  private func detect(_ text: String, _ path: String) -> DialectDetection.Result? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let signs = CodeSigns(bytes)
      let language = LanguageDetection.language(label: "", path: path, signs: signs).language
      return DialectDetection.dialect(language: language, path: path, signs: signs)
    }
  }

  @Test(arguments: [
    ("AWSTemplateFormatVersion: x\n", "t.yml", Dialect.cloudFormation, "AWSTemplateFormatVersion"),
    ("Transform: AWS::Serverless-2016-10-31\n", "t.yml", .cloudFormation, "the AWS::Serverless transform"),
    ("Resources:\n  A:\n    Type: AWS::S3::Bucket\n", "t.yml", .cloudFormation, "Resources with AWS:: types"),
    ("A:\n  Type: AWS::S3::Bucket\n", "t.yml", .cloudFormation, "a resource with an AWS:: type"),
    (
      "{\n\"A\": {\n\"Type\": \"AWS::S3::Bucket\"\n}\n}\n", "t.json", .cloudFormation,
      "a resource with an AWS:: type"
    ),
    (
      "{\"Resources\":{\"A\":{\"Type\":\"AWS::S3::Bucket\"}}}", "t.json", .cloudFormation,
      "Resources with AWS:: types"
    ),
    ("Resources:\n  A: {Type: AWS::S3::Bucket}\n", "t.yml", .cloudFormation, "Resources with AWS:: types"),
    ("locals {\n}\n", "main.tf", .terraform, "HCL"),
    ("import { App } from 'aws-cdk-lib';\n", "bin/a.ts", .cdk, "imports aws-cdk-lib"),
    ("import {\n  App,\n} from 'aws-cdk-lib';\n", "bin/a.ts", .cdk, "imports aws-cdk-lib"),
    ("from cdktf import App\n", "main.py", .cdktf, "imports cdktf"),
    ("import pulumi_aws as aws\n", "__main__.py", .pulumi, "imports pulumi"),
    (
      "package main\nimport (\n\t\"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/s3\"\n)\n", "main.go", .pulumi,
      "imports pulumi"
    ),
    (
      "package main\nimport (\n\tec2 \"github.com/aws/aws-cdk-go/awscdk/v2/awsec2\"\n)\n", "main.go", .cdk,
      "imports aws-cdk-go"
    ),
    (
      "name: x\nruntime: yaml\nresources:\n  a:\n    type: aws:s3:Bucket\n", "x.yaml", .pulumi,
      "resources with aws: types"
    ),
    ("services:\n  web:\n    image: nginx\n", "x.yml", .compose, "services with images"),
    (
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n", "x.yml", .gitHubActions,
      "jobs with runs-on or uses"
    ),
    (
      "stages:\n  - build\nb:\n  stage: build\n  script:\n    - make\n", "x.yml", .gitLabCI,
      "stages and scripts"
    ),
  ])
  func `The dialect is told with its reason`(text: String, path: String, dialect: Dialect, reason: String) {
    let result = detect(text, path)
    #expect(result?.dialect == dialect)
    #expect(result?.reason == reason)
  }

  @Test func `A Lambda handler and a package file belong to no tool`() {
    #expect(detect("import boto3\n\ndef handler(event, context):\n    pass\n", "lambda/a.py") == nil)
    #expect(detect("{\n  \"name\": \"x\",\n  \"dependencies\": {}\n}\n", "package.json") == nil)
  }

  @Test func `An SDK client is no Pulumi resource`() {
    #expect(detect("const d = new aws.DynamoDB.DocumentClient();\n", "a.js") == nil)
  }
}
