import SourceText
import Testing

@testable import Syntax

struct ScriptAccessTests {
  private func first(_ kind: ScriptTree.Kind, in tree: ScriptTree) throws -> ScriptTree.NodeID {
    try #require(tree.subtree(of: ScriptTree.root).first { tree.kind(of: $0) == kind })
  }

  @Test func `Parts of a node are found by their roles`() throws {
    let text = "const b = new s3.Bucket(this, 'id', { versioned: true });"
    let tree = ScriptParser.parse(Array(text.utf8), language: .typeScript)
    let call = try first(.call, in: tree)
    let callee = try #require(tree.callee(of: call))
    #expect(tree.flags(of: call) == .isNew)
    #expect(tree.text(of: callee) == "s3.Bucket")
    #expect(tree.name(of: callee).map { tree.text(of: $0) } == "Bucket")
    #expect(tree.name(of: callee).map { tree.text(of: $0, is: "Bucket") } == true)
    #expect(tree.name(of: callee).map { tree.text(of: $0, is: "Bucke") } == false)
    #expect(tree.object(of: callee).map { tree.text(of: $0) } == "s3")
    #expect(tree.arguments(of: call).map { tree.kind(of: $0) } == [.identifier, .string, .object])
    let members = tree.members(of: try first(.object, in: tree)).map { $0 }
    #expect(members.map { tree.key(of: $0).map { tree.text(of: $0) } } == ["versioned"])
    #expect(members.map { tree.value(of: $0).map { tree.range(of: $0) } } == [SourceRange(49, 53)])
    #expect(tree.body(of: call) == nil)
  }

  @Test func `Parentheses, casts and assertions are unwrapped`() throws {
    let tree = ScriptParser.parse(Array("x = ((a as B)!)".utf8), language: .typeScript)
    let value = try #require(tree.value(of: try first(.assignment, in: tree)))
    #expect(tree.text(of: tree.unwrapped(value)) == "a")
  }

  @Test func `Comments are kept in order with their marks`() {
    for (text, language, comments) in [
      ("a // b\n/* c */ d", ScriptLanguage.typeScript, ["// b", "/* c */"]),
      ("#!x\na # b\n\"# c\"", .python, ["#!x", "# b"]), ("// a\nx /* b", .go, ["// a", "/* b"]),
      ("/** a */ b", .java, ["/** a */"]),
    ] {
      let file = SourceFile(path: "a", text: text)
      let tree = ScriptParser.parse(file.bytes, language: language)
      #expect(tree.comments.map { file.text($0) } == comments)
    }
  }

  @Test func `The dump shows ranges on request`() {
    let tree = ScriptParser.parse(Array("f(a)".utf8), language: .go)
    #expect(
      tree.dump(ranges: true)
        == "(file@0..4 statement:(expressionStatement@0..4 value:(call@0..4 callee:identifier@0..1'f' argument:identifier@2..3'a')))"
    )
  }
}
