import SourceText
import TemplateModel

/// The words that a prompt's demands look for in code, found in one pass over a template.
struct DemandWords {
  private let matcher: WordMatcher
  private let index: [String: Int]

  init(_ demands: [Demand], _ table: ConceptTable) {
    var words: [String] = []
    var index: [String: Int] = [:]
    func add(_ word: String) {
      let word = word.lowercased()
      guard !word.isEmpty, index[word] == nil else { return }
      index[word] = words.count
      words.append(word)
    }
    for demand in demands {
      switch demand.kind {
      case .region: AWSRegions.names.forEach(add)
      case .size(let text): DemandWords.spellings(ofSize: text).forEach(add)
      case .block(let text), .tag(let text), .file(let text): add(text)
      case .suffix: DemandWords.suffixes.forEach(add)
      case .thing(let name):
        if let concept = table.concept(name) { DemandWords.signs(of: concept).forEach(add) }
      case .count(let name, _, _):
        let name = name.split(separator: " ").last.map(String.init) ?? name
        (table.concept(name)?.signs ?? ["maxazs", "max_azs"]).forEach(add)
      default: break
      }
    }
    matcher = WordMatcher(words)
    self.index = index
  }

  /// The places of each word in the code of a template.
  struct Places {
    fileprivate var places: [[SourceLocation]]
    fileprivate let index: [String: Int]

    func places(of word: String) -> [SourceLocation] { index[word.lowercased()].map { places[$0] } ?? [] }
  }

  func places(in template: Template) -> Places {
    var places = Places(places: Array(repeating: [], count: matcher.words.count), index: index)
    if matcher.words.isEmpty { return places }
    for file in template.files where file.standing == .final && file.isCode {
      matcher.search(file.bytes) { word, range in
        if places.places[word].count < DemandWords.most { places.places[word].append(file.location(range)) }
      }
    }
    return places
  }

  /// So many places of a word are kept.
  private static let most = 6

  static let suffixes = [
    "environmentsuffix", "environment_suffix", "environment-suffix", "envsuffix", "env_suffix", "suffix",
    "environment suffix",
  ]

  /// `db.t3.medium` is also written `t3.medium`.
  static func spellings(ofSize text: String) -> [String] {
    for prefix in ["db.", "cache."] where text.hasPrefix(prefix) {
      return [text, String(text.dropFirst(prefix.count))]
    }
    return [text]
  }

  /// Words that a program may make such a thing with.
  static func signs(of concept: Concept) -> [String] {
    var signs = concept.signs
    for type in concept.types {
      if let last = type.text.split(separator: ":").last, last != "*" { signs.append(last.lowercased()) }
    }
    return signs
  }
}

extension TemplateFile {
  /// Whether it is neither prose nor a test.
  var isCode: Bool {
    switch role {
    case .document, .unitTest, .integrationTest: false
    default: true
    }
  }
}
