import SourceText
import Syntax
import TemplateModel

/// The strings of a JSON text are templates of HCL: `"${aws_s3_bucket.logs.arn}/*"`.
///
/// Source: HCL's JSON syntax specification (hcl/json/spec.md), "Expressions".
struct JSONTemplates {
  let names: TerraformNames
  var variables: [String] = []

  /// The value of a string with an interpolation; nil for all other nodes.
  func interpret(_ values: inout KeyedValues, _ id: KeyedTree.NodeID) -> Value? {
    guard values.tree[id].kind == .scalar, values.tree[id].style == .doubleQuoted else { return nil }
    let range = values.tree[id].range.bytes.clamped(to: 0..<values.file.bytes.count)
    guard JSONTemplates.holdsInterpolation(values.file.bytes[range]) else { return nil }
    let (bytes, map) = values.tree.decoded(id, in: values.file.bytes)
    let file = values.file.inner(bytes, map, .hcl)
    let tree = HCLParser.parseTemplate(bytes)
    guard tree.problems.allSatisfy({ $0.weight == .note }) else { return nil }
    var inner = TerraformValues(tree: tree, file: file, names: names)
    inner.variables = variables
    var value = inner.template(HCLTree.root)
    value.location = values.location(id)
    return value
  }

  /// The reference that a string of `depends_on` names; nil for other text.
  func dependency(_ value: Value) -> Reference? {
    guard let text = value.string else { return nil }
    return names.reference(to: text.split(separator: ".").map(String.init))?.reference
  }

  private static func holdsInterpolation(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "{"), previous == UInt8(ascii: "$") || previous == UInt8(ascii: "%") {
        return true
      }
      previous = byte
    }
    return false
  }
}
