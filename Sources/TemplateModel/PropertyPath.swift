/// The way from a resource to one of its values: `BucketEncryption.Rules[0].Type`, `Tags[Name].Value`.
package struct PropertyPath: Hashable, Sendable, CustomStringConvertible {
  package enum Step: Hashable, Sendable {
    case key(String)
    /// 0-based place in a list whose elements have no identity of their own.
    case index(Int)
    /// The element of a list that is named so by one of its properties.
    case element(String)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func appending(_ step: Step) -> PropertyPath { PropertyPath(steps + [step]) }

  /// The keys alone, joined by dots, as known failures name a property: `Tags.Value`.
  package var keys: String {
    steps.compactMap { step in if case .key(let key) = step { key } else { nil } }.joined(separator: ".")
  }

  /// The last key on the way; empty for the resource itself.
  package var lastKey: String {
    for step in steps.reversed() { if case .key(let key) = step { return key } }
    return ""
  }

  package var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      case .element(let name): text += "[\(name)]"
      }
    }
    return text
  }
}
