import TestSupport
import Testing

@testable import Facts

/// CDK classes with the CloudFormation types that synthesized apps show for them.
@Suite struct ConstructConformanceTests {
  let facts: FactsTable

  init() throws { facts = try #require(Table.facts) }

  @Test(
    .enabled(
      if: ConformanceDocument.exists("cdk-class-to-cfn"), "the conformance data is not on this machine"))
  func `A construct stands for the type that synthesis makes of it`() throws {
    var right = 0
    var wrong: [String] = []
    var silent: [String] = []
    for (name, value) in try ConformanceDocument.read("cdk-class-to-cfn") {
      guard name.hasPrefix("aws-cdk-lib."),
        let primary = (value as? [String: Any])?["primary"] as? [String: Int],
        let most = primary.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
        let found = facts.type(name, in: .cdk)
      else { continue }
      if found.target == most {
        right += 1
      } else if found.target.contains("::") {
        wrong.append("\(name): \(found.target), synthesized \(most)")
      } else {
        silent.append("\(name): \(most)")
      }
    }
    print("constructs: \(right) right, \(wrong.count) wrong, \(silent.count) without a type")
    #expect(wrong.isEmpty, "\(wrong.sorted())")
    // Of the others, some stand for no one type: `CfnResource`, `Resource`.
    #expect(right >= 540 && silent.count <= 10, "\(silent.sorted())")
  }
}
