import SourceText
import TemplateDiff
import TemplateModel

/// Tells the faults of some kinds, each symbol once with all its places.
enum FactEvidence {
  static func evidence(_ scene: Scene, _ kinds: Set<FactFault.Kind>) -> [Evidence] {
    var groups: [String: Int] = [:]
    var found: [Evidence] = []
    for fault in scene.faults.response where kinds.contains(fault.kind) {
      guard !scene.faults.idealKeys.contains(fault.key) else { continue }
      guard let one = evidence(of: fault, in: scene) else { continue }
      if let index = groups[fault.key] {
        found[index].response += one.response
        found[index].deltas += one.deltas
        for place in one.ideal where !found[index].ideal.contains(place) { found[index].ideal.append(place) }
        if found[index].idealText == nil { found[index].idealText = one.idealText }
        for name in one.names where !found[index].names.contains(name) { found[index].names.append(name) }
      } else {
        groups[fault.key] = found.count
        found.append(one)
      }
    }
    return found
  }

  /// - Returns: nil for something missing that the ideal does not have either.
  private static func evidence(of fault: FactFault, in scene: Scene) -> Evidence? {
    let owner = resource(around: fault.location, in: scene.response)
    var subject: DeltaSubject
    if let owner {
      subject = DeltaSubject(
        scene.response.resources[owner], order: scene.idealOf[owner] ?? 1_000_000 + owner, kind: .property)
    } else {
      let file = scene.response.files.firstIndex { $0.location.holds(fault.location) }
      subject = file.map { DeltaSubject(scene.response.files[$0], order: 4_000_000 + $0) } ?? .template
    }
    let counterpart = owner.flatMap { scene.idealOf[$0] }.map { scene.ideal.resources[$0] }
    if fault.kind == .missing, counterpart?.value(at: fault.path) == nil { return nil }
    let instead = IdealInstead(fault, counterpart, in: scene.ideal)
    return Evidence(
      subject: subject, names: [fault.kind == .member ? fault.ownerTitle : subject.name],
      path: fault.kind == .runtime && fault.path.steps.isEmpty ? runtimePath(owner, scene) : fault.path,
      responseText: fault.symbol,
      idealText: instead.text, detail: fault.kind == .runtime ? nil : detail(of: fault),
      response: [fault.location],
      ideal: [instead.location].compactMap { $0 },
      deltas: owner.map { deltas(of: $0, at: fault.location, in: scene) } ?? [], confidence: 900)
  }

  /// The answer, and what there is instead.
  private static func detail(of fault: FactFault) -> String {
    let answer = fault.answer.contains("`") ? fault.answer : "`\(fault.answer)`"
    guard let first = fault.instead.first, fault.kind != .kind else { return answer }
    let others = fault.instead.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    switch fault.kind {
    case .deprecated, .deprecatedBucket, .runtime, .engineVersion:
      return "\(answer); `\(first)` has taken its place"
    case .value: return "\(answer); it takes \(others)"
    default:
      return fault.instead.count == 1 ? "\(answer); there is `\(first)`" : "\(answer); there are \(others)"
    }
  }

  /// Where a function that a program makes says its runtime, as other known failures see it.
  private static func runtimePath(_ owner: Int?, _ scene: Scene) -> PropertyPath {
    let found = owner.flatMap { scene.response.resources[$0].values(at: PropertyPattern("runtime")).first }
    return found?.path ?? PropertyPath()
  }

  /// The innermost resource that a place lies in.
  private static func resource(around location: SourceLocation, in template: Template) -> Int? {
    var best: Int?
    for (index, resource) in template.resources.enumerated() where resource.location.holds(location) {
      if let known = best,
        template.resources[known].location.range.bytes.count <= resource.location.range.bytes.count
      {
        continue
      }
      best = index
    }
    return best
  }

  private static func deltas(of resource: Int, at location: SourceLocation, in scene: Scene) -> [Int] {
    scene.deltasOfResponse[resource].filter { index in
      guard let place = scene.diff.deltas[index].response?.location, !scene.keys[index].isEmpty else {
        return false
      }
      return place.holds(location) || location.holds(place)
    }
  }
}

/// What the ideal has where the response has a fault.
struct IdealInstead {
  private(set) var text: String?
  private(set) var location: SourceLocation?

  init(_ fault: FactFault, _ counterpart: Resource?, in ideal: Template) {
    if let counterpart, !fault.path.steps.isEmpty, let found = Self.property(fault, counterpart) {
      (text, location) = found
      return
    }
    if let found = Self.symbol(fault, counterpart, in: ideal) {
      (text, location) = found
      return
    }
    location = counterpart?.location
  }

  /// A property beside the place that bears one of the names, or what stands at the very place.
  private static func property(_ fault: FactFault, _ resource: Resource) -> (String?, SourceLocation)? {
    let parent = PropertyPath(Array(fault.path.steps.dropLast()))
    let holder = parent.steps.isEmpty ? resource.properties : resource.value(at: parent)?.value
    for name in fault.instead {
      let folded = FactFault.folded(name)
      if let member = holder?.members.first(where: { FactFault.folded($0.key) == folded }) {
        return (name, member.location)
      }
    }
    guard let found = resource.value(at: fault.path) else { return nil }
    return (fault.kind == .missing || fault.kind == .kind ? nil : found.value.told, found.location)
  }

  /// A use of one of the names, by preference in the counterpart or, for an import, in an import.
  private static func symbol(
    _ fault: FactFault, _ counterpart: Resource?, in ideal: Template
  ) -> (String?, SourceLocation)? {
    let names = Set(
      fault.instead.map {
        FactFault.folded($0.split(whereSeparator: { ".: ".contains($0) }).last.map(String.init) ?? $0)
      })
    let owner = FactFault.folded(fault.ownerTitle)
    let isOfType = [.member, .deprecated, .runtime, .engineVersion].contains(fault.kind) && !owner.isEmpty
    var best: (rank: Int, name: String, location: SourceLocation)?
    for use in ideal.symbols {
      for (index, step) in use.steps.enumerated().dropFirst(use.inherited) {
        let isNamed = names.contains(FactFault.folded(step.name))
        // Another member of the same enumeration or class, asked of the type itself.
        let before = index > 0 ? use.steps[index - 1] : nil
        let isSibling =
          isOfType && before?.arguments == nil && FactFault.folded(before?.name ?? "") == owner
        guard isNamed || isSibling else { continue }
        let isNear = counterpart?.location.holds(step.location) ?? false
        let rank = (use.isImport == fault.isImport ? 1 : 0) + (isNear ? 2 : 0) + (isNamed ? 4 : 0)
        if rank > best?.rank ?? -1 {
          best = (rank, isNamed ? step.name : "\(before?.name ?? "").\(step.name)", step.location)
        }
      }
    }
    return best.map { ($0.name, $0.location) }
  }
}

extension SourceLocation {
  /// Whether another place lies within this one.
  fileprivate func holds(_ other: SourceLocation) -> Bool {
    document == other.document && range.contains(other.range)
  }
}
