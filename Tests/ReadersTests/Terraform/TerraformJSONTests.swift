import TemplateModel
import Testing

struct TerraformJSONTests {
  @Test func `JSON and HCL give the same values`() throws {
    let json = terraform(
      (
        "cdk.tf.json",
        """
        {
          "//": {"metadata": {}},
          "variable": {"env": {"type": "string"}},
          "resource": {"aws_s3_bucket": {"logs": {
            "bucket": "${var.env}-logs",
            "depends_on": ["aws_kms_key.main"],
            "provider": "aws.east"
          }},
          "aws_kms_key": {"main": {}}}
        }
        """
      ))
    let hcl = terraform(
      """
      variable "env" { type = string }
      resource "aws_s3_bucket" "logs" {
        bucket     = "${var.env}-logs"
        depends_on = [aws_kms_key.main]
        provider   = aws.east
      }
      resource "aws_kms_key" "main" {}
      """)
    for template in [json, hcl] {
      let bucket = try #require(template.resources.first)
      #expect(bucket.address == "aws_s3_bucket.logs")
      #expect(bucket.properties.summary() == "{bucket: ${var.env}-logs}")
      #expect(bucket.properties.references.map(\.reference.kind) == [.parameter])
      #expect(bucket.dependsOn.map(\.reference) == [Reference(target: "aws_kms_key.main", kind: .resource)])
      #expect(bucket.attribute("provider")?.string == "aws.east")
      #expect(template.declarations.map(\.name) == ["env"])
      #expect(template.problems.isEmpty)
    }
  }

  @Test func `A plan gives its planned resources, unknown arguments as references`() throws {
    let template = terraform(
      (
        "plan.json",
        """
        {"format_version": "1.2",
         "planned_values": {"root_module": {
           "resources": [{"address": "aws_sns_topic.a[0]", "mode": "managed", "type": "aws_sns_topic", "name": "a",
             "index": 0, "values": {"name": "a", "tags": null}}],
           "child_modules": [{"address": "module.m", "resources": [
             {"address": "module.m.data.aws_region.r", "mode": "data", "type": "aws_region", "name": "r"}]}]}},
         "configuration": {"root_module": {"resources": [{"address": "aws_sns_topic.a",
           "expressions": {"kms_master_key_id": {"references": ["aws_kms_key.k.arn", "aws_kms_key.k"]}}}]}}}
        """
      ))
    #expect(template.resources.map(\.address) == ["aws_sns_topic.a[0]", "module.m.data.aws_region.r"])
    #expect(template.resources.map(\.isLookup) == [false, true])
    #expect(
      template.resources[0].properties.summary() == "{name: a, kms_master_key_id: ${aws_kms_key.k.arn}}")
  }
}
