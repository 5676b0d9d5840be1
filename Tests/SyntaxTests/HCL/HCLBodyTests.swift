import SourceText
import Syntax
import Testing

struct HCLBodyTests {
  @Test func `A block has a type, labels and a body of attributes and blocks`() {
    let text = """
      resource "aws_s3_bucket" logs {
        bucket = "logs" # a comment
        tags   = { Name = "x", "a:b" : 1 }

        versioning { enabled = true }
      }

      """
    expectParses(text)
    #expect(
      outline(text) == """
        (body (block resource (template aws_s3_bucket) logs (body (attribute bucket (template logs)) \
        (attribute tags (object (item (traversal Name) (template x)) (item (template a:b) 1))) \
        (block versioning (body (attribute enabled true))))))
        """)
  }

  @Test func `Readers find attributes, blocks and labels`() throws {
    let bytes = Array("a = 1\nresource \"t\" \"n\" {\n  b = 2\n}\nc = 3\n".utf8)
    let tree = HCLParser.parse(bytes)
    #expect(tree.attributes(of: HCLTree.root).map { tree.name(of: $0.name, in: bytes) } == ["a", "c"])
    let block = try #require(tree.blocks(of: HCLTree.root).first)
    #expect(tree.text(of: block.type, in: bytes) == "resource")
    #expect(tree.labels(of: block, in: bytes) == ["t", "n"])
    let body = try #require(block.body)
    #expect(tree.attributes(of: body).map { tree.text(of: $0.value, in: bytes) } == ["2"])
    #expect(tree[block.id].range == SourceRange(6, 34))
  }

  @Test func `Line breaks may be CRLF, comments may stand anywhere, a byte-order mark is a note`() {
    expectParses("a = 1 // one\r\n/* two\r\n */ b = [ # three\r\n  2,\r\n]\r\n")
    #expect(outline("\u{FEFF}a = 1\n") == "(body (attribute a 1))")
    #expect(problems("\u{FEFF}a = 1\n") == ["byteOrderMark: \u{FEFF}"])
  }

  @Test func `A minified file is read whole, and its missing line breaks are notes`() {
    let text = #"a = 1 b { c = 2 d "e" { f = [1, 2] } } g = 3"#
    #expect(
      outline(text) == """
        (body (attribute a 1) (block b (body (attribute c 2) \
        (block d (template e) (body (attribute f (tuple 1 2)))))) (attribute g 3))
        """)
    #expect(HCLParser.parse(Array(text.utf8)).problems.allSatisfy { $0.kind == .missingSeparator })
  }

  @Test func `Bytes that are not UTF-8 are kept and reported`() {
    let bytes = Array("a = \"".utf8) + [0xFF, 0xFE] + Array("\"\nb = 1\n".utf8)
    let tree = HCLParser.parse(bytes)
    #expect(tree.printed(from: bytes) == bytes)
    #expect(tree.problems == [SourceProblem(.notUTF8, range: SourceRange(5, 7))])
    #expect(tree.attributes(of: HCLTree.root).count == 2)
  }
}
