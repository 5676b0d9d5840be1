import SourceText
import TemplateModel

/// Which file of the response stands for which of the ideal, and the files that only one side has.
///
/// Only files whose text counts and whose path is given are compared: same path, else the same resources or the
/// same text.
struct FileComparison {
  private let response: Template
  private let ideal: Template
  /// From a file of the response to that of the ideal.
  private(set) var partner: [Int: Int] = [:]

  init(_ response: Template, _ ideal: Template, pairs: [ResourcePair]) {
    self.response = response
    self.ideal = ideal
    var byPath: [String: Int] = [:]
    for (index, file) in response.files.enumerated() where FileComparison.isGiven(file) {
      byPath[file.path] = index
    }
    var openIdeal: [Int] = []
    var taken = Set<Int>()
    for (index, file) in ideal.files.enumerated() where FileComparison.isGiven(file) {
      if let place = byPath[file.path], taken.insert(place).inserted {
        partner[place] = index
      } else {
        openIdeal.append(index)
      }
    }
    let openResponse = response.files.indices.filter {
      FileComparison.isGiven(response.files[$0]) && !taken.contains($0)
    }
    pairLeftovers(openResponse, openIdeal, pairs)
  }

  /// Files under another name: most of their resources correspond, or their text is the same.
  private mutating func pairLeftovers(_ openResponse: [Int], _ openIdeal: [Int], _ pairs: [ResourcePair]) {
    if openResponse.isEmpty || openIdeal.isEmpty { return }
    var shared: [Int: [Int: Int]] = [:]
    var counts: (response: [Int: Int], ideal: [Int: Int]) = ([:], [:])
    for resource in response.resources { counts.response[resource.file, default: 0] += 1 }
    for resource in ideal.resources { counts.ideal[resource.file, default: 0] += 1 }
    for pair in pairs {
      shared[response.resources[pair.response].file, default: [:]][
        ideal.resources[pair.ideal].file, default: 0] +=
        1
    }
    var taken = Set<Int>()
    for one in openResponse {
      for other in openIdeal where !taken.contains(other) {
        let common = shared[one]?[other] ?? 0
        let most = max(counts.response[one] ?? 0, counts.ideal[other] ?? 0)
        let isSameText =
          !response.files[one].bytes.isEmpty && response.files[one].bytes == ideal.files[other].bytes
        guard isSameText || common > 0 && 2 * common > most else { continue }
        partner[one] = other
        taken.insert(other)
        break
      }
    }
  }

  func deltas() -> [Delta] {
    let ideals = Dictionary(partner.map { ($0.value, $0.key) }, uniquingKeysWith: { one, _ in one })
    var deltas: [Delta] = []
    for (index, file) in ideal.files.enumerated() where FileComparison.isGiven(file) {
      if let place = ideals[index] {
        let other = response.files[place]
        if other.path == file.path { continue }
        deltas.append(
          ResourceComparison.whole(
            .renamed, .file(response: place, ideal: index), (other.path, other.location),
            (file.path, file.location)))
      } else {
        deltas.append(
          Delta(
            kind: .added, subject: .file(response: nil, ideal: index), path: PropertyPath(), response: nil,
            ideal: Delta.Side(value: nil, location: file.location)))
      }
    }
    for (index, file) in response.files.enumerated()
    where FileComparison.isGiven(file) && partner[index] == nil {
      deltas.append(
        Delta(
          kind: .removed, subject: .file(response: index, ideal: nil), path: PropertyPath(),
          response: Delta.Side(value: nil, location: file.location), ideal: nil))
    }
    return deltas
  }

  static func isGiven(_ file: TemplateFile) -> Bool { file.isPathGiven && file.standing == .final }
}
