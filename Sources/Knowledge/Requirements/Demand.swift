package import TemplateModel

/// What a line of the prompt asks for, in a form that can be checked.
package struct Demand: Sendable {
  package enum Kind: Hashable, Sendable {
    /// That a thing is there: the concept's name.
    case thing(String)
    /// That there are so many of a thing.
    case count(String, Int, Bound)
    /// That things of a kind have a trait.
    case trait(String, of: String)
    /// That everything has a trait that can have it.
    case everywhere(String)
    /// How much of something the things of a kind have, in the smallest unit of its kind.
    case amount(String, of: String, Int, Bound)
    /// `us-east-1`.
    case region(String)
    case platform(Dialect)
    case language(Language)
    /// An instance's size: `t3.medium`, `db.r5.large`.
    case size(String)
    /// A block of addresses: `10.0.0.0/16`.
    case block(String)
    /// The version of a runtime or an engine: `nodejs`, `20`.
    case version(String, String, Bound)
    /// A tag's key.
    case tag(String)
    /// A file by its name.
    case file(String)
    case unitTests, integrationTests
    /// That the template gives something out.
    case outputs
    /// A part of every name, such as `environmentSuffix`.
    case suffix(String)
    /// That everything can be removed again.
    case destroyable
  }

  /// How a number binds.
  package enum Bound: String, Hashable, Sendable {
    case exactly, atLeast = "at least", atMost = "at most"

    func allows(_ value: Double, _ wanted: Double) -> Bool {
      switch self {
      // A year has 365 days or a leap day's share more.
      case .exactly: abs(value - wanted) < max(0.5, wanted * 0.002)
      case .atLeast: value >= wanted - 0.5
      case .atMost: value <= wanted + 0.5
      }
    }
  }

  package var kind: Kind
  /// In a few words: `S3 bucket: versioning`.
  package var text: String
  /// Index of the line that asks for it in the requirements.
  package var requirement: Int
  /// Whether it is asked for without "if", "or" and "for example".
  package var isCertain: Bool
  /// How directly the line asks for it: 1 where it is the first thing that the line names.
  var weight = 0

  package init(kind: Kind, text: String, requirement: Int, isCertain: Bool) {
    self.kind = kind
    self.text = text
    self.requirement = requirement
    self.isCertain = isCertain
  }
}
