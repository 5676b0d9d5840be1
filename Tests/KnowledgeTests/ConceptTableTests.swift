import Knowledge
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

  /// The problems of an entry whose `detect` is given.
  private func problems(_ detect: String) -> [String] {
    guard
      let entry = KnownFailureFiles.all.first(where: {
        $0.path.hasSuffix("compute/auto-scaling-missing-or-wrong.yaml")
      })
    else { return ["no entry"] }
    let text = String(decoding: entry.bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "detect:\n"), let end = text.firstRange(of: "\nissue:") else {
      return ["no detect"]
    }
    let changed = text[..<start.upperBound] + detect + text[end.lowerBound...]
    return KnowledgeBase.load([
      (path: entry.path, bytes: Array(changed.utf8)), (path: "concepts.yaml", bytes: Array(table.utf8)),
    ]).problems.map(\.sentence)
  }

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
