import SourceText
import TemplateDiff
import TemplateModel

extension Detection {
  /// The places where this alternative holds, in the order of the deltas, resources or files.
  ///
  /// - Parameter explained: which deltas another known failure has explained already.
  func evidence(in scene: Scene, wordIndices: [Int], explained: [Bool]) -> [Evidence] {
    guard dialects.isEmpty || dialects.contains(where: scene.dialects.contains) else { return [] }
    guard responseHas.allSatisfy({ Scene.has($0, in: scene.response) }) else { return [] }
    guard idealHas.allSatisfy({ Scene.has($0, in: scene.ideal) }) else { return [] }
    guard !responseLacks.contains(where: { Scene.has($0, in: scene.response) }) else { return [] }
    guard !idealLacks.contains(where: { Scene.has($0, in: scene.ideal) }) else { return [] }
    guard scene.promptHolds(prompt) else { return [] }
    var evidence: [Evidence] =
      switch place {
      case .delta(let place): place.evidence(in: scene, explained: explained)
      case .resource(let place): place.evidence(in: scene, standingAlone: standingAlone)
      case .declaration(let place): place.evidence(in: scene, standingAlone: standingAlone)
      case .file(let place): place.evidence(in: scene)
      case .text(let place): place.evidence(in: scene, wordIndices: wordIndices)
      case .detector(let detector, let types, let names):
        detector.evidence(in: scene).compactMap { evidence in
          guard types.allow(evidence.subject.type), names.allow(evidence.subject.name) else { return nil }
          guard evidence.isInIdeal else { return evidence }
          guard let standingAlone else { return detector.standsAlone ? evidence : nil }
          var evidence = evidence
          evidence.confidence = standingAlone
          return evidence
        }
      }
    guard evidence.count >= atLeast else { return [] }
    if let confidence {
      for index in evidence.indices where !evidence[index].isInIdeal {
        evidence[index].confidence = confidence
      }
    }
    return evidence
  }
}

extension Detection.DeltaPlace {
  func evidence(in scene: Scene, explained: [Bool]) -> [Evidence] {
    if scene.diff.deltas.isEmpty { return [] }
    // Types and paths repeat: each is looked at once.
    let fitsType = types.isEmpty ? nil : scene.types.firsts.map { types.allow(scene.subjects[$0].type) }
    if let fitsType, !fitsType.contains(true) { return [] }
    let fitsPath = properties.isEmpty ? nil : scene.paths.firsts.map { leads(to: scene.keys[$0]) }
    if let fitsPath, !fitsPath.contains(true) { return [] }
    var found: [Evidence] = []
    for index in scene.diff.deltas.indices {
      if unexplained && explained[index] { continue }
      if let fitsType, !fitsType[scene.types.indices[index]] { continue }
      if let fitsPath, !fitsPath[scene.paths.indices[index]] { continue }
      let delta = scene.diff.deltas[index]
      guard kinds.isEmpty || kinds.contains(delta.kind) else { continue }
      if delta.kind == .removed, delta.path.steps.isEmpty, scene.idealIsPartial { continue }
      let subject = scene.subjects[index]
      guard of.contains(subject.kind), names.allow(subject.name) else { continue }
      let places = self.places(delta, scene.keys[index])
      guard !places.isEmpty, circumstancesHold(delta, scene) else { continue }
      for place in places {
        guard response?.holds(for: place.response) ?? true, ideal?.holds(for: place.ideal) ?? true else {
          continue
        }
        found.append(
          Evidence(
            subject: subject, path: place.path, responseText: place.response?.told,
            idealText: place.ideal?.told, response: place.responseLocation.map { [$0] } ?? [],
            ideal: place.idealLocation.map { [$0] } ?? [], deltas: [index]))
      }
    }
    return found
  }

  /// Whether a pattern matches a path, or leads to something deeper.
  private func leads(to keys: [String]) -> Bool {
    properties.contains { pattern in
      pattern.matches(keys[...])
        || (!keys.isEmpty && pattern.remainders(after: keys[...]).contains { !$0.isEmpty })
    }
  }

  private struct PlaceInDelta {
    var path: PropertyPath
    var response: Value?
    var ideal: Value?
    var responseLocation: SourceLocation?
    var idealLocation: SourceLocation?
  }

  /// The delta itself where a pattern matches its path, or the places inside it that a pattern leads to.
  private func places(_ delta: Delta, _ keys: [String]) -> [PlaceInDelta] {
    let whole = PlaceInDelta(
      path: delta.path, response: delta.response?.value, ideal: delta.ideal?.value,
      responseLocation: delta.response?.location, idealLocation: delta.ideal?.location)
    if properties.isEmpty { return keys.isEmpty || of == [.property] ? [whole] : [] }
    for pattern in properties where pattern.matches(keys[...]) { return [whole] }
    // What came or went as a whole is told as a whole.
    if keys.isEmpty { return [] }
    for pattern in properties {
      for rest in pattern.remainders(after: keys[...]) where !rest.isEmpty {
        let response = inside(delta.response, rest, delta.path)
        let ideal = inside(delta.ideal, rest, delta.path)
        guard !response.isEmpty || !ideal.isEmpty else { continue }
        return (0..<max(response.count, ideal.count)).map { index in
          let here = index < response.count ? response[index] : nil
          let there = index < ideal.count ? ideal[index] : nil
          return PlaceInDelta(
            path: here?.path ?? there?.path ?? delta.path, response: here?.value, ideal: there?.value,
            responseLocation: here?.location ?? delta.response?.location,
            idealLocation: there?.location ?? delta.ideal?.location)
        }
      }
    }
    return []
  }

  private func inside(
    _ side: Delta.Side?, _ rest: ArraySlice<PropertyPattern.Step>, _ path: PropertyPath
  ) -> [FoundValue] {
    guard let side, let value = side.value else { return [] }
    return value.values(at: rest, from: path, location: side.location)
  }

  private func circumstancesHold(_ delta: Delta, _ scene: Scene) -> Bool {
    if circumstances.isEmpty { return true }
    guard let resource = scene.responseResource(delta) ?? scene.idealResource(delta) else { return false }
    return circumstances.allSatisfy { $0.holds(for: resource.values(at: $0.property)) }
  }
}

extension Detection.Circumstance {
  /// Whether it holds of what was found: one value must fit, and where values may not be there, or may not hold
  /// something, none may offend.
  func holds(for found: [FoundValue]) -> Bool {
    if found.isEmpty { return condition.holds(for: nil) }
    return condition.lacks.isEmpty
      ? found.contains { condition.holds(for: $0.value) }
      : found.allSatisfy { condition.holds(for: $0.value) }
  }
}

extension Detection.ResourcePlace {
  /// Resources of the response for which everything holds, and for whose counterpart in the ideal it does not.
  func evidence(in scene: Scene, standingAlone: Int?) -> [Evidence] {
    var found: [Evidence] = []
    let accompanied = Companions(companions, in: scene.response)
    let accompaniedInIdeal = Companions(companions, in: scene.ideal)
    for (index, resource) in scene.response.resources.enumerated() where !resource.isLookup {
      guard types.allow(resource.canonicalType), names.allow(resource.name) else { continue }
      let places = self.places(of: index, in: scene.responseThings)
      guard !places.isEmpty, !accompanied.have(resource) else { continue }
      let counterpart = scene.idealOf[index].map { scene.ideal.resources[$0] }
      let isInIdeal =
        scene.idealOf[index].map {
          !self.places(of: $0, in: scene.idealThings).isEmpty
            && !accompaniedInIdeal.have(scene.ideal.resources[$0])
        } ?? false
      if isInIdeal, standingAlone == nil { continue }
      let subject = DeltaSubject(resource, order: scene.idealOf[index] ?? 1_000_000 + index)
      for place in places {
        if isInIdeal {
          found.append(
            Evidence(
              subject: subject, path: place.path ?? PropertyPath(), responseText: place.value?.told,
              response: [place.location], confidence: standingAlone ?? 0, isInIdeal: true))
          continue
        }
        let there = place.path.flatMap { path in counterpart.flatMap { $0.value(at: path) } }
        found.append(
          Evidence(
            subject: subject,
            path: place.path ?? property.map { PropertyPath([.key($0.text)]) } ?? PropertyPath(),
            responseText: place.value?.told, idealText: there?.value.told,
            response: [place.location],
            ideal: (there?.location ?? idealPlace(of: counterpart)).map { [$0] } ?? [],
            deltas: scene.deltasOfResponse[index].filter { touches(scene, $0) },
            confidence: counterpart == nil ? 550 : 800))
      }
    }
    return found
  }

  /// Where the ideal says what the response leaves out.
  private func idealPlace(of counterpart: Resource?) -> SourceLocation? {
    guard let counterpart else { return nil }
    for step in property.map({ [$0] }) ?? circumstances.map(\.property) {
      if let found = counterpart.values(at: step).first { return found.location }
    }
    return counterpart.location
  }

  private func touches(_ scene: Scene, _ delta: Int) -> Bool {
    let patterns = (property.map { [$0] } ?? []) + circumstances.map(\.property)
    let keys = scene.keys[delta]
    return patterns.contains {
      !keys.isEmpty && ($0.matches(keys[...]) || !$0.remainders(after: keys[...]).isEmpty)
    }
  }

  private struct PlaceInResource {
    var path: PropertyPath?
    var value: Value?
    var location: SourceLocation
  }

  private func places(of index: Int, in things: ConceptIndex) -> [PlaceInResource] {
    let resource = things.template.resources[index]
    guard has.isEmpty && lacks.isEmpty || traitsHold(of: index, in: things) else { return [] }
    guard circumstances.allSatisfy({ $0.holds(for: resource.values(at: $0.property)) }) else { return [] }
    guard let property else { return [PlaceInResource(location: resource.location)] }
    let found = resource.values(at: property)
    if found.isEmpty {
      return value?.holds(for: nil) ?? false ? [PlaceInResource(location: resource.location)] : []
    }
    let fitting = found.filter { value?.holds(for: $0.value) ?? true }
    return fitting.map { PlaceInResource(path: $0.path, value: $0.value, location: $0.location) }
  }
}

extension Detection.ResourcePlace {
  /// Whether a resource has and lacks what it must, as far as this can be told without a run.
  private func traitsHold(of index: Int, in things: ConceptIndex) -> Bool {
    let had = has.filter { things.isSaid($0, of: index) }
    let lacking = lacks.filter { things.isSaid($0, of: index) }
    return had.isEmpty == has.isEmpty && lacking.isEmpty == lacks.isEmpty
      && had.allSatisfy { if case .has = things.state(of: $0, index) { true } else { false } }
      && lacking.allSatisfy { if case .lacks = things.state(of: $0, index) { true } else { false } }
  }
}

extension Resource {
  /// The value that stands at the same place, or nil.
  func value(at path: PropertyPath) -> FoundValue? {
    values(at: PropertyPattern(path.keys)).first
  }
}

extension Detection.DeclarationPlace {
  /// Declarations of the response for which everything holds, and for whose namesake in the ideal it does not.
  func evidence(in scene: Scene, standingAlone: Int?) -> [Evidence] {
    var found: [Evidence] = []
    for (index, declaration) in scene.response.declarations.enumerated() {
      guard kinds.contains(declaration.kind), names.allow(declaration.name) else { continue }
      guard let place = place(in: declaration) else { continue }
      let counterpart = scene.ideal.declarations.firstIndex {
        $0.kind == declaration.kind && $0.name == declaration.name
      }
      if let counterpart, self.place(in: scene.ideal.declarations[counterpart]) != nil {
        guard let standingAlone else { continue }
        found.append(
          Evidence(
            subject: DeltaSubject(declaration, order: 2_000_000 + index), path: place.path,
            responseText: place.value?.told, response: [place.location], confidence: standingAlone,
            isInIdeal: true))
        continue
      }
      let there = counterpart.map { scene.ideal.declarations[$0] }
      found.append(
        Evidence(
          subject: DeltaSubject(declaration, order: 2_000_000 + index), path: place.path,
          responseText: place.value?.told, response: [place.location],
          ideal: there.map { [idealPlace(of: $0)] } ?? [],
          deltas: scene.diff.deltas.indices.filter { delta in
            guard case .declaration(_, let response, _) = scene.diff.deltas[delta].subject else {
              return false
            }
            return response == index
          }, confidence: counterpart == nil ? 600 : 800))
    }
    return found
  }

  private func idealPlace(of declaration: Declaration) -> SourceLocation {
    property.flatMap { values(declaration, $0).first?.location } ?? declaration.location
  }

  private func place(
    in declaration: Declaration
  ) -> (path: PropertyPath, value: Value?, location: SourceLocation)? {
    guard circumstances.allSatisfy({ $0.holds(for: values(declaration, $0.property)) }) else { return nil }
    guard let property else { return (PropertyPath(), nil, declaration.location) }
    let found = values(declaration, property)
    if found.isEmpty {
      guard value?.holds(for: nil) ?? false else { return nil }
      return (PropertyPath([.key(property.text)]), nil, declaration.location)
    }
    guard let fitting = found.first(where: { value?.holds(for: $0.value) ?? true }) else { return nil }
    return (fitting.path, fitting.value, fitting.location)
  }

  private func values(_ declaration: Declaration, _ pattern: PropertyPattern) -> [FoundValue] {
    declaration.value.values(at: pattern.steps[...], from: PropertyPath(), location: declaration.location)
  }
}

extension Detection.FilePlace {
  func evidence(in scene: Scene) -> [Evidence] {
    var found: [Evidence] = []
    for (index, delta) in scene.diff.deltas.enumerated() {
      guard case .file(let response, let ideal) = delta.subject, delta.path.steps.isEmpty else { continue }
      let file: TemplateFile? =
        switch side {
        case .idealOnly where response == nil: ideal.map { scene.ideal.files[$0] }
        case .responseOnly where ideal == nil: response.map { scene.response.files[$0] }
        default: nil
        }
      guard let file, allows(file) else { continue }
      found.append(
        Evidence(
          subject: scene.subjects[index], response: delta.response.map { [$0.location] } ?? [],
          ideal: delta.ideal.map { [$0.location] } ?? [], deltas: [index], confidence: 600))
    }
    return found
  }

  private func allows(_ file: TemplateFile) -> Bool {
    (roles.isEmpty || roles.contains(file.role)) && (languages.isEmpty || languages.contains(file.language))
      && paths.allow(file.path)
  }
}

extension Detection.TextPlace {
  /// Where nothing else is asked for, words count in code only, not in tests and documents.
  private static let code: [TemplateFile.Role] = [.entry, .stack, .module, .handler, .configuration, .script]

  /// One piece of evidence for each file, with every place where a word stands that the other side does without.
  func evidence(in scene: Scene, wordIndices: [Int]) -> [Evidence] {
    let isIdeal = side == .ideal
    let template = isIdeal ? scene.ideal : scene.response
    let elsewhere = Set((isIdeal ? scene.words : scene.idealWords).map(\.word))
    var byFile: [Int: Int] = [:]
    var found: [Evidence] = []
    for match in isIdeal ? scene.idealWords : scene.words
    where wordIndices.contains(match.word) && !elsewhere.contains(match.word) {
      let file = template.files[match.file]
      guard allows(file) else { continue }
      let text = template.text(match.location)
      let at = byFile[match.file] ?? found.count
      if at == found.count {
        byFile[match.file] = at
        found.append(
          Evidence(
            subject: DeltaSubject(file, order: 4_000_000 + match.file), confidence: isIdeal ? 600 : 500))
        if isIdeal { found[at].idealText = text } else { found[at].responseText = text }
      }
      if !found[at].names.contains(text) { found[at].names.append(text) }
      if isIdeal { found[at].ideal.append(match.location) } else { found[at].response.append(match.location) }
    }
    return found
  }

  private func allows(_ file: TemplateFile) -> Bool {
    (roles.isEmpty ? Detection.TextPlace.code : roles).contains(file.role)
      && (languages.isEmpty || languages.contains(file.language))
      && paths.allow(file.path)
  }
}
