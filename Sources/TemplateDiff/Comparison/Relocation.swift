import TemplateModel

/// Which pairs of resources stand in another unit or file than the rest of their surroundings do.
///
/// A unit (stack, module) that is renamed as a whole moves nothing: it corresponds to the unit that most of its
/// resources are found in.
struct Relocation {
  private let response: Template
  private let ideal: Template
  /// The ideal's unit for each unit of the response.
  private var units: [String: String] = [:]
  private let files: [Int: Int]

  init(_ response: Template, _ ideal: Template, pairs: [ResourcePair], files: [Int: Int]) {
    self.response = response
    self.ideal = ideal
    self.files = files
    var counts: [String: [String: Int]] = [:]
    for pair in pairs {
      counts[response.resources[pair.response].unit, default: [:]][
        ideal.resources[pair.ideal].unit, default: 0] += 1
    }
    let idealUnits = Set(ideal.resources.map(\.unit))
    var claims: [(count: Int, response: String, ideal: String)] = []
    for (unit, others) in counts {
      for (other, count) in others { claims.append((count, unit, other)) }
    }
    claims.sort { one, other in
      if one.count != other.count { return one.count > other.count }
      return (one.response, one.ideal) < (other.response, other.ideal)
    }
    var taken = Set<String>()
    // A unit that both sides have is itself.
    for unit in counts.keys where idealUnits.contains(unit) {
      units[unit] = unit
      taken.insert(unit)
    }
    for claim in claims where units[claim.response] == nil && !taken.contains(claim.ideal) {
      units[claim.response] = claim.ideal
      taken.insert(claim.ideal)
    }
  }

  /// Where the two stand, if that is not the same place.
  func move(_ pair: ResourcePair) -> (response: String, ideal: String)? {
    let (one, other) = (response.resources[pair.response], ideal.resources[pair.ideal])
    if one.unit != other.unit, units[one.unit] != other.unit { return (one.unit, other.unit) }
    guard response.files.indices.contains(one.file), ideal.files.indices.contains(other.file) else {
      return nil
    }
    let (first, second) = (response.files[one.file], ideal.files[other.file])
    guard first.isPathGiven, second.isPathGiven, first.path != second.path else { return nil }
    if let partner = files[one.file] { return partner == other.file ? nil : (first.path, second.path) }
    // A file without a counterpart: its resources moved only where the other file is there on both sides.
    return files.values.contains(other.file) ? (first.path, second.path) : nil
  }
}
