import SourceText
import TemplateModel

/// Tells what one side lacks because its text breaks off from what it lacks by choice.
///
///     response   A  C  D…              D is cut short, so all behind it is unknown
///     ideal      A  B  C  D  E  F      B is missing; E and F are not present after truncation
struct BrokenOff {
  private let response: Side
  private let ideal: Side
  /// Whether anything breaks off at all.
  private let isNeeded: Bool

  /// What is known of a side.
  private struct Side {
    let template: Template
    /// For each file of the other side: where, in its text, the last resource ends that this side has in full.
    var lastKnown: [Int: UInt32] = [:]
    /// Files of the other side that have a counterpart here, and those whose counterpart breaks off.
    var found: Set<Int> = []
    var cut: Set<Int> = []
    /// Whether the last file breaks off, so that whole files behind it may be missing.
    let endsOpen: Bool

    init(_ template: Template) {
      self.template = template
      let files = template.files.filter { $0.standing == .final && $0.dialect != nil }
      endsOpen = files.last.map { !$0.isComplete } ?? false
    }
  }

  init(_ response: Template, _ ideal: Template, pairs: [ResourcePair], files: [Int: Int]) {
    var sides = (Side(response), Side(ideal))
    isNeeded = !(response.files + ideal.files).allSatisfy(\.isComplete)
    guard isNeeded else {
      (self.response, self.ideal) = sides
      return
    }
    for pair in pairs {
      let (one, other) = (response.resources[pair.response], ideal.resources[pair.ideal])
      BrokenOff.note(one, standsFor: other, &sides.0)
      BrokenOff.note(other, standsFor: one, &sides.1)
    }
    for (one, other) in files {
      sides.0.found.insert(other)
      sides.1.found.insert(one)
      if !response.files[one].isComplete { sides.0.cut.insert(other) }
      if !ideal.files[other].isComplete { sides.1.cut.insert(one) }
    }
    (self.response, self.ideal) = sides
  }

  private static func note(_ resource: Resource, standsFor other: Resource, _ side: inout Side) {
    side.found.insert(other.file)
    guard side.template.files.indices.contains(resource.file), !side.template.files[resource.file].isComplete
    else { return }
    side.cut.insert(other.file)
    guard resource.isComplete else { return }
    side.lastKnown[other.file] = max(side.lastKnown[other.file] ?? 0, other.location.range.end)
  }

  func tell(_ deltas: inout [Delta]) {
    if !isNeeded { return }
    for index in deltas.indices {
      switch deltas[index].kind {
      case .added: deltas[index].isPastBreak = isPastBreak(deltas[index].subject, response, ideal.template)
      case .removed:
        deltas[index].isPastBreak = isPastBreak(deltas[index].subject.turned, ideal, response.template)
      default: break
      }
    }
  }

  /// - Parameter subject: seen from the side that lacks it, which is called the response here.
  private func isPastBreak(_ subject: Delta.Subject, _ side: Side, _ other: Template) -> Bool {
    switch subject {
    case .resource(nil, let place?):
      let resource = other.resources[place]
      return isBehind(resource.file, resource.location.range.start, side)
    case .resource(let place?, _): return !side.template.resources[place].isComplete
    case .declaration(_, nil, let place?):
      let declaration = other.declarations[place]
      return isBehind(declaration.file, declaration.location.range.start, side)
    case .file(nil, _?): return side.endsOpen
    default: return false
    }
  }

  private func isBehind(_ file: Int, _ start: UInt32, _ side: Side) -> Bool {
    if side.cut.contains(file) { return start >= side.lastKnown[file] ?? 0 }
    return side.endsOpen && !side.found.contains(file)
  }
}

extension Delta.Subject {
  /// The subject with its sides exchanged.
  fileprivate var turned: Delta.Subject {
    switch self {
    case .resource(let response, let ideal): .resource(response: ideal, ideal: response)
    case .declaration(let kind, let response, let ideal):
      .declaration(kind, response: ideal, ideal: response)
    case .file(let response, let ideal): .file(response: ideal, ideal: response)
    }
  }
}
