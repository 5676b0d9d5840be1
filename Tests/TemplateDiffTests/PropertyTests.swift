import TemplateDiff
import TemplateModel
import Testing

/// What holds of every template, tried on generated ones; the seed is printed, `PLUMBLINE_SEED` sets it.
struct PropertyTests {
  private func each(_ count: Int, salt: UInt64, _ body: (inout SeededNumbers, UInt64) -> Void) {
    for number in 0..<UInt64(count) {
      let seed = SeededNumbers.seed &+ number &* 7919 &+ salt << 32
      var numbers = SeededNumbers(seed)
      body(&numbers, seed)
    }
  }

  private func diff(_ response: String, _ ideal: String) -> TemplateDiff {
    TemplateDiff.compare(response: template(response, .json), ideal: template(ideal, .json))
  }

  @Test func `A template does not differ from itself, nor from itself in another order and format`() {
    each(1000, salt: 1) { numbers, seed in
      let generated = GeneratedTemplate(resources: Int.random(in: 0...6, using: &numbers), using: &numbers)
      let plain = generated.json
      #expect(diff(plain, plain).deltas.isEmpty, "seed \(seed)")
      let other = generated.json(shuffle: &numbers, isShuffled: true)
      let found = diff(plain, other).deltas
      #expect(found.isEmpty, "seed \(seed): \(found.map { "\($0.kind) \($0.path)" })")
    }
  }

  @Test func `One changed leaf is exactly that delta`() {
    each(1000, salt: 2) { numbers, seed in
      let generated = GeneratedTemplate(resources: Int.random(in: 1...5, using: &numbers), using: &numbers)
      let item = Int.random(in: 0..<generated.items.count, using: &numbers)
      let leaf = Int.random(in: 0..<generated.leafCount(of: item), using: &numbers)
      var edited = generated
      edited.changeLeaf(leaf, of: item, to: "changed-value")
      let found = diff(generated.json, edited.json).deltas
      #expect(found.map(\.kind) == [.changed], "seed \(seed): \(found.map { "\($0.kind) \($0.path)" })")
      #expect(found.first?.ideal?.value?.string == "changed-value", "seed \(seed)")
      #expect(found.first?.subject == .resource(response: item, ideal: item), "seed \(seed)")
    }
  }

  @Test func `Swapped sides mirror`() {
    each(1000, salt: 3) { numbers, seed in
      let first = GeneratedTemplate(resources: Int.random(in: 1...8, using: &numbers), using: &numbers)
      var second = first
      change(&second, edits: 0...3, using: &numbers)
      if Bool.random(using: &numbers) { second.items.removeLast() }
      second.items += GeneratedTemplate(resources: 2, using: &numbers).items.map { $0.renamed("More") }
      let (one, other) = (first.json, second.json)
      let (forth, back) = (diff(one, other), diff(other, one))
      let pairs = Set(forth.pairs.map { [$0.response, $0.ideal] })
      #expect(pairs == Set(back.pairs.map { [$0.ideal, $0.response] }), "seed \(seed)")
      let there = forth.deltas.map { describe($0, isTurned: false) }.sorted()
      let here = back.deltas.map { describe($0, isTurned: true) }.sorted()
      #expect(there == here, "seed \(seed)")
    }
  }

  /// A delta in words, or what it would be with the sides swapped.
  private func describe(_ delta: Delta, isTurned: Bool) -> String {
    let turned: [Delta.Kind: Delta.Kind] = [
      .added: .removed, .removed: .added, .literalToReference: .referenceToLiteral,
      .referenceToLiteral: .literalToReference, .split: .merged, .merged: .split,
    ]
    let kind = isTurned ? turned[delta.kind] ?? delta.kind : delta.kind
    let sides = [delta.response?.value?.summary() ?? "-", delta.ideal?.value?.summary() ?? "-"]
    return "\(kind) \(delta.path.keys) \((isTurned ? sides.reversed() : sides).joined(separator: " → "))"
  }

  /// Renames about half of the resources and changes some leaves of every resource.
  private func change(
    _ template: inout GeneratedTemplate, edits: ClosedRange<Int>, using numbers: inout SeededNumbers
  ) {
    for index in template.items.indices {
      if Bool.random(using: &numbers) {
        template.items[index].name = GeneratedTemplate.name(&numbers) + "\(index)"
      }
      let leaves = template.leafCount(of: index)
      for _ in 0..<Int.random(in: edits, using: &numbers) where leaves > 0 {
        template.changeLeaf(
          Int.random(in: 0..<leaves, using: &numbers), of: index, to: GeneratedTemplate.word(&numbers))
      }
    }
  }

  @Test func `Renames are found through up to three edits each`() {
    var (wanted, found, right) = (0, 0, 0)
    each(150, salt: 4) { numbers, _ in
      let first = GeneratedTemplate(resources: 24, using: &numbers)
      var second = first
      change(&second, edits: 0...3, using: &numbers)
      // Some that have no counterpart, so that there is something to be wrong about.
      var old = first
      old.items += GeneratedTemplate(resources: 3, using: &numbers).items.map { $0.renamed("Old") }
      var new = second
      new.items += GeneratedTemplate(resources: 3, using: &numbers).items.map { $0.renamed("New") }
      let result = diff(old.json, new.json)
      wanted += first.items.indices.count { first.items[$0].name != second.items[$0].name }
      for pair in result.pairs
      where result.response.resources[pair.response].name != result.ideal.resources[pair.ideal].name {
        found += 1
        if pair.response == pair.ideal, pair.response < first.items.count { right += 1 }
      }
    }
    print("renames: \(right) right of \(found) found, \(wanted) wanted")
    #expect(100 * right >= 98 * found)
    #expect(100 * right >= 98 * wanted)
    #expect(wanted > 1000)
  }
}

extension GeneratedTemplate.Item {
  /// The item under a name that no other has, without references, whose targets are those of another template.
  fileprivate func renamed(_ prefix: String) -> GeneratedTemplate.Item {
    var item = self
    item.name = prefix + name
    item.properties.removeAll { if case .reference = $0.value { true } else { false } }
    return item
  }
}
