import Readers
import SourceText
import TemplateModel
import Testing

struct AnswerReaderTests {
  private let template = SourceFile(path: "lib/t.yml", text: "AWSTemplateFormatVersion: x\n")
  private let markdown = SourceFile(
    path: "README.md", text: "# Title\n\n```yaml\nAWSTemplateFormatVersion: x\n```\n")

  @Test func `One Markdown file is an answer`() {
    #expect(AnswerReader.files([markdown]).files.map(\.path) == ["block-1.yaml"])
  }

  @Test func `One template file is itself`() {
    let files = AnswerReader.files([template]).files
    #expect(files.map(\.path) == ["lib/t.yml"])
    #expect(files.map(\.dialect) == [.cloudFormation])
    #expect(files.map(\.isPathGiven) == [true])
  }

  @Test func `Markdown within a folder stays a document`() {
    let files = AnswerReader.files([markdown, template]).files
    #expect(files.map(\.role) == [.document, .stack])
    #expect(files.map(\.document) == [0, 1])
    #expect(files.map(\.location.document) == [0, 1])
  }

  @Test func `An unreadable file of a folder is left out and reported in its place`() {
    let response = AnswerReader.files([SourceFile(path: "a.bin", bytes: [0, 1]), template])
    #expect(response.files.map(\.document) == [1])
    #expect(response.problems.map(\.problem.kind) == [.binary])
    #expect(response.problems.map(\.location.document) == [0])
  }

  @Test func `No documents give no files`() {
    #expect(AnswerReader.files([]).files.isEmpty)
  }
}
