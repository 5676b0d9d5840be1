import Readers
import SourceText
import TemplateModel
import Testing

struct PromptReaderTests {
  private func read(_ text: String) -> [(text: String, headings: [String], lines: ClosedRange<Int>)] {
    PromptReader.requirements(in: SourceFile(path: "PROMPT.md", text: text)).map {
      ($0.text, $0.headings, $0.lines)
    }
  }

  @Test func `List items are requirements under their headings`() {
    let found = read(
      "# Task\n\n## **Storage**\n\n- A bucket with `versioning`\n- **Encryption** with\n  KMS\n\n1. Logs for 30 days\n"
    )
    #expect(found.map(\.text) == ["A bucket with versioning", "Encryption with KMS", "Logs for 30 days"])
    #expect(found.map(\.headings) == [["Task", "Storage"], ["Task", "Storage"], ["Task", "Storage"]])
    #expect(found.map(\.lines) == [5...5, 6...7, 9...9])
  }

  @Test func `Sentences count where they ask for something`() {
    let found = read(
      "The company keeps reports.\nCreate an S3 bucket, e.g. for logs. It must be\nencrypted. Thank you!\n")
    #expect(found.map(\.text) == ["Create an S3 bucket, e.g. for logs.", "It must be encrypted."])
    #expect(found.map(\.lines) == [2...2, 2...3])
  }

  @Test func `Headings, code and pleasantries ask for nothing`() {
    #expect(
      read(
        "# Create a bucket\n\nHello there!\n\n```bash\ncreate it\n```\n\nPlease let me know if you must ask.\n"
      ).isEmpty)
  }

  @Test func `A short item with a list below it is a heading`() {
    let found = read("1. Database Layer\n   - Deploy Aurora\n   - Enable backups\n2. Use KMS keys\n")
    #expect(found.map(\.text) == ["Deploy Aurora", "Enable backups", "Use KMS keys"])
    #expect(found.map(\.headings) == [["Database Layer"], ["Database Layer"], []])
  }

  @Test func `Bullets that Markdown does not know are items`() {
    #expect(
      read("Needs:\n• A VPC with subnets\n• Two NAT gateways\n").map(\.text) == [
        "A VPC with subnets", "Two NAT gateways",
      ])
  }
}
