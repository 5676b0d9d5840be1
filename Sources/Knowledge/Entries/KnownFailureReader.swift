import SourceText

extension KnownFailure {
  /// The keys of a known failure, in the order in which they must stand.
  package static let keys = [
    "id", "title", "category", "severity", "detect", "issue", "fix", "root-cause", "impact", "references",
    "examples",
  ]

  /// Titles become headings and rows of tables; a longer one is cut by somebody.
  static let longestTitle = 120

  /// Reads one known failure from `…/<category>/<id>.yaml`.
  ///
  /// - Parameter withExamples: whether the examples are read and checked too. They are two thirds of a file, and only
  ///   tests and pages need them.
  /// - Throws: the first thing that is not as it must be, with its line.
  package static func load(
    path: String, bytes: [UInt8], concepts: ConceptTable = .empty, withExamples: Bool = true
  ) throws(KnownFailureProblem) -> KnownFailure {
    let read = withExamples ? bytes : withoutExamples(bytes)
    let root = try EntryDocument(path: path, bytes: read).root()
    let members = try root.members(allowed: keys, ordered: true)
    let place = path.utf8.split(separator: 0x2F).suffix(2).map { String(Substring($0)) }
    let failure = KnownFailure(
      id: try id(members.required("id"), file: place.last ?? ""),
      title: try title(members.required("title")),
      category: try category(members.required("category"), folder: place.dropLast().last ?? ""),
      severity: try gravity(members.required("severity")),
      detections: try detections(members.required("detect"), concepts),
      issue: try members.required("issue").phrase(),
      fix: try members.required("fix").phrase(),
      rootCause: try members.required("root-cause").phrase(),
      impact: try impact(members.required("impact")),
      references: try references(members.required("references")),
      examples: withExamples ? try examples(members.required("examples")) : [])
    return failure
  }

  /// The text before its last key: nothing but a key can stand at the start of a line behind the first.
  private static func withoutExamples(_ bytes: [UInt8]) -> [UInt8] {
    ByteSearch.first("\nexamples:", in: bytes).map { Array(bytes[...$0]) } ?? bytes
  }

  private static func title(_ node: EntryNode) throws(KnownFailureProblem) -> Phrase {
    let text = try node.text()
    // Bytes are counted first, since counting characters takes long.
    guard text.utf8.count <= longestTitle || text.count <= longestTitle else {
      throw node.problem(.tooLong("title", text.count, most: longestTitle))
    }
    return try node.phrase()
  }

  private static func id(_ node: EntryNode, file: String) throws(KnownFailureProblem) -> String {
    let id = try node.text()
    let name = file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file
    guard id == name else { throw node.problem(.idDiffersFromFile(id: id, file: file)) }
    return id
  }

  private static func category(_ node: EntryNode, folder: String) throws(KnownFailureProblem) -> Category {
    let text = try node.text()
    guard let category = Category(rawValue: text) else { throw node.problem(.notACategory(text)) }
    guard text == folder else {
      throw node.problem(.categoryDiffersFromFolder(category: text, folder: folder))
    }
    return category
  }

  private static func gravity(_ node: EntryNode) throws(KnownFailureProblem) -> Gravity {
    let members = try node.members(allowed: ["level", "because", "many"])
    return Gravity(
      level: try members.required("level").severity(), because: try members.required("because").text(),
      many: try members["many"]?.severity())
  }

  private static func detections(
    _ node: EntryNode, _ concepts: ConceptTable
  ) throws(KnownFailureProblem) -> [Detection] {
    var detections: [Detection] = []
    for element in try node.elements() {
      detections += try DetectionReader(element, concepts).detections()
    }
    if detections.isEmpty { throw node.problem(.empty("detect")) }
    return detections
  }

  private static func impact(
    _ node: EntryNode
  ) throws(KnownFailureProblem) -> [(kind: Finding.Impact.Kind, phrase: Phrase)] {
    let members = try node.members(allowed: Finding.Impact.Kind.allCases.map(\.rawValue), ordered: true)
    var impact: [(kind: Finding.Impact.Kind, phrase: Phrase)] = []
    for (key, value) in members.entries {
      guard let kind = Finding.Impact.Kind(rawValue: key) else { continue }
      impact.append((kind, try value.phrase()))
    }
    if impact.isEmpty { throw node.problem(.empty("impact")) }
    return impact
  }

  private static func references(_ node: EntryNode) throws(KnownFailureProblem) -> [Finding.Link] {
    var links: [Finding.Link] = []
    for element in try node.elements() {
      let members = try element.members(allowed: ["title", "url"], ordered: true)
      let url = try members.required("url")
      let address = try url.text()
      guard address.hasPrefix("https://") else { throw url.problem(.notALink(address)) }
      links.append(Finding.Link(title: try members.required("title").text(), url: address))
    }
    if links.isEmpty { throw node.problem(.empty("references")) }
    return links
  }

  private static func examples(_ node: EntryNode) throws(KnownFailureProblem) -> [Example] {
    var examples: [Example] = []
    var names: Set<String> = []
    for element in try node.elements() {
      let members = try element.members(
        allowed: ["name", "language", "prompt", "response", "ideal", "findings"], ordered: true)
      var expected: [Expectation] = []
      for finding in try members.required("findings").elements() {
        let words = try finding.members(allowed: ["title", "line", "ideal"], ordered: true)
        expected.append(
          Expectation(
            title: try words.required("title").text(), line: try words["line"]?.number(),
            ideal: try words["ideal"]?.number()))
      }
      let name = try members.required("name").text()
      guard names.insert(name).inserted else { throw element.problem(.repeatedName(name)) }
      examples.append(
        Example(
          name: name, language: try members["language"]?.text() ?? "yaml",
          prompt: try members["prompt"]?.text() ?? "", response: try members.required("response").text(),
          ideal: try members.required("ideal").text(), findings: expected, line: element.line))
    }
    guard examples.contains(where: { !$0.findings.isEmpty }) else { throw node.problem(.noExampleThatFires) }
    guard examples.contains(where: { $0.findings.isEmpty }) else { throw node.problem(.noSilentExample) }
    return examples
  }
}

extension EntryNode {
  func severity() throws(KnownFailureProblem) -> Severity {
    let text = try text()
    guard let severity = Severity(rawValue: text) else { throw problem(.notALevel(text)) }
    return severity
  }
}
