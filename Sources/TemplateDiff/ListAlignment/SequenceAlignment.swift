/// Which elements of two rows are the same, in order: as many as the difference allows.
///
///     a b c d      common ends first, then anchors (elements that occur once on each side, in rising
///     │   │ │      order: patience), then the shortest edit script between two anchors
///     a   c d e
///
/// Source: E. W. Myers, "An O(ND) difference algorithm and its variations", 1986, in linear space; B. Cohen's
/// patience diff.
struct SequenceAlignment {
  private let response: [Hash128]
  private let ideal: [Hash128]
  /// For each element of the ideal its partner in the response; -1 where it has none.
  private var partner: [Int]
  /// What the search may still cost, in compared elements.
  private var budget: Int
  private(set) var isCut = false

  static func partners(_ response: [Hash128], _ ideal: [Hash128], budget: Int = 4_000_000) -> (
    partners: [Int], isCut: Bool
  ) {
    var alignment = SequenceAlignment(response, ideal, budget)
    var gaps = [(0..<response.count, 0..<ideal.count)]
    while let (first, second) = gaps.popLast() { alignment.align(first, second, &gaps) }
    return (alignment.partner, alignment.isCut)
  }

  private init(_ response: [Hash128], _ ideal: [Hash128], _ budget: Int) {
    self.response = response
    self.ideal = ideal
    self.budget = budget
    partner = [Int](repeating: -1, count: ideal.count)
  }

  private mutating func align(
    _ first: Range<Int>, _ second: Range<Int>, _ gaps: inout [(Range<Int>, Range<Int>)]
  ) {
    var (low, high) = (first.lowerBound, first.upperBound)
    var (start, end) = (second.lowerBound, second.upperBound)
    while low < high, start < end, response[low] == ideal[start] {
      partner[start] = low
      low += 1
      start += 1
    }
    while low < high, start < end, response[high - 1] == ideal[end - 1] {
      partner[end - 1] = high - 1
      high -= 1
      end -= 1
    }
    guard low < high, start < end else { return }
    let anchors = anchors(low..<high, start..<end)
    if anchors.isEmpty {
      split(low..<high, start..<end, &gaps)
      return
    }
    var (here, there) = (low, start)
    for (one, other) in anchors {
      partner[other] = one
      gaps.append((here..<one, there..<other))
      (here, there) = (one + 1, other + 1)
    }
    gaps.append((here..<high, there..<end))
  }

  /// Elements that occur once on each side: the longest row of them that rises on both.
  private func anchors(_ first: Range<Int>, _ second: Range<Int>) -> [(Int, Int)] {
    struct Place {
      var response = -1
      var ideal = -1
      var isOnce = true
    }
    var places: [Hash128: Place] = [:]
    for index in first {
      var place = places[response[index]] ?? Place()
      if place.response >= 0 { place.isOnce = false }
      place.response = index
      places[response[index]] = place
    }
    for index in second {
      guard var place = places[ideal[index]] else { continue }
      if place.ideal >= 0 { place.isOnce = false }
      place.ideal = index
      places[ideal[index]] = place
    }
    // Patience: piles by the place in the response, each card remembering the one below.
    var tops: [Int] = []
    var cards: [(response: Int, ideal: Int, below: Int)] = []
    for index in second {
      guard let place = places[ideal[index]], place.isOnce, place.response >= 0 else { continue }
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if cards[tops[middle]].response < place.response { low = middle + 1 } else { high = middle }
      }
      cards.append((place.response, index, low > 0 ? tops[low - 1] : -1))
      if low == tops.count { tops.append(cards.count - 1) } else { tops[low] = cards.count - 1 }
    }
    var row: [(Int, Int)] = []
    var card = tops.last ?? -1
    while card >= 0 {
      row.append((cards[card].response, cards[card].ideal))
      card = cards[card].below
    }
    return row.reversed()
  }

  /// Cuts a gap at the middle snake of its shortest edit script; the two rests are smaller gaps.
  private mutating func split(
    _ first: Range<Int>, _ second: Range<Int>, _ gaps: inout [(Range<Int>, Range<Int>)]
  ) {
    guard let snake = middleSnake(first, second) else { return }
    for step in 0..<snake.length {
      partner[second.lowerBound + snake.column + step] = first.lowerBound + snake.row + step
    }
    let (row, column) = (first.lowerBound + snake.row, second.lowerBound + snake.column)
    let isSmaller =
      snake.length > 0 || snake.row > 0 && snake.row < first.count
      || snake.column > 0 && snake.column < second.count
    guard isSmaller else { return }
    gaps.append((first.lowerBound..<row, second.lowerBound..<column))
    gaps.append((row + snake.length..<first.upperBound, column + snake.length..<second.upperBound))
  }

  private mutating func middleSnake(
    _ first: Range<Int>, _ second: Range<Int>
  ) -> (row: Int, column: Int, length: Int)? {
    let (rows, columns) = (first.count, second.count)
    let delta = rows - columns
    let most = (rows + columns + 1) / 2
    let middle = most + 1
    var forth = [Int](repeating: 0, count: 2 * most + 3)
    var back = [Int](repeating: 0, count: 2 * most + 3)
    for cost in 0...most {
      budget -= 2 * cost + 2
      if budget < 0 {
        isCut = true
        return nil
      }
      for diagonal in stride(from: -cost, through: cost, by: 2) {
        let isDown =
          diagonal == -cost || diagonal != cost && forth[middle + diagonal - 1] < forth[middle + diagonal + 1]
        var row = isDown ? forth[middle + diagonal + 1] : forth[middle + diagonal - 1] + 1
        let start = row
        while row < rows, row - diagonal < columns,
          response[first.lowerBound + row] == ideal[second.lowerBound + row - diagonal]
        {
          row += 1
        }
        forth[middle + diagonal] = row
        if delta % 2 != 0, abs(delta - diagonal) < cost, row + back[middle + delta - diagonal] >= rows,
          row <= rows, row - diagonal <= columns, start - diagonal >= 0
        {
          return (start, start - diagonal, row - start)
        }
      }
      for diagonal in stride(from: -cost, through: cost, by: 2) {
        let isDown =
          diagonal == -cost || diagonal != cost && back[middle + diagonal - 1] < back[middle + diagonal + 1]
        var row = isDown ? back[middle + diagonal + 1] : back[middle + diagonal - 1] + 1
        let start = row
        while row < rows, row - diagonal < columns,
          response[first.upperBound - 1 - row] == ideal[second.upperBound - 1 - row + diagonal]
        {
          row += 1
        }
        back[middle + diagonal] = row
        if delta % 2 == 0, abs(delta - diagonal) <= cost, row + forth[middle + delta - diagonal] >= rows,
          row <= rows, row - diagonal <= columns, start - diagonal >= 0
        {
          return (rows - row, columns - row + diagonal, row - start)
        }
      }
    }
    return nil
  }
}
