import TemplateDiff
import TemplateModel

/// One cause, one finding: a resource that the ideal adds is told as a whole, with the places that lack it.
///
///     + GlobalDatabase                                        told, and cites where the response lacks it:
///     ~ Database.globalClusterIdentifier → GlobalDatabase     here
///     + GlobalDatabase.storageEncrypted                       no finding of its own
enum Absorption {
  /// Lets findings about added resources cite the response's places that would refer to them, and drops what other
  /// findings say of single properties of such a resource.
  static func apply(to groups: inout [Group], in diff: TemplateDiff) {
    var consequences: [Int: [Int]] = [:]
    for (index, delta) in diff.deltas.enumerated() {
      if let cause = delta.cause { consequences[cause, default: []].append(index) }
    }
    var told: Set<Int> = []
    for group in groups.indices {
      for place in groups[group].evidence.indices where groups[group].evidence[place].path.steps.isEmpty {
        for delta in groups[group].evidence[place].deltas where isAddedResource(diff.deltas[delta]) {
          told.insert(delta)
          let places = (consequences[delta] ?? []).compactMap { diff.deltas[$0].response?.location }
          for location in places.prefix(mostPlaces)
          where !groups[group].evidence[place].response.contains(location) {
            groups[group].evidence[place].response.append(location)
          }
        }
      }
    }
    for group in groups.indices {
      groups[group].evidence.removeAll { evidence in
        !evidence.path.steps.isEmpty && !evidence.deltas.isEmpty && evidence.deltas.allSatisfy(told.contains)
      }
    }
    groups.removeAll(where: \.evidence.isEmpty)
  }

  /// So many places of the response show where a resource is missed.
  private static let mostPlaces = 4

  private static func isAddedResource(_ delta: Delta) -> Bool {
    guard delta.kind == .added, delta.path.steps.isEmpty, case .resource = delta.subject else { return false }
    return true
  }
}
