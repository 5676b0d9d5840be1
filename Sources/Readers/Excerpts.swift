import TemplateModel

/// An excerpt repeats, or repairs, lines of a file that the answer also gives whole; what it says again is left out.
enum Excerpts {
  /// Removes the resources and declarations of excerpts whose kind and name a whole file declares.
  static func fold(in template: inout Template) {
    let isExcerpt = template.files.map { $0.standing == .excerpt }
    guard isExcerpt.contains(true) else { return }
    let resources = Set(
      template.resources.filter { !isExcerpt[$0.file] }.map { Key($0.canonicalType, $0.name) })
    let declarations = Set(
      template.declarations.filter { !isExcerpt[$0.file] }.map { Key($0.kind.rawValue, $0.name) })
    var kept: [Resource] = []
    var place: [Int?] = []
    for resource in template.resources {
      if isExcerpt[resource.file], resources.contains(Key(resource.canonicalType, resource.name)) {
        place.append(nil)
      } else {
        place.append(kept.count)
        kept.append(resource)
      }
    }
    template.resources = kept
    template.declarations.removeAll {
      isExcerpt[$0.file] && declarations.contains(Key($0.kind.rawValue, $0.name))
    }
    template.functions = template.functions.compactMap { function in
      guard let owner = function.resource else { return function }
      guard let moved = place[owner] else { return nil }
      var function = function
      function.resource = moved
      return function
    }
  }

  private struct Key: Hashable {
    let type: String
    let name: String

    init(_ type: String, _ name: String) {
      self.type = type
      self.name = name
    }
  }
}
