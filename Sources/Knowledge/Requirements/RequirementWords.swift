import SourceText
import TemplateModel

/// The words by which a prompt's lines are read, all found in one pass over a line.
struct RequirementWords: Sendable {
  /// What a word may mean.
  enum Meaning: Hashable, Sendable {
    /// Index in the table's concepts.
    case concept(Int)
    /// Index in the table's concepts: named only where something is asked of it.
    case looseConcept(Int)
    /// Index in the table's traits.
    case trait(Int)
    case platform(Dialect)
    case language(Language)
    case region(String)
    /// A product whose version may follow: `nodejs`, `postgres`.
    case product(String)
    case zones
    case tagKey(String)
    case tags, outputs, unitTests, integrationTests, destroyable
    case suffix
    /// A word after which nothing is certain: "if", "or", "for example".
    case hedge
    /// A word that turns what is asked into its contrary: "no", "instead of".
    case denial
    case everything
  }

  /// A word of a line with what it means.
  struct Found {
    var meaning: Meaning
    /// In the line's UTF-8 bytes.
    var range: SourceRange
  }

  private let matcher: WordMatcher
  private let meanings: [[Meaning]]

  init(_ table: ConceptTable) {
    var words: [String] = []
    var index: [String: Int] = [:]
    var meanings: [[Meaning]] = []
    func add(_ word: String, _ meaning: Meaning) {
      if let known = index[word] {
        if !meanings[known].contains(meaning) { meanings[known].append(meaning) }
      } else {
        index[word] = words.count
        words.append(word)
        meanings.append([meaning])
      }
    }
    for (number, concept) in table.concepts.enumerated() {
      for word in concept.words {
        add(word, .concept(number))
        if !word.hasSuffix("s") { add(word + "s", .concept(number)) }
      }
      for word in concept.looseWords { add(word, .looseConcept(number)) }
    }
    for (number, trait) in table.traits.enumerated() {
      for word in trait.words { add(word, .trait(number)) }
    }
    for (word, meaning) in RequirementWords.fixed { add(word, meaning) }
    for region in AWSRegions.names { add(region, .region(region)) }
    matcher = WordMatcher(words)
    self.meanings = meanings
  }

  /// The words of a line in their order; of words that overlap and are of one kind the longest.
  func words(in text: String) -> [Found] {
    var found: [Found] = []
    matcher.search(Array(text.utf8)) { word, range in
      for meaning in meanings[word] { found.append(Found(meaning: meaning, range: range)) }
    }
    found.sort { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
    var kept: [Found] = []
    for word in found {
      let isInside = kept.contains {
        $0.range.start <= word.range.start && $0.range.end >= word.range.end && $0.range != word.range
          && $0.meaning.isOfKind(word.meaning)
      }
      if !isInside { kept.append(word) }
    }
    return kept
  }

  private static let fixed: [(String, Meaning)] =
    [
      ("cloudformation", .platform(.cloudFormation)), ("cdktf", .platform(.cdktf)),
      ("cdk for terraform", .platform(.cdktf)),
      ("cloud development kit for terraform", .platform(.cdktf)), ("cdk", .platform(.cdk)),
      ("aws cdk", .platform(.cdk)),
      ("cloud development kit", .platform(.cdk)), ("pulumi", .platform(.pulumi)),
      ("terraform", .platform(.terraform)),
      ("typescript", .language(.typeScript)), ("javascript", .language(.javaScript)),
      ("python", .language(.python)), ("java", .language(.java)), ("go", .language(.go)),
      ("yaml", .language(.yaml)), ("json", .language(.json)), ("hcl", .language(.hcl)),
      ("node.js", .product("nodejs")), ("nodejs", .product("nodejs")), ("node", .product("nodejs")),
      ("python", .product("python")), ("java", .product("java")), ("postgresql", .product("postgres")),
      ("postgres", .product("postgres")), ("mysql", .product("mysql")),
      ("availability zones", .zones), ("availability zone", .zones), ("azs", .zones),
      ("environment", .tagKey("Environment")), ("project", .tagKey("Project")), ("owner", .tagKey("Owner")),
      ("costcenter", .tagKey("CostCenter")), ("cost-center", .tagKey("CostCenter")),
      ("managedby", .tagKey("ManagedBy")), ("application", .tagKey("Application")),
      ("department", .tagKey("Department")), ("team", .tagKey("Team")),
      ("dataclassification", .tagKey("DataClassification")),
      ("tags", .tags), ("tag", .tags), ("tagged", .tags), ("tagging", .tags),
      ("outputs", .outputs), ("stack outputs", .outputs), ("output", .outputs),
      ("unit tests", .unitTests), ("unit test", .unitTests),
      ("integration tests", .integrationTests), ("integration test", .integrationTests),
      ("destroyable", .destroyable), ("no retain", .destroyable), ("no retain policies", .destroyable),
      ("removalpolicy.destroy", .destroyable), ("without retain", .destroyable),
      ("environmentsuffix", .suffix), ("environment_suffix", .suffix), ("environment suffix", .suffix),
      ("all", .everything), ("every", .everything), ("everything", .everything),
    ]
    + [
      "if", "or", "optional", "optionally", "e.g", "such as", "for example", "may", "might", "could",
      "either",
      "where", "when", "existing", "consider", "unless", "prefer", "preferred", "from", "prod", "production",
      "staging", "dev", "development", "bonus", "nice to have",
      "ideally", "preferably", "example", "whether", "per",
      "primary", "secondary", "appropriate", "only", "any",
      "possible", "applicable", "recommended", "migrate", "migration", "verify", "validate", "test",
      "tests", "check", "checks", "assume", "assumes", "already", "detect", "scan", "flag",
      "report", "analyze", "identify", "audit", "aws-managed", "aws managed", "apply to", "applies to",
      "skip_final_snapshot", "destroyability", "validating", "query", "hardcoded", "monitored", "note",
      "warning", "mentions", "access logs", "takes",
    ].map { ($0, .hedge) }
    + [
      "not", "no", "never", "without", "avoid", "don't", "instead of", "except", "rather than", "currently",
      "forbidden", "cannot", "must not", "should not", "exclude", "excluding", "disable", "disabled",
      "replace",
      "remove", "legacy", "old", "eliminate", "prohibited",
    ].map { ($0, .denial) }
}

extension RequirementWords.Meaning {
  /// Whether two meanings are of one kind, so that the longer word counts.
  fileprivate func isOfKind(_ other: Self) -> Bool {
    switch (self, other) {
    case (.concept, .concept), (.concept, .looseConcept), (.trait, .trait), (.platform, .platform),
      (.destroyable, .denial),
      (.outputs, .outputs), (.hedge, .looseConcept), (.unitTests, .hedge), (.integrationTests, .hedge),
      (.trait, .destroyable),
      (.destroyable, .destroyable), (.suffix, .tagKey), (.concept, .hedge), (.trait, .hedge),
      (.trait, .denial):
      true
    default: false
    }
  }
}

/// The regions that prompts name.
enum AWSRegions {
  static let names = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-west-3", "eu-central-1",
    "eu-north-1", "eu-south-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "ap-northeast-2",
    "ap-south-1", "ca-central-1", "sa-east-1", "me-south-1", "af-south-1",
  ]
}

extension [RequirementWords.Found] {
  /// The things named, as indices in the table.
  var concepts: Set<Int> {
    Set(
      compactMap { word in
        switch word.meaning {
        case .concept(let concept), .looseConcept(let concept): concept
        default: nil
        }
      })
  }
}
