import SourceText
import TemplateModel
import TestSupport
import Testing

/// Resources and properties of real templates against what PyYAML and tree-sitter see.
struct CloudFormationConformanceTests {
  @Test(
    .enabled(if: ConformanceRows.exist("cfn-templates-real"), "the conformance sets are not on this machine"),
    arguments: ["cfn-templates-real", "cfn-lint-fixtures"])
  func `Resources and properties stand where the oracle sees them`(set: String) throws {
    var wanted = 0
    var exact = 0
    var first: [String] = []
    for row in try ConformanceRows.read(set) {
      guard let text = row["text"] as? String, let path = row["path"] as? String,
        let oracle = row["oracle"] as? [String: Any], let resources = oracle["resources"] as? [[String: Any]]
      else { continue }
      let template = cloudFormation(text, path.hasSuffix(".json") ? .json : .yaml)
      let found = Dictionary(template.resources.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
      for resource in resources {
        guard let id = resource["id"] as? String, let line = resource["line"] as? Int,
          resource["type"] is String
        else { continue }
        wanted += 1
        let properties = (resource["props"] as? [[Any]] ?? []).compactMap { property -> String? in
          guard let name = property.first as? String, let line = property.dropFirst().first as? Int else {
            return nil
          }
          return "\(name) \(line)"
        }
        let mine = found[id].map { resource in
          resource.properties.members.map { "\($0.key) \(template.lines(of: $0.keyLocation).lowerBound)" }
        }
        if found[id].map({ template.lines(of: $0.location).lowerBound }) == line,
          Set(mine ?? []) == Set(properties)
        {
          exact += 1
        } else if first.count < 10 {
          first.append("\(path) \(id) \(line): \(properties) / \(mine ?? [])")
        }
      }
    }
    print("\(set): \(exact) of \(wanted) resources exact")
    #expect(Double(exact) >= 0.99 * Double(wanted), "\(first.joined(separator: "\n"))")
    #expect(wanted > 1000)
  }
}
