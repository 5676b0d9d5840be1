package import Knowledge
package import TemplateModel

/// How a team turns a failure analysis into a training value; `RubricReader` says how it is written.
package struct Rubric: Sendable {
  /// The name of the file that ships with the program.
  package static let fileName = "rubric.yaml"

  package var base: Points
  /// The first that holds is the value.
  package var blockers: [(blocker: Blocker, value: Points)]
  /// Groups of languages that count as one.
  package var sameLanguage: [[Language]]
  package var services: Services
  package var classes: Classes
  /// The first that holds counts.
  package var fixes: [Fixes]
  package var complexity: Complexity
  /// The first that the value reaches.
  package var grades: [(atLeast: Int, grade: String)]

  /// A fault beside which nothing else counts.
  package enum Blocker: String, Sendable, CaseIterable {
    case wrongPlatformOrLanguage = "wrong-platform-or-language"
    case wrongAccount = "wrong-account"
    case requiredServicesMissing = "required-services-missing"
    case wrongRegion = "wrong-region"
  }

  package struct Services: Sendable {
    /// From how many per cent of the required services on the answer misses the task.
    package var missingPercent: Int
    /// Services that are never counted.
    package var supporting: [String]
    /// Services that are counted, but not required: without them a feature is missing.
    package var features: [String]
    /// What prompts call a service beside its own name, in lower case.
    package var names: [(service: String, words: [String])]
  }

  /// How much there is to learn from a fix.
  package enum FindingClass: String, Sendable, CaseIterable {
    case significant = "A"
    case moderate = "B"
    case minor = "C"
    case trivial = "D"
  }

  package struct Classes: Sendable {
    package var rules: [String: FindingClass]
    package var categories: [Category: [Severity: FindingClass]]

    /// A finding's class: that of its known failure, or else of its category and severity.
    package func of(_ finding: Finding) -> FindingClass {
      rules[finding.rule] ?? categories[finding.category]?[finding.severity] ?? .moderate
    }
  }

  /// What a number of fixes of one class is worth.
  package struct Fixes: Sendable {
    package var findingClass: FindingClass
    package var atLeast: Int
    package var points: Points
  }

  package struct Complexity: Sendable {
    /// What the grounds add together at most.
    package var atMost: Points
    package var grounds: [Ground]
    package var singleService: Points

    /// What makes an ideal worth more; one of its marks is enough.
    package struct Ground: Sendable {
      package var name: String
      package var points: Points
      /// How many services the ideal uses at least; nil where they do not count.
      package var services: Int?
      package var types: [Pattern]
      /// Patterns of keys in lower case without `_` and `-`.
      package var properties: [Pattern]
    }
  }
}
