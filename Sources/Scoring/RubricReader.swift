package import Knowledge
import TemplateModel

extension Rubric {
  static let keys = [
    "base", "blockers", "same-language", "services", "classes", "fixes", "complexity", "grades",
  ]

  /// Reads a rubric strictly: every key must be known, and each of those above must be there.
  ///
  /// - Parameter rules: the ids of the known failures that it may name.
  /// - Throws: the first thing that is not as it must be, with its line.
  package static func load(
    path: String, bytes: [UInt8], rules: Set<String>
  ) throws(KnownFailureProblem) -> Rubric {
    let members = try EntryDocument(path: path, bytes: bytes).root().members(allowed: keys)
    return Rubric(
      base: try members.required("base").points(),
      blockers: try blockers(members.required("blockers")),
      sameLanguage: try languages(members.required("same-language")),
      services: try services(members.required("services")),
      classes: try classes(members.required("classes"), rules: rules),
      fixes: try fixes(members.required("fixes")),
      complexity: try complexity(members.required("complexity")),
      grades: try grades(members.required("grades")))
  }

  private static func blockers(
    _ node: EntryNode
  ) throws(KnownFailureProblem) -> [(blocker: Blocker, value: Points)] {
    var blockers: [(blocker: Blocker, value: Points)] = []
    for element in try node.elements() {
      let members = try element.members(allowed: ["when", "value"])
      let blocker: Blocker = try members.required("when").choice()
      blockers.append((blocker, try members.required("value").points()))
    }
    return blockers
  }

  private static func languages(_ node: EntryNode) throws(KnownFailureProblem) -> [[Language]] {
    var groups: [[Language]] = []
    for element in try node.elements() {
      var group: [Language] = []
      for language in try element.elements() { group.append(try language.choice()) }
      groups.append(group)
    }
    return groups
  }

  private static func services(_ node: EntryNode) throws(KnownFailureProblem) -> Services {
    let members = try node.members(allowed: ["missing-percent", "supporting", "features", "names"])
    var names: [(service: String, words: [String])] = []
    for entry in try members.required("names").entries() {
      names.append((entry.key, try entry.value.texts().map { $0.lowercased() }))
    }
    return Services(
      missingPercent: try members.required("missing-percent").number(in: 1...100),
      supporting: try members.required("supporting").texts(),
      features: try members["features"]?.texts() ?? [], names: names)
  }

  private static func classes(
    _ node: EntryNode, rules known: Set<String>
  ) throws(KnownFailureProblem) -> Classes {
    let members = try node.members(allowed: ["rules", "categories"])
    var rules: [String: FindingClass] = [:]
    for entry in try members.required("rules").entries() {
      guard known.contains(entry.key) else { throw entry.value.problem(.unknownRule(entry.key)) }
      rules[entry.key] = try entry.value.choice()
    }
    let table = try members.required("categories").members(allowed: Category.allCases.map(\.rawValue))
    var categories: [Category: [Severity: FindingClass]] = [:]
    for category in Category.allCases {
      let row = try table.required(category.rawValue).members(allowed: Severity.allCases.map(\.rawValue))
      var classes: [Severity: FindingClass] = [:]
      for severity in Severity.allCases { classes[severity] = try row.required(severity.rawValue).choice() }
      categories[category] = classes
    }
    return Classes(rules: rules, categories: categories)
  }

  private static func fixes(_ node: EntryNode) throws(KnownFailureProblem) -> [Fixes] {
    var fixes: [Fixes] = []
    for element in try node.elements() {
      let members = try element.members(allowed: ["class", "at-least", "points"])
      fixes.append(
        Fixes(
          findingClass: try members.required("class").choice(),
          atLeast: try members.required("at-least").number(in: 0...1000),
          points: try members.required("points").points()))
    }
    if fixes.isEmpty { throw node.problem(.empty("fixes")) }
    return fixes
  }

  private static func complexity(_ node: EntryNode) throws(KnownFailureProblem) -> Complexity {
    let members = try node.members(allowed: ["at-most", "grounds", "single-service"])
    var grounds: [Complexity.Ground] = []
    for element in try members.required("grounds").elements() {
      let ground = try element.members(allowed: ["name", "points", "services", "types", "properties"])
      if ground.entries.count < 3 { throw element.problem(.missingKey("types")) }
      grounds.append(
        Complexity.Ground(
          name: try ground.required("name").text(), points: try ground.required("points").points(),
          services: try ground["services"]?.number(in: 1...1000),
          types: try ground["types"]?.texts().map(Pattern.init) ?? [],
          properties: try ground["properties"]?.texts().map(Pattern.init) ?? []))
    }
    return Complexity(
      atMost: try members.required("at-most").points(), grounds: grounds,
      singleService: try members.required("single-service").points())
  }

  private static func grades(
    _ node: EntryNode
  ) throws(KnownFailureProblem) -> [(atLeast: Int, grade: String)] {
    var grades: [(atLeast: Int, grade: String)] = []
    for element in try node.elements() {
      let members = try element.members(allowed: ["at-least", "grade"])
      grades.append(
        (try members.required("at-least").number(in: 0...10), try members.required("grade").text()))
    }
    if grades.isEmpty { throw node.problem(.empty("grades")) }
    return grades
  }
}

extension EntryNode {
  /// Points from −100 to 100, with two decimals at most.
  fileprivate func points() throws(KnownFailureProblem) -> Points {
    guard let points = Points(try text()) else { throw problem(.outOfRange(label, -100...100)) }
    return points
  }

  fileprivate func number(in range: ClosedRange<Int>) throws(KnownFailureProblem) -> Int {
    let number = try number()
    guard range.contains(number) else { throw problem(.outOfRange(label, range)) }
    return number
  }

  fileprivate func choice<Choice: CaseIterable & RawRepresentable<String>>() throws(KnownFailureProblem)
    -> Choice
  {
    let allowed = Choice.allCases.map(\.rawValue)
    guard let choice = Choice(rawValue: try word(in: allowed)) else {
      throw problem(.unknownWord(label, allowed: allowed))
    }
    return choice
  }
}
