import Readers
import SourceText
import TemplateModel
import Testing

struct DraftResolutionTests {
  private func read(_ markdown: String) -> ParsedResponse {
    ResponseReader.files(in: SourceFile(path: "MODEL_RESPONSE.md", text: markdown), index: 0)
  }

  /// A template with one bucket a name.
  private func template(_ names: [String], end: String = "") -> String {
    "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n"
      + names.map {
        "  \($0):\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: \($0)-\(end)bucket\n"
      }.joined()
  }

  private func fence(_ text: String, label: String = "yaml") -> String { "```\(label)\n\(text)```\n\n" }

  private let names = ["Logs", "Assets", "Reports", "Archive", "Backups"]

  @Test func `The last of several drafts of a path is final`() {
    let response = read(
      "**t.yml**\n\n" + fence(template(names)) + "**t.yml**\n\n" + fence(template(names, end: "v2-")))
    #expect(response.files.map(\.standing) == [.superseded, .final])
    #expect(response.problems.map(\.problem.kind) == [.supersededDraft])
    #expect(response.problems.map(\.problem.detail) == ["t.yml"])
  }

  @Test func `Templates without a path are drafts where they declare the same things`() {
    let response = read(fence(template(names)) + "Wait.\n\n" + fence(template(names + ["More"], end: "x-")))
    #expect(response.files.map(\.standing) == [.superseded, .final])
    #expect(response.problems.map(\.problem.detail) == ["block-2.yaml"])
  }

  @Test func `Templates that declare different things both stay`() {
    let response = read(
      fence(template(names)) + fence(template(["Users", "Orders", "Carts", "Items", "Prices"])))
    #expect(response.files.map(\.standing) == [.final, .final])
    #expect(response.problems == [])
  }

  @Test func `A few lines of a template are an excerpt of it`() {
    let part = "  Logs:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: Logs-bucket\n"
    #expect(
      read(fence(template(names)) + "Fix:\n\n" + fence(part)).files.map(\.standing) == [.final, .excerpt])
    #expect(
      read("First:\n\n" + fence(part) + fence(template(names))).files.map(\.standing) == [.excerpt, .final])
  }

  @Test func `A lone resource is final where no template repeats it`() {
    let part = "Logs:\n  Type: AWS::S3::Bucket\n  Properties:\n    BucketName: logs\n"
    #expect(read(fence(part)).files.map(\.standing) == [.final])
  }

  @Test func `Drafts in a thinking trace give way to the answer`() {
    let other = template(["Users", "Orders", "Carts", "Items", "Prices"])
    let response = read("## Reasoning Trace\n\n" + fence(template(names)) + "## Answer\n\n" + fence(other))
    #expect(response.files.map(\.standing) == [.superseded, .final])
  }

  @Test func `Files of one name in two folders both stay`() {
    let one = "resource \"aws_vpc\" \"main\" {\n  cidr_block = var.cidr_of_the_network\n}\n"
    let two = "resource \"aws_db_instance\" \"db\" {\n  engine_version = \"15.4\"\n}\n"
    let response = read(
      "## main.tf\n\n" + fence(one, label: "hcl") + "## modules/db/main.tf\n\n" + fence(two, label: "hcl"))
    #expect(response.files.map(\.standing) == [.final, .final])
  }

  @Test func `Lines of a program below line numbers are an excerpt`() {
    let response = read("**File:** `lib/stack.ts:190-204`\n\n```ts\nnew s3.Bucket(this, 'A', {});\n```\n")
    #expect(response.files.map(\.path) == ["lib/stack.ts"])
    #expect(response.files.map(\.standing) == [.excerpt])
  }
}
