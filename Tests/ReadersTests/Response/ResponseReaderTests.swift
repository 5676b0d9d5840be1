import Readers
import SourceText
import TemplateModel
import Testing

struct ResponseReaderTests {
  private func read(_ markdown: String) -> (response: ParsedResponse, document: SourceFile) {
    let document = SourceFile(path: "MODEL_RESPONSE.md", text: markdown)
    return (ResponseReader.files(in: document, index: 0), document)
  }

  private let template =
    "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Type: AWS::S3::Bucket\n"

  @Test func `Positions are lines of the answer, in lists and quotes too`() {
    let (response, document) = read(
      "1. Save:\n\n   ```yaml\n   Resources:\n     A:\n       Type: AWS::S3::Bucket\n   ```\n")
    let file = response.files[0]
    #expect(file.text(SourceRange(0, file.bytes.count)) == "Resources:\n  A:\n    Type: AWS::S3::Bucket\n")
    let key = file.location(SourceRange(13, 14)).range
    #expect(document.text(key) == "A")
    #expect(document.lines.position(at: key.start) == SourcePosition(line: 5, column: 6))
  }

  @Test func `A bare template is one file`() {
    let (response, document) = read("Here it is:\n\n" + template)
    #expect(response.files.map(\.dialect) == [.cloudFormation])
    #expect(document.lines.lines(of: response.files[0].location.range) == 3...6)
  }

  @Test func `Bare code under path lines becomes several files`() {
    let (response, _) = read(
      "A) provider.tf\nprovider \"aws\" {\n}\nB) lib/main.tf\nresource \"a\" \"b\" {\n}\n")
    #expect(response.files.map(\.path) == ["provider.tf", "lib/main.tf"])
    #expect(
      response.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "provider \"aws\" {\n}\n", "resource \"a\" \"b\" {\n}\n",
      ])
  }

  @Test func `Prose without code has no files`() {
    #expect(read("# Answer\n\nWe import the template from S3.\n").response.files.isEmpty)
  }

  @Test func `A fence around the whole answer is looked through`() {
    let (response, _) = read("```markdown\n# Answer\n\n```yaml\n" + template + "```\n\nDone.\n```\n")
    #expect(response.files.map(\.dialect) == [.cloudFormation])
    #expect(response.problems == [])
  }

  @Test func `Fences within a README do not end it`() {
    let markdown =
      "## README.md\n\n```markdown\n# Title\n\n```bash\nnpm test\n```\n\nEnd.\n```\n\n## t.yml\n\n```yaml\n"
      + template + "```\n"
    let files = read(markdown + String(repeating: "prose\n\n", count: 20)).response.files
    #expect(files.map(\.path) == ["README.md", "t.yml"])
    #expect(String(decoding: files[0].bytes, as: UTF8.self) == "# Title\n\n```bash\nnpm test\n```\n\nEnd.\n")
  }

  @Test func `A fence that opens before the last one is closed starts another file`() {
    let (response, _) = read(
      "**a.tf**\n```hcl\nresource \"a\" \"b\" {\n}\n\n**c.tf**\n```hcl\nresource \"c\" \"d\" {\n}\n```\n")
    #expect(response.files.map(\.path) == ["a.tf", "c.tf"])
    #expect(response.problems.map(\.problem.kind) == [.unclosedFence])
  }

  @Test func `An answer that breaks off is incomplete`() {
    let (response, _) = read(
      "```ts\nimport * as s3 from 'aws-cdk-lib/aws-s3';\nexport class A extends cdk.Stack {\n  x(")
    #expect(response.files.map(\.isComplete) == [false])
    #expect(response.problems.map(\.problem.kind) == [.unclosedFence, .truncated])
  }

  @Test func `A missing last fence alone is no truncation`() {
    let (response, _) = read("```yaml\n" + template)
    #expect(response.files.map(\.isComplete) == [true])
    #expect(response.problems.map(\.problem.kind) == [.unclosedFence])
  }

  @Test func `Commands, trees and outputs are no files of the template`() {
    let (response, _) = read(
      "```bash\nnpm test\n```\n\n```\nlib/\n├── a.ts\n└── b.ts\n```\n\n```json\n{\"StatusCode\": 200}\n```\n")
    #expect(response.files.map(\.standing) == [.excerpt, .excerpt, .excerpt])
    #expect(response.files.map(\.role) == [.script, .document, .configuration])
  }

  @Test func `An unknown language is reported with its label`() {
    let (response, _) = read("```brainfuck\n++++\n```\n")
    #expect(response.problems.map(\.problem.kind) == [.unknownDialect])
    #expect(response.problems.map(\.problem.detail) == ["brainfuck"])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}\n"])
  func `An empty answer is reported`(text: String) {
    let (response, _) = read(text)
    #expect(response.files.isEmpty)
    #expect(response.problems.map(\.problem.kind) == [.empty])
  }

  @Test func `A binary answer is not read, and other broken bytes are reported`() {
    let binary = ResponseReader.files(in: SourceFile(path: "a.md", bytes: [0x23, 0, 1]), index: 0)
    #expect(binary.problems.map(\.problem.kind) == [.binary])
    let broken = ResponseReader.files(
      in: SourceFile(path: "a.md", bytes: [0xEF, 0xBB, 0xBF, 0x23, 0xFF, 0xFE, 0x0A]), index: 0)
    #expect(
      broken.problems.map(\.problem) == [
        SourceProblem(.byteOrderMark, range: SourceRange(0, 3)),
        SourceProblem(.notUTF8, range: SourceRange(4, 6)),
      ])
  }
}
