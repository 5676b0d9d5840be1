/// Lets a verb agree with the number of what it is said of: `A` sets, `A` and `B` set.
enum Agreement {
  /// The text that follows a subject of several things, its first word a verb in the plural.
  ///
  ///     " has no policy"  →  " have no policy"
  static func plural(_ text: String) -> String {
    let start = text.drop { $0 == " " }
    let verb = start.prefix { $0.isLetter }
    guard text.first == " ", !verb.isEmpty, let plural = plural(verb: String(verb)) else { return text }
    return " " + plural + start.dropFirst(verb.count)
  }

  /// The plural of a verb in the third person; nil for a word that is none.
  private static func plural(verb: String) -> String? {
    switch verb {
    case "has": return "have"
    case "is": return "are"
    case "was": return "were"
    default: break
    }
    guard verb.count > 2, verb.hasSuffix("s"), !verb.hasSuffix("ss") else { return nil }
    if verb.hasSuffix("ies") { return verb.dropLast(3) + "y" }
    for ending in ["shes", "ches", "xes", "sses", "oes"] where verb.hasSuffix(ending) {
      return String(verb.dropLast(2))
    }
    return String(verb.dropLast())
  }
}
