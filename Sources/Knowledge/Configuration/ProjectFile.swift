/// A project's `.plumbline.yaml`.
///
///     knowledge: [ops/known-failures]     # folders with known failures of its own, from where the file lies
///     fail-on: high                       # the severity from which `report` fails
///     off: [cost, code-style]             # known failures or categories that are not told
///     severity:                           # of known failures or categories, instead of the built-in one
///       hardcoded-region: low
package struct ProjectFile: Sendable {
  /// A value with its 1-based line.
  package struct Stated<Value: Sendable>: Sendable {
    package let value: Value
    package let line: Int
  }

  package let path: String
  package let knowledge: [Stated<String>]
  package let failOn: Stated<Severity>?
  package let off: [Stated<String>]
  package let severities: [(name: Stated<String>, level: Severity)]

  package static let name = ".plumbline.yaml"
  static let keys = ["knowledge", "fail-on", "off", "severity"]

  /// - Throws: the first thing that is not as it must be, with its line.
  package init(path: String, bytes: [UInt8]) throws(KnownFailureProblem) {
    let members = try EntryDocument(path: path, bytes: bytes).root().members(allowed: Self.keys)
    self.path = path
    knowledge = try Self.texts(members["knowledge"])
    if let node = members["fail-on"] {
      failOn = Stated(value: try node.severity(), line: node.line)
    } else {
      failOn = nil
    }
    off = try Self.texts(members["off"])
    var severities: [(name: Stated<String>, level: Severity)] = []
    for entry in try members["severity"]?.entries() ?? [] {
      severities.append((Stated(value: entry.key, line: entry.keyLine), try entry.value.severity()))
    }
    self.severities = severities
  }

  private static func texts(_ node: EntryNode?) throws(KnownFailureProblem) -> [Stated<String>] {
    var texts: [Stated<String>] = []
    for element in try node?.oneOrMany() ?? [] {
      texts.append(Stated(value: try element.text(), line: element.line))
    }
    return texts
  }

  /// What it says of the known failures.
  ///
  /// - Parameter rules: the ids that there are.
  /// - Throws: where it names something that is neither a known failure nor a category.
  package func settings(rules: Set<String>) throws(KnownFailureProblem) -> ProjectSettings {
    for name in off + severities.map(\.name)
    where !rules.contains(name.value) && Category(rawValue: name.value) == nil {
      throw KnownFailureProblem(path: path, line: name.line, kind: .unknownRule(name.value))
    }
    var settings = ProjectSettings()
    settings.off = Set(off.map(\.value))
    for (name, level) in severities { settings.severities[name.value] = level }
    settings.origin = path.split(separator: "/").last.map(String.init) ?? path
    return settings
  }
}
