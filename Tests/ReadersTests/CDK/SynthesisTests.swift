import Foundation
import SourceText
import TemplateModel
import Testing

/// Measures the reader on CDK apps that Python's aws-cdk-lib has synthesized; see `Synthesis/synthesize.py`.
///
/// Enabled by PLUMBLINE_SYNTHESIS, the folder with the apps; elsewhere the test is skipped.
struct SynthesisTests {
  private static let folder = ProcessInfo.processInfo.environment["PLUMBLINE_SYNTHESIS"]

  /// A construct that a line of an app made.
  private struct Made: Hashable {
    let line: Int
    let className: String
    let id: String
    let type: String
  }

  private struct Count {
    var expected = 0
    var found = 0
    var typed = 0
    var rightType = 0
    var ours = 0
    var right = 0
    var wrong: [String] = []
  }

  @Test(.enabled(if: SynthesisTests.folder != nil, "PLUMBLINE_SYNTHESIS is not set"))
  func `Constructs with literal ids are found on their lines with their types`() throws {
    let folder = try #require(SynthesisTests.folder)
    let apps = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    var count = Count()
    var measured = 0
    for app in apps {
      guard let text = try? String(contentsOfFile: "\(folder)/\(app)/app.py", encoding: .utf8),
        let truth = try? String(contentsOfFile: "\(folder)/\(app)/truth.tsv", encoding: .utf8)
      else { continue }
      measured += 1
      measure(app, text, truth, &count)
    }
    print(
      """
      \(measured) apps: \(count.found) of \(count.expected) constructs on their lines, \
      \(count.rightType) of \(count.typed) types, \(count.right) of \(count.ours) resources are constructs
      """)
    #expect(measured >= 60)
    #expect(Double(count.found) >= 0.97 * Double(count.expected), "\(count.wrong)")
    #expect(Double(count.right) >= 0.99 * Double(count.ours), "\(count.wrong)")
    #expect(count.rightType == count.typed, "\(count.wrong)")
  }

  private func measure(_ app: String, _ text: String, _ truth: String, _ count: inout Count) {
    var made: [Made] = []
    var below: Set<String> = []
    for row in truth.split(separator: "\n").map({ $0.split(separator: "\t").map(String.init) }) where row.count == 4 {
      if row[0] == "method" { below.insert(row[2]) }
      if let line = Int(row[0]) { made.append(Made(line: line, className: row[1], id: row[2], type: row[3])) }
    }
    let template = cdk("app.py", text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let ids = Set(made.map(\.id)).union(below)
    for construct in Set(made).sorted(by: { ($0.line, $0.id) < ($1.line, $1.id) }) {
      let end = min(construct.line + 3, lines.count)
      guard lines[(construct.line - 1)..<end].contains(where: { $0.contains("\"\(construct.id)\"") }) else { continue }
      count.expected += 1
      let resource = template.resources.first { $0.name == construct.id && line($0.location, template) == construct.line }
      let isDeclared = template.declarations.contains {
        $0.name == construct.id && line($0.location, template) == construct.line
      }
      if resource != nil || isDeclared {
        count.found += 1
      } else {
        count.wrong.append("\(app):\(construct.line) \(construct.className) \(construct.id) is missing")
      }
      guard let resource, construct.className != "own", construct.type.hasPrefix("AWS::") else { continue }
      count.typed += 1
      if resource.canonicalType == construct.type {
        count.rightType += 1
      } else {
        count.wrong.append("\(app):\(construct.line) \(construct.type) is read as \(resource.canonicalType)")
      }
    }
    let places = Set(made.map { "\($0.line) \($0.id)" })
    // `Unused` stands in a branch that is not taken.
    for resource in template.resources where !resource.name.contains("${") && resource.name != "Unused" {
      count.ours += 1
      let isMethod = resource.attribute("scope") != nil
      if isMethod ? ids.contains(resource.name) : places.contains("\(line(resource.location, template)) \(resource.name)") {
        count.right += 1
      } else {
        count.wrong.append("\(app):\(line(resource.location, template)) \(resource.type) \(resource.name) is no construct")
      }
    }
  }

  private func line(_ location: SourceText.SourceLocation, _ template: Template) -> Int { template.lines(of: location).lowerBound }
}
