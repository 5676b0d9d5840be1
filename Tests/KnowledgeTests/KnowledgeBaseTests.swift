import Knowledge
import SourceText
import TemplateDiff
import TemplateModel
import Testing

struct KnowledgeBaseTests {
  @Test
  func `Every known failure is read without a problem`() {
    #expect(KnownFailureFiles.loaded.problems.map(\.description) == [])
    #expect(KnownFailureFiles.loaded.base.entries.count > 60)
  }

  @Test
  func `Every detector is named by a file, and only detectors that exist`() {
    let text = KnownFailureFiles.all.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    for detector in Detector.all {
      #expect(text.contains("detector: \(detector.name)\n"), "\(detector.name)")
    }
  }

  @Test
  func `Detectors stand in the order of their names`() {
    #expect(Detector.all.map(\.name) == Detector.all.map(\.name).sorted())
  }

  @Test
  func `Every title and text is free of open placeholders`() {
    for entry in KnownFailureFiles.loaded.base.entries {
      for example in entry.examples where example.language == "yaml" {
        for finding in KnownFailureFiles.judge(response: example.response, ideal: example.ideal).findings {
          for text in [finding.title, finding.issue, finding.fix, finding.rootCause]
            + finding.impact.map(\.text)
          {
            #expect(
              !text.contains("{name}") && !text.contains("{type}") && !text.contains("{lines}"), "\(text)")
          }
        }
      }
    }
  }

  @Test
  func `The same document twice has no findings but faults that it has itself`() {
    let entries = KnownFailureFiles.loaded.base.entries
    let standing = Set(
      entries.filter { $0.detections.contains(where: \.standsAlone) }.map(\.id))
    for entry in entries {
      for example in entry.examples {
        let findings = KnownFailureFiles.judge(response: example.ideal, ideal: example.ideal).findings
        #expect(findings.filter { !standing.contains($0.rule) }.map(\.title) == [], "\(entry.id)")
      }
    }
  }

  @Test
  func `Fingerprints differ within a report and stay when lines move`() {
    let response = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  B:\n    Type: AWS::SNS::Topic\n"
    let ideal = "Resources:\n  C:\n    Type: AWS::SQS::Queue\n  D:\n    Type: AWS::KMS::Key\n"
    let first = KnownFailureFiles.judge(response: response, ideal: ideal).findings.map(\.fingerprint)
    let moved = KnownFailureFiles.judge(response: "\n\n" + response, ideal: "\n" + ideal).findings.map(
      \.fingerprint)
    #expect(first.count > 1)
    #expect(Set(first).count == first.count)
    #expect(first == moved)
    #expect(first.allSatisfy { $0.count == 16 })
  }

  @Test
  func `A finding quotes the line of the prompt that asks for it`() throws {
    let analysis = KnownFailureFiles.judge(
      response: "Resources:\n  Uploads:\n    Type: AWS::SQS::Queue\n",
      ideal:
        "Resources:\n  Uploads:\n    Type: AWS::SQS::Queue\n  Depth:\n    Type: AWS::CloudWatch::Alarm\n",
      prompt: "# Task\n\n- Create a queue for uploads.\n- Add CloudWatch alarms for the depth of the queue.\n"
    )
    let finding = try #require(analysis.findings.first { $0.rule == "cloudwatch-alarms-missing" })
    #expect(finding.requirement?.lines == 4...4)
  }

  @Test
  func `Several resources with one fault are one finding`() throws {
    let queue = { (name: String, tags: String) in
      "  \(name):\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 1\n\(tags)"
    }
    let tags = "      Tags:\n        - Key: Team\n          Value: orders\n"
    let analysis = KnownFailureFiles.judge(
      response: "Resources:\n" + queue("A", "") + queue("B", "") + queue("C", ""),
      ideal: "Resources:\n" + queue("A", tags) + queue("B", tags) + queue("C", tags))
    let findings = analysis.findings.filter { $0.rule == "resource-tags-missing-or-inconsistent" }
    #expect(findings.map(\.title) == ["Missing or inconsistent resource tags on A, B and 1 more"])
    #expect(findings.first?.ideal.map { analysis.diff.ideal.lines(of: $0).lowerBound } == [6, 13, 20])
  }
}
