import TemplateModel
import Testing

struct CDKTFReaderTests {
  @Test func `Overrides change properties, lifecycle and backend`() throws {
    let template = program(
      """
      import { TerraformStack, S3Backend } from "cdktf";
      import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
      class Store extends TerraformStack {
        constructor(scope, id) {
          super(scope, id);
          new S3Backend(this, { bucket: "states" });
          this.addOverride("terraform.backend.s3.use_lockfile", true);
          const bucket = new S3Bucket(this, "store", { bucket: "a", timeouts: { create: "1m" } });
          bucket.addOverride("lifecycle", { prevent_destroy: true });
          bucket.addOverride("timeouts.delete", "5m");
          bucket.addOverride("bucket", "b");
        }
      }
      """, .typeScript, .cdktf)
    let bucket = try #require(template.resources.first)
    #expect(bucket.properties.summary() == "{timeouts: {create: 1m, delete: 5m}, bucket: b}")
    #expect(bucket.attribute("lifecycle")?.summary() == "{prevent_destroy: true}")
    #expect(
      template.declarations(.backend).map { $0.value.summary() } == ["{bucket: states, use_lockfile: true}"])
  }

  @Test func `A construct of the program is a module, and the unit of what it makes`() throws {
    let template = program(
      """
      from cdktf import App, TerraformStack
      from constructs import Construct
      from cdktf_cdktf_provider_aws.vpc import Vpc
      from cdktf_cdktf_provider_aws.subnet import Subnet

      class Network(Construct):
          def __init__(self, scope, id, cidr):
              super().__init__(scope, id)
              self._vpc = Vpc(self, "vpc", cidr_block=cidr)

          @property
          def vpc_id(self):
              return self._vpc.id

      class Stack(TerraformStack):
          def __init__(self, scope, id):
              super().__init__(scope, id)
              network = Network(self, "network", cidr="10.0.0.0/16")
              for i, zone in enumerate(["a", "b"]):
                  Subnet(self, f"subnet-{i}", vpc_id=network.vpc_id, availability_zone=zone)

      app = App()
      Stack(app, "main")
      """, .python, .cdktf)
    #expect(
      outline(template) == [
        "AWS::EC2::VPC Vpc Network/vpc", "  cidr_block = 10.0.0.0/16",
        "AWS::EC2::Subnet Subnet Stack/subnet-${i}",
        "  vpc_id = ${Network/vpc.id}", "  availability_zone = ${zone}", "  for [a, b]",
        "module Stack/network = {source: Network, cidr: 10.0.0.0/16}", "module /main = {source: Stack}",
      ])
    #expect(template.resources.map { template.lines(of: $0.location) } == [9...9, 20...20])
  }

  @Test func `Excerpts without imports are read by the names of the classes`() {
    let template = program(
      """
      new S3Bucket(this, 'logs', { bucket: 'logs' });
      new Helper(this, 'helper', {});
      """, .typeScript, .cdktf)
    #expect(outline(template) == ["AWS::S3::Bucket S3Bucket logs", "  bucket = logs"])
  }

  @Test(arguments: [
    ("S3Bucket", "s3-bucket", "aws_s3_bucket"), ("Wafv2WebAcl", "wafv2-web-acl", "aws_wafv2_web_acl"),
    ("S3BucketVersioningA", "s3-bucket-versioning", "aws_s3_bucket_versioning"),
    ("Ec2TransitGateway", "ec2-transit-gateway", "aws_ec2_transit_gateway"),
    ("DataAwsAmi", "data-aws-ami", "aws_ami"),
    ("ApigatewayV2Api", "apigatewayv2-api", "aws_apigatewayv2_api"),
  ])
  func `A class has the name of its Terraform type`(name: String, module: String, type: String) {
    let template = program(
      """
      import { \(name) } from "@cdktf/provider-aws/lib/\(module)";
      import { TerraformOutput } from "cdktf";
      const made = new \(name)(stack, "x", {});
      """, .typeScript, .cdktf)
    #expect(template.resources.count == 1)
    // Where CloudFormation has no such type, the canonical type is Terraform's.
    let canonical = template.resources.first?.canonicalType ?? ""
    #expect(canonical == type || canonical.hasPrefix("AWS::"))
  }
}
