import SourceText
import Syntax
import Testing

struct YAMLExpansionTests {
  private func targets(_ text: String) -> (found: [String?], problems: [SourceProblem.Kind]) {
    let bytes = Array(text.utf8)
    let tree = YAMLParser.parse(bytes)
    let expansion = YAMLExpansion(tree, in: bytes)
    let aliases = tree.nodes.indices.filter { tree.nodes[$0].kind == .alias }
    return (
      aliases.map { alias in
        expansion.target(of: UInt32(alias), in: tree).map {
          String(decoding: bytes[tree[$0].range.bytes], as: UTF8.self)
        }
      }, expansion.problems.map(\.kind)
    )
  }

  @Test func `An alias stands for the latest anchor before it`() {
    let (found, problems) = targets("a: &x 1\nb: *x\nc: &x {k: 2}\nd: {<<: *x}\n")
    #expect(found == ["1", "{k: 2}"])
    #expect(problems.isEmpty)
  }

  @Test func `Aliases without an anchor, of another document and of themselves are reported`() {
    let (found, problems) = targets("a: &x [*x]\nb: *y\n---\nc: *x\n")
    #expect(found == [nil, nil, nil])
    #expect(problems == [.unknownAlias, .unknownAlias, .unknownAlias])
  }

  @Test func `An alias bomb spends the budget and is left unexpanded`() {
    var text = "a0: &a0 [x, x]\n"
    for level in 1..<100 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let bytes = Array(text.utf8)
    let expansion = YAMLExpansion(YAMLParser.parse(bytes), in: bytes)
    #expect(expansion.links.isEmpty)
    #expect(expansion.problems.map(\.kind) == [.aliasBudgetSpent])
    #expect(expansion.problems.map(\.detail) == ["1000000"])
  }
}
