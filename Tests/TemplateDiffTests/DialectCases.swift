import Readers
import SourceText
import TemplateDiff
import TemplateModel
import Testing

/// The design's cases in the dialects beside CloudFormation, where they make sense there.
struct DialectCases {
  private func diff(_ response: String, _ ideal: String, _ path: String = "main.tf") -> TemplateDiff {
    TemplateDiff.compare(
      response: TemplateReader.template(from: [SourceFile(path: path, text: response)]),
      ideal: TemplateReader.template(from: [SourceFile(path: path, text: ideal)]))
  }

  private func deltas(_ response: String, _ ideal: String, _ path: String = "main.tf") -> [String] {
    words(diff(response, ideal, path))
  }

  private func expectSame(
    _ one: String, _ other: String, _ path: String = "main.tf",
    _ place: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(deltas(one, other, path) == [], sourceLocation: place)
    #expect(deltas(other, one, path) == [], sourceLocation: place)
  }

  // MARK: Terraform

  private func queue(_ body: String, name: String = "main") -> String {
    "resource \"aws_sqs_queue\" \"\(name)\" {\n\(body)\n}\n"
  }

  @Test func `2 to 4 Terraform in another order and another form`() {
    expectSame(
      queue("name = \"a\"\ndelay_seconds = 5\ntags = { a = 1, b = 2 }"),
      queue("tags = {\n  b = 2\n  a = 1\n}\ndelay_seconds = 5\nname = \"a\""))
    let key = "resource \"aws_kms_key\" \"k\" {}\n"
    expectSame(
      key + queue("kms_master_key_id = \"${aws_kms_key.k.arn}\""),
      key + queue("kms_master_key_id = aws_kms_key.k.arn"))
    expectSame(
      queue("policy = jsonencode({ Version = \"2012-10-17\", Id = \"x\" })"),
      queue("policy = <<EOF\n{\"Id\": \"x\",\n \"Version\": \"2012-10-17\"}\nEOF"))
  }

  @Test func `5 to 10 Values of Terraform`() {
    expectSame(queue("delay_seconds = \"5\""), queue("delay_seconds = 5"))
    #expect(
      deltas(queue("name = \"3.10\""), queue("name = \"3.1\"")) == [
        "changed main name: 3.10 → 3.1"
      ])
    let key = "resource \"aws_kms_key\" \"k\" {}\n"
    #expect(
      deltas(
        key + queue("kms_master_key_id = \"arn:aws:kms:x\""),
        key + queue("kms_master_key_id = aws_kms_key.k.arn"))
        == [
          "literalToReference main kms_master_key_id: arn:aws:kms:x → ${aws_kms_key.k.arn}"
        ])
    #expect(
      deltas(
        key + queue("kms_master_key_id = aws_kms_key.k.arn"),
        key + queue("kms_master_key_id = aws_kms_key.k.id"))
        == [
          "retargeted main kms_master_key_id: ${aws_kms_key.k.arn} → ${aws_kms_key.k.id}"
        ])
  }

  @Test func `11 and 13 A Terraform resource renamed, with what refers to it, and with edits`() {
    func text(_ name: String, _ delay: Int) -> String {
      queue("name = \"orders\"\ndelay_seconds = \(delay)\nfifo_queue = true", name: name)
        + "output \"url\" {\n  value = aws_sqs_queue.\(name).url\n}\n"
    }
    let renamed = diff(text("a", 1), text("orders", 1))
    #expect(renamed.deltas.map(\.kind) == [.renamed])
    #expect(renamed.deltas.first?.followers.count == 1)
    #expect(diff(text("a", 1), text("orders", 9)).deltas.map(\.kind) == [.renamed, .changed])
  }

  @Test func `19 A module that is inlined`() {
    let module = "module \"q\" {\n  source = \"./q\"\n}\n"
    func files(_ main: String, _ other: String?) -> Template {
      var documents = [SourceFile(path: "main.tf", text: main)]
      if let other { documents.append(SourceFile(path: "q/main.tf", text: other)) }
      return TemplateReader.template(from: documents)
    }
    let body = queue("name = \"orders\"\ndelay_seconds = 5")
    let diff = TemplateDiff.compare(response: files(module, body), ideal: files(body, nil))
    #expect(diff.pairs.count == 1)
    #expect(diff.deltas.contains { $0.kind == .moved })
    #expect(!diff.deltas.contains { $0.kind == .added })
  }

  @Test func `20 A count, a for_each and enumerated resources are instances of one`() {
    let body =
      "  cidr_block = cidrsubnet(var.cidr, 8, 1)\n  vpc_id = var.vpc\n  map_public_ip_on_launch = true\n"
    func subnet(_ name: String, _ head: String, _ zone: String) -> String {
      "resource \"aws_subnet\" \"\(name)\" {\n\(head)\(body)  availability_zone = \(zone)\n}\n"
    }
    let counted = subnet("all", "  count = 2\n", "var.zones[count.index]")
    let each = subnet("all", "  for_each = toset([\"a\", \"b\"])\n", "each.value")
    let apart = subnet("a", "", "\"a\"") + subnet("b", "", "\"b\"")
    let changed = diff(counted, each)
    #expect(changed.pairs.count == 1)
    #expect(changed.deltas.map(\.path.description) == ["availability_zone", "@Count"])
    let merged = diff(apart, each)
    #expect(
      merged.deltas.filter { $0.path.steps.isEmpty }.map(\.kind.rawValue).sorted() == ["merged", "renamed"])
    #expect(!merged.deltas.contains { $0.kind == .removed && $0.path.steps.isEmpty })
    let split = diff(counted, apart)
    #expect(
      split.deltas.filter { $0.path.steps.isEmpty }.map(\.kind.rawValue).sorted() == ["renamed", "split"])
  }

  @Test func `22 and 24 Statements of a policy document`() {
    func statement(_ sid: String, _ effect: String, _ actions: String) -> String {
      "statement {\n  sid = \"\(sid)\"\n  effect = \"\(effect)\"\n  actions = [\(actions)]\n  resources = [\"*\"]\n}\n"
    }
    func document(_ statements: String) -> String {
      "data \"aws_iam_policy_document\" \"d\" {\n\(statements)}\n"
    }
    let (one, other) = (statement("A", "Allow", "\"a:b\", \"a:c\""), statement("B", "Deny", "\"a:d\""))
    expectSame(document(one + other), document(other + one))
    expectSame(document(one + other), document(statement("A", "Allow", "\"a:c\", \"a:b\"") + other))
    let less = diff(document(one + other), document(statement("A", "Allow", "\"a:b\"") + other))
    #expect(less.deltas.map(\.kind) == [.removed])
    #expect(less.deltas.first?.access == .narrowed)
  }

  @Test func `28 and 29 Rules of a Terraform security group`() {
    func rule(_ cidr: String) -> String {
      "  ingress {\n    from_port = 443\n    to_port = 443\n    protocol = \"tcp\"\n    cidr_blocks = [\"\(cidr)\"]\n  }\n"
    }
    func group(_ rules: String) -> String {
      "resource \"aws_security_group\" \"g\" {\n  name = \"g\"\n\(rules)}\n"
    }
    let wide = diff(group(rule("10.0.0.0/16")), group(rule("0.0.0.0/0")))
    #expect(wide.deltas.contains { $0.access == .widened })
    let own = """
      resource "aws_security_group_rule" "r" {
        type = "ingress"
        security_group_id = aws_security_group.g.id
        from_port = 443
        to_port = 443
        protocol = "tcp"
        cidr_blocks = ["10.0.0.0/16"]
      }
      """
    #expect(diff(group(rule("10.0.0.0/16")), group("") + own).deltas.map(\.kind) == [.split])
  }

  @Test func `31 A Terraform value made conditional`() {
    #expect(
      diff(queue("name = \"a\""), queue("name = var.long ? \"a\" : \"b\"")).deltas.map(\.kind) == [
        .conditionalised
      ])
  }

  @Test func `36 A Terraform answer that breaks off`() {
    let cut = queue("name = \"a\"") + "resource \"aws_sns_topic\" \"t\" {\n  name = \"top"
    let whole =
      queue("name = \"a\"") + "resource \"aws_sns_topic\" \"t\" {\n  name = \"topic\"\n}\n"
      + "resource \"aws_s3_bucket\" \"b\" {}\n"
    let diff = diff(cut, whole)
    let missing = diff.deltas.filter { $0.kind == .added && $0.path.steps.isEmpty }
    #expect(missing.map(\.isPastBreak) == [true])
  }

  @Test func `A moved block and an alias pin what they name, on either side`() {
    let body = "  delay_seconds = 5\n"
    let (plain, twin) = (queue(body, name: "a") + queue(body, name: "b"), queue(body, name: "x"))
    let moved = "moved {\n  from = aws_sqs_queue.b\n  to = aws_sqs_queue.x\n}\n"
    let forth = diff(plain, twin + moved)
    #expect(forth.pairs.map(\.reason) == [.pinned])
    #expect(forth.pairs.map { forth.response.resources[$0.response].name } == ["b"])
    let back = diff(twin + moved, plain)
    #expect(back.pairs.map { back.ideal.resources[$0.ideal].name } == ["b"])
    func pulumi(_ name: String, _ options: String) -> String {
      """
      import * as aws from "@pulumi/aws";
      const q = new aws.sqs.Queue("\(name)", { delaySeconds: 5 }\(options));
      """
    }
    let aliased = diff(
      pulumi("old", "") + "\nconst o = new aws.sqs.Queue(\"other\", { delaySeconds: 5 });",
      pulumi("new", ", { aliases: [{ name: \"old\" }] }"), "index.ts")
    #expect(aliased.pairs.map(\.reason) == [.pinned])
    #expect(aliased.pairs.map { aliased.response.resources[$0.response].name } == ["old"])
  }

  @Test func `What is written under a kindred type is retyped, not removed and added`() {
    #expect(
      diff(
        "resource \"aws_alb\" \"web\" {\n  name = \"web\"\n}\n",
        "resource \"aws_lb\" \"web\" {\n  name = \"web\"\n}\n"
      ).deltas.map(\.kind) == [.retyped])
    func policy(_ type: String) -> String {
      "Resources:\n  P:\n    Type: \(type)\n    Properties: {PolicyDocument: {Statement: [{Action: a}]}}\n"
    }
    let retyped = diff(
      policy("AWS::IAM::Policy"), policy("AWS::IAM::ManagedPolicy"), "template.yaml")
    #expect(retyped.deltas.map(\.kind) == [.retyped])
    #expect(retyped.pairs.map(\.isMigratable) == [false])
  }

  // MARK: Programs

  private func stack(_ body: String) -> String {
    """
    import * as cdk from 'aws-cdk-lib';
    import * as s3 from 'aws-cdk-lib/aws-s3';
    import * as sqs from 'aws-cdk-lib/aws-sqs';
    export class AppStack extends cdk.Stack {
      constructor(scope: any, id: string) {
        super(scope, id);
        \(body)
      }
    }
    """
  }

  @Test func `CDK: order, a constant in between and a rename`() {
    expectSame(
      stack("new s3.Bucket(this, 'Logs', { versioned: true, bucketName: 'logs' });"),
      stack("const name = 'logs';\n    new s3.Bucket(this, 'Logs', { bucketName: name, versioned: true });"),
      "stack.ts")
    let renamed = diff(
      stack("new s3.Bucket(this, 'Logs', { versioned: true, bucketName: 'logs' });"),
      stack("new s3.Bucket(this, 'Audit', { versioned: true, bucketName: 'logs' });"), "stack.ts")
    #expect(renamed.deltas.map(\.kind) == [.renamed])
    let edited = diff(
      stack("new sqs.Queue(this, 'Q', { queueName: 'q', fifo: true });"),
      stack("new sqs.Queue(this, 'Q', { queueName: 'q', fifo: false });"), "stack.ts")
    #expect(edited.deltas.map(\.kind) == [.changed])
  }

  @Test func `CDK: an L1 for an L2 is retyped`() {
    let diff = diff(
      stack("new s3.Bucket(this, 'Logs', { bucketName: 'logs' });"),
      stack("new s3.CfnBucket(this, 'Logs', { bucketName: 'logs' });"), "stack.ts")
    #expect(diff.pairs.count == 1)
    #expect(diff.deltas.map(\.kind).contains(.retyped))
    #expect(!diff.deltas.contains { $0.kind == .added || $0.kind == .removed })
  }

  @Test func `Pulumi: order, a literal for a reference, and a rename with an edit`() {
    func program(_ body: String) -> String { "import * as aws from \"@pulumi/aws\";\n" + body }
    let key = "const key = new aws.kms.Key(\"key\", {});\n"
    expectSame(
      program(key + "const q = new aws.sqs.Queue(\"q\", { delaySeconds: 5, kmsMasterKeyId: key.id });"),
      program(key + "const q = new aws.sqs.Queue(\"q\", { kmsMasterKeyId: key.id, delaySeconds: 5 });"),
      "index.ts")
    let literal = diff(
      program(key + "const q = new aws.sqs.Queue(\"q\", { kmsMasterKeyId: \"alias/x\" });"),
      program(key + "const q = new aws.sqs.Queue(\"q\", { kmsMasterKeyId: key.id });"), "index.ts")
    #expect(literal.deltas.map(\.kind) == [.literalToReference])
    let renamed = diff(
      program("const q = new aws.sqs.Queue(\"first\", { name: \"orders\", delaySeconds: 5 });"),
      program("const q = new aws.sqs.Queue(\"orders\", { name: \"orders\", delaySeconds: 9 });"), "index.ts")
    #expect(renamed.deltas.map(\.kind) == [.renamed, .changed])
  }
}
