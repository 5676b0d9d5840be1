import TemplateModel

/// Finds out which parameter, output and so on of the response stands for which of the ideal.
///
///     same kind and name, the k-th of a repeated name the k-th
///     → of what is left, those of a kind that are alike in name and value, the best first
enum DeclarationMatching {
  struct Pair {
    var response: Int
    var ideal: Int
  }

  private struct Key: Hashable {
    let kind: Declaration.Kind
    let unit: String
    let name: String
    /// 0 for the first declaration of the name, 1 for its first repetition.
    let repetition: Int
  }

  static let leastLikeness = 600
  /// More left-overs of a kind than these are not compared with one another.
  static let most = 64

  static func pairs(_ response: Template, _ ideal: Template, cut: inout Int) -> [Pair] {
    var partners: [Key: Int] = [:]
    for (index, key) in keys(response).enumerated() { partners[key] = index }
    var pairs: [Pair] = []
    var openIdeal: [Int] = []
    var taken = [Bool](repeating: false, count: response.declarations.count)
    for (index, key) in keys(ideal).enumerated() {
      if let place = partners[key] {
        pairs.append(Pair(response: place, ideal: index))
        taken[place] = true
      } else {
        openIdeal.append(index)
      }
    }
    let openResponse = response.declarations.indices.filter { !taken[$0] }
    if !openResponse.isEmpty, !openIdeal.isEmpty {
      pairs += alike(response, ideal, openResponse, openIdeal, &cut)
    }
    return pairs.sorted { $0.ideal < $1.ideal }
  }

  private static func keys(_ template: Template) -> [Key] {
    var repetitions: [Key: Int] = [:]
    return template.declarations.map { declaration in
      let first = Key(kind: declaration.kind, unit: declaration.unit, name: declaration.name, repetition: 0)
      let repetition = repetitions[first, default: 0]
      repetitions[first] = repetition + 1
      return Key(kind: first.kind, unit: first.unit, name: first.name, repetition: repetition)
    }
  }

  private static func alike(
    _ response: Template, _ ideal: Template, _ openResponse: [Int], _ openIdeal: [Int], _ cut: inout Int
  ) -> [Pair] {
    let names = (
      openResponse.map { DeclarationWords(response.declarations[$0]) },
      openIdeal.map { DeclarationWords(ideal.declarations[$0]) }
    )
    var candidates: [(score: Int, order: Int, response: Int, ideal: Int)] = []
    for kind in Declaration.Kind.allCases {
      let first = openResponse.indices.filter { response.declarations[openResponse[$0]].kind == kind }
      let second = openIdeal.indices.filter { ideal.declarations[openIdeal[$0]].kind == kind }
      guard first.count <= most, second.count <= most else {
        cut += max(first.count, second.count)
        continue
      }
      for one in first {
        for other in second {
          let score = names.0[one].likeness(to: names.1[other])
          if score >= leastLikeness { candidates.append((score, one + other, one, other)) }
        }
      }
    }
    candidates.sort { ($1.score, $0.order) < ($0.score, $1.order) }
    var taken = (Set<Int>(), Set<Int>())
    var pairs: [Pair] = []
    for candidate in candidates
    where !taken.0.contains(candidate.response) && !taken.1.contains(candidate.ideal) {
      taken.0.insert(candidate.response)
      taken.1.insert(candidate.ideal)
      pairs.append(Pair(response: openResponse[candidate.response], ideal: openIdeal[candidate.ideal]))
    }
    return pairs
  }
}

/// What a declaration is known by beside its place.
private struct DeclarationWords {
  private let words: NameWords
  private let name: String
  private let leaves: ElementLeaves

  init(_ declaration: Declaration) {
    name = declaration.name
    words = NameWords(name: declaration.name)
    let equality = Equality(
      correspondence: Correspondence(
        pairs: [], response: Template(documents: []), ideal: Template(documents: [])), facts: .none)
    leaves = ElementLeaves(Normalization.normal(declaration.value), .ideal, equality)
  }

  /// The mean of the likeness of name and value; both must say something.
  func likeness(to other: DeclarationWords) -> Int {
    if name == other.name { return 1000 }
    let (name, value) = (words.likeness(to: other.words), leaves.likeness(to: other.leaves))
    return name < 400 || value < 500 ? 0 : (name + value) / 2
  }
}
