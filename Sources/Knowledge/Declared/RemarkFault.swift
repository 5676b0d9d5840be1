/// Turns what a comment says was corrected into the fault of the response: a title.
///
///     fixed, "Use enum instead of string"     → string instead of enum
///     fixed, "Retrieve the password at run time" → Does not retrieve the password at run time
///     changed, "from 14.7 to 14.13"           → engine_version changed from 14.7 to 14.13
///     fixed, "EIP for NAT Gateway"            → Missing EIP for NAT Gateway
enum RemarkFault {
  /// - Parameter thing: what the line is about, for remarks that do not say it.
  static func title(of label: String, deed: String, thing: String?) -> String {
    let words = label.split(separator: " ")
    guard let first = words.first?.lowercased() else { return label }
    if ["from", "to", "was", "for", "with"].contains(first) || words.count < 3 {
      return remainder(label, deed: deed, thing: thing)
    }
    if let swap = label.firstRange(of: " instead of "), first == "use" || first == "using" || first == "used"
    {
      let wanted = label[label.index(after: words[0].endIndex)..<swap.lowerBound]
      return "\(label[swap.upperBound...]) instead of \(wanted)"
    }
    if first == "using" { return "Does not use " + words.dropFirst().joined(separator: " ") }
    if imperatives.contains(first) { return "Does not \(first) " + words.dropFirst().joined(separator: " ") }
    if claims.contains(where: { first.hasPrefix($0) }) || deed != "fixed" && deed != "corrected" {
      return DeclaredFix.fault(of: label, deed: deed)
    }
    return "Missing " + label
  }

  private static func remainder(_ label: String, deed: String, thing: String?) -> String {
    let fault = DeclaredFix.fault(of: label, deed: deed)
    guard let thing else { return fault }
    if ["from ", "to ", "was "].contains(where: { label.lowercased().hasPrefix($0) }) {
      return "\(thing) changed \(label)"
    }
    return "\(fault.prefix(1).uppercased())\(fault.dropFirst()): \(thing)"
  }

  /// Beginnings of words that say of themselves what was done.
  private static let claims = ["add", "remov", "chang", "fix", "correct", "updat", "renam", "replac", "mov"]

  private static let imperatives: Set<String> = [
    "use", "get", "retrieve", "convert", "export", "exclude", "construct", "enable", "configure", "pass",
    "create", "extract", "set", "make", "handle", "ensure", "include", "check", "validate", "limit", "allow",
    "grant", "attach", "import", "define", "store", "read", "load", "return", "encode", "apply", "skip",
    "avoid", "wrap", "split", "separate", "provide", "require", "specify", "deploy", "reference", "generate",
    "suppress", "disable", "restrict", "call", "keep", "parse", "build", "copy", "send", "log", "catch",
    "initialize", "prevent", "support", "register", "declare", "assign", "associate", "encrypt", "match",
  ]
}
