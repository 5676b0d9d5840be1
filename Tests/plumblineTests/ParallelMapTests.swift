import Foundation
import Synchronization
import Testing

@testable import plumbline

struct ParallelMapTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 3, 8])
  func `Results come in the order of the inputs`(jobs: Int) throws {
    var next = 0
    var results: [Int] = []
    try ParallelMap.run(
      jobs: jobs,
      next: {
        next += 1
        return next <= 500 ? next : nil
      },
      transform: { number in
        if number % 7 == 0 { usleep(300) }
        return number * 2
      },
      each: {
        results.append($0)
        return true
      })
    #expect(results == (1...500).map { $0 * 2 })
  }

  @Test func `No more than the window lies between taken and handed over`() throws {
    let taken = Mutex(0)
    var handedOver = 0
    var widest = 0
    try ParallelMap.run(
      jobs: 2,
      next: {
        taken.withLock {
          $0 += 1
          return $0 <= 200 ? $0 : nil
        }
      },
      transform: { $0 },
      each: { _ in
        usleep(200)
        widest = max(widest, taken.withLock { $0 } - handedOver)
        handedOver += 1
        return true
      })
    #expect(handedOver == 200)
    #expect(widest <= 2 * 4 + 1)
  }

  @Test func `It ends when the receiver has enough`() throws {
    var received = 0
    try ParallelMap.run(
      jobs: 4, next: { 1 }, transform: { $0 },
      each: { _ in
        received += 1
        return received < 10
      })
    #expect(received == 10)
  }

  @Test func `A fault of the inputs comes after the results before it`() {
    var next = 0
    var received = 0
    #expect(throws: Stop.self) {
      try ParallelMap.run(
        jobs: 3,
        next: { () throws -> Int? in
          next += 1
          if next > 20 { throw Stop() }
          return next
        },
        transform: { $0 },
        each: { _ in
          received += 1
          return true
        })
    }
    #expect(received == 20)
  }

  @Test func `No inputs give no results`() throws {
    try ParallelMap.run(
      jobs: 2, next: { nil as Int? }, transform: { $0 },
      each: { _ in
        Issue.record("a result")
        return true
      })
  }
}
