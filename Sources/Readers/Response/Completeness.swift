import TemplateModel

/// Tells whether a text breaks off: an open bracket, an open string, or a key without its value at the end.
///
///     new TerraformOutput(this, "unauthorized-access-al      two brackets and a string are open
///
/// Asked only where a break is likely: of a block whose fence is never closed, and of the last block. A text whose
/// last line closes something at the margin is taken as whole, so that a bracket which the scan miscounts does no
/// harm.
enum Completeness {
  static func breaksOff(_ bytes: [UInt8], language: Language) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let last = lastLine(of: bytes), !Elision.isMarked(last) else { return false }
      switch language {
      case .yaml: return endsInYAML(last)
      case .json, .typeScript, .javaScript, .java, .go, .hcl, .python:
        if last.indent == 0, closesSomething(last) { return false }
        var scan = BracketScan(bytes, language: language)
        return scan.depth() > 0
      default: return false
      }
    }
  }

  private static func lastLine(of bytes: UnsafeBufferPointer<UInt8>) -> TextLine? {
    var start = bytes.count
    while start > 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[start - 1]) { start -= 1 }
    guard start > 0 else { return nil }
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return TextLine(bytes, at: start)
  }

  /// Whether a line ends what was opened, as `});` and `app.synth();` do.
  private static func closesSomething(_ line: TextLine) -> Bool {
    switch line.last {
    case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ";"): true
    default: false
    }
  }

  /// A key, a tag or a dash without a value, or an open quote.
  private static func endsInYAML(_ last: TextLine) -> Bool {
    if last.first == UInt8(ascii: "#") { return false }
    let isOpen =
      last.last == UInt8(ascii: ":") || last.text == "-" || last.ends(with: "!Ref") || last.ends(with: "!Sub")
      || last.ends(with: "!GetAtt")
    var quotes = 0
    for offset in last.start..<last.end where last.bytes[offset] == UInt8(ascii: "\"") { quotes += 1 }
    return isOpen || quotes % 2 == 1
  }
}
