import Facts
import Foundation
import Knowledge
import Readers
import SourceText
import TemplateDiff
import Testing

/// The known failures as they lie in the sources, and pairs judged by them.
enum KnownFailureFiles {
  static let all: [(path: String, bytes: [UInt8])] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Knowledge/KnownFailures")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
      let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) ?? Data()
      return (path: path, bytes: [UInt8](data))
    }
  }()

  static let loaded = KnowledgeBase.load(all)

  /// The table of facts as it is committed.
  static let facts: FactsTable? = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Facts/Resources/facts.txt")
    return FileManager.default.contents(atPath: file.path).flatMap {
      try? FactsTable(FactsBytes([UInt8]($0)))
    }
  }()

  /// Judges two documents whose language their extension says.
  static func judge(
    response: String, ideal: String, prompt: String = "", extension suffix: String = "yaml"
  ) -> FailureAnalysis {
    loaded.base.judge(
      TemplateDiff.compare(
        response: TemplateReader.template(from: [SourceFile(path: "template.\(suffix)", text: response)]),
        ideal: TemplateReader.template(from: [SourceFile(path: "template.\(suffix)", text: ideal)])),
      requirements: PromptReader.requirements(in: SourceFile(path: "PROMPT.md", text: prompt)), facts: facts)
  }

  /// The titles of what is found where nothing is known of types and members.
  static func judgeWithoutFacts(response: String, ideal: String) -> [String] {
    loaded.base.judge(
      TemplateDiff.compare(
        response: TemplateReader.template(from: [SourceFile(path: "template.yaml", text: response)]),
        ideal: TemplateReader.template(from: [SourceFile(path: "template.yaml", text: ideal)])),
      requirements: []
    ).findings.filter { $0.rule.hasPrefix("nonexistent-") }.map(\.title)
  }
}
