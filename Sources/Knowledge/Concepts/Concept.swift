package import TemplateModel

/// A thing of the cloud as people speak of it, whatever the dialect calls it: a bucket, a function, a queue.
package struct Concept: Sendable {
  /// The word of known failures: `bucket`.
  package let name: String
  /// How one of them is called: `S3 bucket`.
  package let title: String
  /// The canonical types of the resources that are such a thing.
  let types: [Pattern]
  /// What a prompt calls it, in lower case.
  let words: [String]
  /// Words that name it only where something is asked of it, in lower case.
  let looseWords: [String]
  /// Words in code that make one without a resource of its own, in lower case.
  let signs: [String]
  /// Where its traits stand, in the order of the file.
  let traits: [(name: String, place: TraitPlace)]

  /// Where a trait stands; nil where the thing cannot have it.
  func place(of trait: String) -> TraitPlace? { traits.first { $0.name == trait }?.place }

  /// Whether a resource that the template creates is such a thing.
  func holds(_ resource: Resource) -> Bool {
    !resource.isLookup && types.contains { $0.matches(resource.canonicalType) }
  }
}

/// Something that things of several kinds can have: encryption, versions, a retention.
package struct Trait: Sendable {
  /// The word of known failures: `encrypted`.
  package let name: String
  /// How it is told: `encryption at rest`.
  package let title: String
  /// What a prompt calls it, in lower case.
  let words: [String]
  /// The things that are meant where it is asked of everything.
  let everywhere: [String]
  /// In what it is counted; nil for what is there or not.
  package let unit: Unit?

  package enum Unit: String, Sendable, CaseIterable {
    case days, hours, minutes, seconds, megabytes, gigabytes, count

    /// How many of the smallest unit of its kind it is.
    var size: Double {
      switch self {
      case .days: 86400
      case .hours: 3600
      case .minutes: 60
      case .gigabytes: 1024
      case .seconds, .megabytes, .count: 1
      }
    }
  }
}

/// Where a thing's trait is written, in every dialect.
package struct TraitPlace: Sendable {
  /// The properties, of which one is enough, and in what a number there is counted.
  var properties: [(pattern: PropertyPattern, unit: Trait.Unit?)] = []
  /// The types of resources that give the trait to a thing they name.
  var beside: [Pattern] = []
  /// The names of things that have it themselves, as a queue for dead letters.
  var names: [Pattern] = []
  /// The canonical types of which it can be said.
  var types: [Pattern] = []
  /// A resource with one of these takes the trait from another.
  var exceptions: [PropertyPattern] = []
  /// Whether the service does it unasked.
  var isAlways = false
  /// Whether one of the things is enough.
  var isEnoughOnce = false
}
