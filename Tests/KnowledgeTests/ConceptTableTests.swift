import Knowledge
import Readers
import SourceText
import TemplateDiff
import Testing

/// The table of things and traits, and how known failures name them.
struct ConceptTableTests {
  private let table =
    "traits:\n  encrypted:\n    title: encryption\n    words: [encrypted]\nthings:\n  bucket:\n    title: S3 bucket\n    types: [AWS::S3::Bucket]\n    words: [s3]\n    encrypted:\n      at: [BucketEncryption]\n"

  private func problem(_ text: String) -> String? {
    do throws(KnownFailureProblem) {
      _ = try ConceptTable.load(path: "concepts.yaml", bytes: Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }

  /// A knowledge base of one entry whose `detect` is given.
  private func base(_ detect: String) -> (base: KnowledgeBase, problems: [String]) {
    let path = "compute/auto-scaling-missing-or-wrong.yaml"
    guard let entry = KnownFailureFiles.all.first(where: { $0.path.hasSuffix(path) }) else {
      return (KnowledgeBase(entries: []), ["no entry"])
    }
    let text = String(decoding: entry.bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "detect:\n"), let end = text.firstRange(of: "\nissue:") else {
      return (KnowledgeBase(entries: []), ["no detect"])
    }
    let changed = text[..<start.upperBound] + detect + text[end.lowerBound...]
    let (base, problems) = KnowledgeBase.load([
      (path: entry.path, bytes: Array(changed.utf8)), (path: "concepts.yaml", bytes: Array(table.utf8)),
    ])
    return (base, problems.map(\.sentence))
  }

  private func problems(_ detect: String) -> [String] { base(detect).problems }

  @Test func `The table is read, and what is misspelled is named with its line`() {
    #expect(problem(table) == nil)
    #expect(
      problem(table.replacing("at: [BucketEncryption]", with: "in: [BucketEncryption]"))
        == "concepts.yaml:11: The key `in` is not known here; allowed are at, beside, named, of, unless, always, some."
    )
    #expect(
      problem(table.replacing("    encrypted:\n      at", with: "    versioned:\n      at"))
        == "concepts.yaml:10: The key `versioned` is not known here; allowed are title, types, words, loosely, signs, encrypted."
    )
    #expect(
      problem(table.replacing("[BucketEncryption]", with: "[Retention weeks]"))
        == "concepts.yaml:11: The word `weeks` is not known here; allowed are days, hours, minutes, seconds, megabytes, gigabytes, count."
    )
  }

  @Test func `Known failures may name things and traits that the table has`() {
    #expect(problems("  - delta: any\n    type: [bucket]\n    trait: encrypted") == [])
    #expect(problems("  - resource: [bucket]\n    lacks: [encrypted]") == [])
  }

  @Test func `A resource is found by the trait that it lacks or has`() {
    let plain = "Resources:\n  Files:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: files\n"
    let encrypted = plain + "      BucketEncryption:\n        ServerSideEncryptionConfiguration: []\n"
    let subjects = { (detect: String, response: String, ideal: String) in
      base(detect).base.judge(
        TemplateDiff.compare(
          response: TemplateReader.template(from: [SourceFile(path: "template.yaml", text: response)]),
          ideal: TemplateReader.template(from: [SourceFile(path: "template.yaml", text: ideal)])),
        requirements: []
      ).findings.map(\.subject)
    }
    let lacks = "  - resource: [bucket]\n    lacks: [encrypted]"
    #expect(subjects(lacks, plain, encrypted.replacing("[]", with: "[{A: b}]")) == ["AWS::S3::Bucket Files"])
    #expect(subjects(lacks, encrypted.replacing("[]", with: "[{A: b}]"), plain) == [])
    #expect(subjects(lacks, plain, plain) == [])
    let has = "  - resource: [bucket]\n    has: [encrypted]"
    #expect(subjects(has, encrypted.replacing("[]", with: "[{A: b}]"), plain) == ["AWS::S3::Bucket Files"])
  }

  @Test func `A thing or trait that the table does not have is a problem`() {
    #expect(
      problems("  - delta: any\n    type: [buckets]\n    trait: encrypted") == [
        "There is no thing `buckets` in concepts.yaml; write one of its names, or a type with its colons."
      ])
    #expect(
      problems("  - delta: any\n    type: [bucket]\n    trait: versioned") == [
        "The word `versioned` is not known here; allowed are encrypted."
      ])
  }
}
