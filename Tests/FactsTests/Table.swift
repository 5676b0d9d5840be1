import Foundation

@testable import Facts

/// The committed table.
enum Table {
  static let bytes: [UInt8] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "Sources/Facts/Resources/facts.txt")
    return (try? Data(contentsOf: path)).map(Array.init) ?? []
  }()

  static let facts: FactsTable? = try? FactsTable(FactsBytes(bytes))
}
