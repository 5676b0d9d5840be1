import SourceText
import Syntax
import Testing

struct HCLTemplateTests {
  @Test(arguments: [
    (#""a ${b} c""#, "(template a  (interpolation (traversal b))  c)"),
    (#""${f("x${y}")}""#, "(template (interpolation (call f (template x (interpolation (traversal y))))))"),
    (#""$${a} %%{b} $$""#, "(template $${a} %%{b} $$)"),
    (
      #""%{ if a }b%{ else }c%{ endif }d""#,
      "(template (ifDirective (traversal a) (parts b) (parts c)) d)"
    ),
    (
      #""%{ for k, v in m }${v}%{ endfor }""#,
      """
      (template (forDirective k v (traversal m) (parts (interpolation (traversal v)))))
      """
    ),
    ("<<EOT\na ${b}\nEOT\n", "(heredoc a  (interpolation (traversal b)) \n)"),
  ])
  func `Strings and heredocs hold text, interpolations and directives`(text: String, expected: String) {
    expectParses("x = " + text + "\n")
    #expect(expressionOutline(text) == expected)
  }

  private func decoded(_ text: String) -> (HCLText, [UInt8]) {
    let bytes = Array(text.utf8)
    return (HCLText(of: 0, in: HCLParser.parseExpression(bytes), bytes: bytes), bytes)
  }

  @Test func `Escapes are decoded and lead back to where they are written`() {
    let (text, _) = decoded(#""a\n\"b\" $${c} \u00e9""#)
    #expect(text.string == "a\n\"b\" ${c} é")
    #expect(text.isConstant)
    #expect(text.map.document(0) == 1)
    #expect(text.map.document(3) == 6)
  }

  @Test func `The common indentation of an indented heredoc is taken out, blank lines apart`() {
    let (text, bytes) = decoded("<<-EOT\n    {\n\n      \"a\": \"${b}\"\n    }\n  EOT\n")
    #expect(text.string == "{\n\n  \"a\": \"${b}\"\n}\n")
    #expect(!text.isConstant)
    for (offset, byte) in text.bytes.enumerated() {
      #expect(bytes[Int(text.map.document(UInt32(offset)))] == byte)
    }
  }

  @Test func `A plain heredoc keeps its indentation`() {
    #expect(decoded("<<EOT\n  a\n  EOT\n").0.string == "  a\n")
  }

  @Test func `A tilde trims the text beside it`() {
    let bytes = Array("a \n${~ b ~}  c".utf8)
    let tree = HCLParser.parseTemplate(bytes)
    #expect(HCLText(of: 0, in: tree, bytes: bytes).string == "a${~ b ~}c")
  }
}
