import TemplateModel

/// The values inside an element of a list with their paths, to tell how much two elements have in common.
struct ElementLeaves {
  private struct Leaf {
    var path: UInt64
    var value: UInt64
    var grams: GramSketch
  }

  private var leaves: [Leaf] = []

  init(_ value: Value, _ origin: Equality.Origin, _ equality: Equality) {
    add(value, path: 1, key: "", origin, equality)
    leaves.sort { ($0.path, $0.value) < ($1.path, $1.value) }
  }

  private mutating func add(
    _ value: Value, path: UInt64, key: String, _ origin: Equality.Origin, _ equality: Equality
  ) {
    switch value.kind {
    case .map(let members):
      for member in members {
        add(
          member.value, path: Mixer.mix(path, Mixer.hash(of: member.key)), key: member.key, origin, equality)
      }
    case .list(let values): for value in values { add(value, path: path, key: key, origin, equality) }
    default:
      leaves.append(
        Leaf(
          path: path, value: equality.fingerprint(value, origin, key).low,
          grams: GramSketch(value.summary(limit: 200))))
    }
  }

  /// Dice's coefficient in thousandths: 1 for equal leaves, 0.7 × likeness for texts alike, 0.15 for a path.
  func likeness(to other: ElementLeaves) -> Int {
    if leaves.isEmpty || other.leaves.isEmpty { return leaves.isEmpty == other.leaves.isEmpty ? 1000 : 0 }
    var points = 0
    var first = 0
    var second = 0
    while first < leaves.count, second < other.leaves.count {
      let (one, another) = (leaves[first], other.leaves[second])
      if one.path != another.path {
        if one.path < another.path { first += 1 } else { second += 1 }
      } else if one.value == another.value {
        points += 1000
        first += 1
        second += 1
      } else {
        let isLast =
          (first + 1 == leaves.count || leaves[first + 1].path != one.path)
          && (second + 1 == other.leaves.count || other.leaves[second + 1].path != one.path)
        if isLast {
          let likeness = one.grams.likeness(to: another.grams)
          points += likeness >= 600 ? 700 * likeness / 1000 : 150
          first += 1
          second += 1
        } else if one.value < another.value {
          first += 1
        } else {
          second += 1
        }
      }
    }
    return 2 * points / (leaves.count + other.leaves.count)
  }

  /// The share of the smaller one's values that the other has too, whatever the path, in thousandths.
  func overlap(with other: ElementLeaves) -> Int {
    let (first, second) = (leaves.map(\.value).sorted(), other.leaves.map(\.value).sorted())
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    var shared = 0
    var (one, another) = (0, 0)
    while one < first.count, another < second.count {
      if first[one] == second[another] {
        shared += 1
        one += 1
        another += 1
      } else if first[one] < second[another] {
        one += 1
      } else {
        another += 1
      }
    }
    return 1000 * shared / min(first.count, second.count)
  }
}
