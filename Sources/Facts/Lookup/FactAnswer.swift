/// What the table says about a name.
package enum FactAnswer: Sendable, Equatable {
  /// It exists.
  ///
  /// `since` is the first release known to have it; nil where the oldest known one has it already.
  case present(since: String?)
  /// It exists and is deprecated, since a date or a release where that is known.
  case deprecated(since: String?, replacement: String?)
  /// It does not exist where it was looked for.
  case absent(Absence)
  /// The table does not cover it.
  case unknown

  /// Whether the name may be used without an error.
  package var exists: Bool {
    switch self {
    case .present, .deprecated: true
    case .absent, .unknown: false
    }
  }

  package var isAbsent: Bool { if case .absent = self { true } else { false } }
}

/// What is there instead of a name that does not exist.
package struct Absence: Sendable, Equatable {
  /// Similar names in the same place, the nearest first.
  package var nearest: [String]
  /// Where the very name does exist: `aws_cloudwatch.ComparisonOperator`.
  package var livesIn: [String]
  /// The first release that has it, where the pinned one is older; nil where none has.
  package var since: String?
  /// The last release that had it, where the pinned one is newer.
  package var until: String?

  package init(
    nearest: [String] = [], livesIn: [String] = [], since: String? = nil, until: String? = nil
  ) {
    self.nearest = nearest
    self.livesIn = livesIn
    self.since = since
    self.until = until
  }
}

/// A world of names.
package enum FactsEcosystem: String, Sendable, CaseIterable {
  case cloudFormation = "cloudformation"
  case terraform, cdk, cdktf, pulumi

  /// The package whose releases an answer may pin.
  package var package: String {
    switch self {
    case .cloudFormation: "cfn-lint"
    case .terraform: "terraform-provider-aws"
    case .cdk: "aws-cdk-lib"
    case .cdktf: "cdktf-cdktf-provider-aws"
    case .pulumi: "pulumi-aws"
    }
  }
}
