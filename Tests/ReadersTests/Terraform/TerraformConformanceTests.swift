import Foundation
import TemplateModel
import TestSupport
import Testing

/// Real files against the blocks that tree-sitter sees in them.
struct TerraformConformanceTests {
  @Test(
    .enabled(if: ConformanceRows.exist("terraform-wild"), "the conformance sets are not on this machine"))
  func `Resources and data stand on the lines where the oracle sees them`() throws {
    var wanted = 0
    var exact = 0
    var wrong: [String] = []
    for row in try ConformanceRows.read("terraform-wild") {
      guard let text = row["text"] as? String, let blocks = row["blocks"] as? [[Any]] else { continue }
      let expected = blocks.filter { $0.count == 5 && ["resource", "data"].contains($0[0] as? String) }
        .map { block in block.dropFirst().map { "\($0)" }.joined(separator: " ") }
      let template = terraform(text)
      let found = Set(
        template.resources.map { resource in
          let lines = template.lines(of: resource.location)
          return "\(resource.type) \(resource.name) \(lines.lowerBound) \(lines.upperBound)"
        })
      wanted += expected.count
      let missing = expected.filter { !found.contains($0) }
      exact += expected.count - missing.count
      if let first = missing.first { wrong.append("\(row["path"] ?? ""): \(first)") }
    }
    #expect(exact == wanted, "\(wrong.prefix(10).joined(separator: "\n"))")
    #expect(wanted > 6000)
  }

  @Test(
    .enabled(if: ConformanceRows.exist("terraform-testdata"), "the conformance sets are not on this machine"))
  func `Every plan of Terraform's own tests has its resources`() throws {
    var plans = 0
    for row in try ConformanceRows.read("terraform-testdata") {
      guard let text = row["text"] as? String, let path = row["path"] as? String else { continue }
      let template = terraform((path, text))
      guard let plan = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let planned = plan["planned_values"] as? [String: Any], let root = planned["root_module"]
      else { continue }
      plans += 1
      #expect(template.resources.map(\.address) == addresses(in: root), "\(path)")
    }
    #expect(plans > 10)
  }

  /// The addresses of a module's resources and of those in the modules that it calls.
  private func addresses(in module: Any) -> [String] {
    guard let module = module as? [String: Any] else { return [] }
    let own = (module["resources"] as? [[String: Any]] ?? []).compactMap { $0["address"] as? String }
    return own + (module["child_modules"] as? [Any] ?? []).flatMap(addresses)
  }
}
