import SourceText
import TemplateModel
import Testing

struct TerraformReaderTests {
  @Test func `A resource has its type, name, arguments, blocks and lines`() throws {
    let template = terraform(
      """
      resource "aws_s3_bucket" "logs" {
        provider      = aws.east
        bucket        = "logs"
        force_destroy = true
        depends_on    = [aws_kms_key.main]

        versioning {
          enabled = true
        }
      }
      resource "aws_kms_key" "main" {}
      """)
    let bucket = try #require(template.resources.first)
    #expect(bucket.address == "aws_s3_bucket.logs")
    #expect(bucket.canonicalType == "AWS::S3::Bucket")
    #expect(bucket.properties.members.map(\.key) == ["bucket", "force_destroy", "versioning"])
    #expect(bucket.properties.at("versioning", "enabled")?.bool == true)
    #expect(bucket.attribute("provider")?.string == "aws.east")
    #expect(bucket.dependsOn.map(\.reference) == [Reference(target: "aws_kms_key.main", kind: .resource)])
    #expect(template.lines(of: bucket.location) == 1...10)
    let versioning = try #require(bucket.properties.member("versioning"))
    #expect(template.lines(of: versioning.keyLocation) == 7...7)
    #expect(template.lines(of: versioning.value.location) == 7...9)
    #expect(template.problems.isEmpty)
  }

  @Test func `Blocks of one name are a list, a dynamic block keeps its collection`() throws {
    let template = terraform(
      """
      resource "aws_security_group" "web" {
        ingress { from_port = 80 }
        ingress { from_port = 443 }
        dynamic "egress" {
          for_each = ["a"]
          content { description = egress.value }
        }
      }
      """)
    let properties = try #require(template.resources.first).properties
    #expect(properties["ingress"]?.elements.map { $0["from_port"]?.number } == [80, 443])
    #expect(properties["egress"]?.summary() == "dynamic([a], {description: egress.value})")
  }

  @Test func `Expressions become values`() throws {
    let template = terraform(
      """
      variable "env" {}
      locals { port = 80 }
      data "aws_region" "here" {}
      resource "aws_subnet" "a" { count = 2 }
      resource "x" "y" {
        a = "${var.env}-logs"
        b = "${local.port}"
        c = aws_subnet.a[0].id
        d = aws_subnet.a[*].id
        e = data.aws_region.here.name
        f = var.env == "prod" ? 2 : -1
        g = [for s in [1] : upper(s)]
        h = merge({ a = 1 }, { "b" = null })
        i = each.value.name
        j = aws_vpc.none.id
      }
      """)
    let properties = try #require(template.resources.last).properties
    let summaries = properties.members.map { "\($0.key) \($0.value.summary())" }
    #expect(
      summaries == [
        "a ${var.env}-logs", "b ${local.port}", "c select(0, ${aws_subnet.a.id})",
        "d splat(${aws_subnet.a.id})",
        "e ${data.aws_region.here.name}", "f if(${var.env} == prod, 2, -1)", "g for([1], upper(s))",
        "h merge({a: 1}, {b: null})", "i ${each.value.name}", "j ${aws_vpc.none.id}",
      ])
    #expect(
      properties.references.map(\.reference.kind) == [
        .parameter, .local, .resource, .resource, .data, .parameter, .pseudo, .unresolved,
      ])
  }

  @Test func `Policies are maps, whether encoded or written as a heredoc`() throws {
    let template = terraform(
      """
      resource "aws_iam_role" "r" {
        assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow" }] })
      }
      resource "aws_iam_policy" "p" {
        policy = <<-EOT
          {"Statement": [
            {"Effect": "Allow", "Resource": "${aws_iam_role.r.arn}/*"}
          ]}
        EOT
      }
      """)
    let encoded = template.resources[0].properties["assume_role_policy"]
    #expect(encoded?["Statement"]?.elements.first?["Effect"]?.string == "Allow")
    let statement = try #require(template.resources[1].properties.at("policy", "Statement")?.elements.first)
    #expect(template.lines(of: statement.location) == 7...7)
    #expect(statement["Resource"]?.summary() == "${aws_iam_role.r.arn}/*")
    #expect(template.text(try #require(statement["Effect"]).location) == "\"Allow\"")
  }

  @Test func `Variables, outputs, locals, providers and settings are declared`() {
    let template = terraform(
      """
      terraform {
        required_version = ">= 1.5"
        required_providers { aws = { source = "hashicorp/aws", version = "~> 5.0" } }
        backend "s3" { bucket = "state" }
      }
      provider "aws" {
        alias  = "east"
        region = "us-east-1"
      }
      variable "names" { type = list(string) }
      locals { a = 1 }
      output "id" { value = local.a }
      module "net" { source = "./net" }
      moved { 
        from = a.b
        to   = a.c
      }
      """)
    #expect(
      template.declarations.map { "\($0.kind) \($0.name)" } == [
        "setting required_version", "dependency aws", "backend s3", "provider aws.east", "parameter names",
        "local a", "output id", "module net", "setting moved",
      ])
    #expect(template.declarations(.parameter).first?.value["type"]?.string == "list(string)")
    #expect(template.declarations(.dependency).first?.value["version"]?.string == "~> 5.0")
  }

  @Test func `A module's resources are addressed through its call`() {
    let template = terraform(
      ("lib/main.tf", "module \"net\" {\n  source = \"./modules/vpc\"\n}\n"),
      (
        "lib/modules/vpc/main.tf",
        "resource \"aws_vpc\" \"main\" {}\nresource \"a\" \"b\" { v = aws_vpc.main.id }\n"
      ),
      ("lib/modules/lone/main.tf", "resource \"aws_vpc\" \"main\" {}\n"))
    #expect(
      template.resources.map(\.address) == [
        "module.net.aws_vpc.main", "module.net.a.b", "modules/lone/aws_vpc.main",
      ])
    #expect(template.resources.map(\.unit) == ["modules/vpc", "modules/vpc", "modules/lone"])
    #expect(
      template.resources[1].properties.references.map(\.reference) == [
        Reference(target: "module.net.aws_vpc.main", attribute: "id", kind: .resource)
      ])
  }

  @Test func `A count of one or none is a condition`() throws {
    let template = terraform(
      "variable \"on\" {}\nresource \"aws_eip\" \"a\" {\n  count = var.on ? 1 : 0\n}\n")
    let resource = try #require(template.resources.first)
    #expect(resource.condition?.summary() == "${var.on}")
    #expect(resource.count?.summary() == "if(${var.on}, 1, 0)")
  }

  @Test func `Scripts in strings are code with their language`() {
    let template = terraform(
      """
      resource "aws_instance" "web" {
        user_data = base64encode(<<-EOF
          #!/bin/bash
          yum update -y
        EOF
        )
      }
      data "archive_file" "f" {
        source {
          filename = "index.py"
          content  = <<-EOF
            def handler(event, context):
                return 1
          EOF
        }
      }
      """)
    #expect(template.functions.map(\.language) == [.shell, .python])
    #expect(template.functions.map(\.resource) == [0, 1])
    #expect(
      template.functions.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "#!/bin/bash\nyum update -y\n", "def handler(event, context):\n    return 1\n",
      ])
  }

  @Test func `A block that breaks off is read as far as it goes`() throws {
    let template = terraform("resource \"aws_eip\" \"a\" {\n  domain = \"vpc\"\n  tags = {\n    Name = \"x")
    let resource = try #require(template.resources.first)
    #expect(resource.properties["domain"]?.string == "vpc")
    #expect(!resource.isComplete)
    #expect(!template.problems.isEmpty)
  }

  @Test func `Every cut of a file is read`() {
    let text = Array(
      "resource \"a\" \"b\" {\n  p = jsonencode({ x = \"${var.y[0]}-é\" })\n  q = <<E\n{\"a\": \"${b.c}\"}\nE\n}\n"
        .utf8)
    for end in 0...text.count {
      let template = terraform(("main.tf", String(decoding: text[..<end], as: UTF8.self)))
      #expect(template.resources.count <= 1)
    }
  }
}
