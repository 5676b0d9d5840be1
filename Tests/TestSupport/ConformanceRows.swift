import Foundation

/// The rows of a conformance set, which lies outside the repository and may be absent.
///
/// Looked for in `$PLUMBLINE_SHARED`, then in `../shared` beside the package. A name without a folder is a set of
/// `conformance`; `corpus/dev` is a file of another folder.
package struct ConformanceRows {
  package let path: String

  /// The folder of the data.
  static var shared: String {
    let beside = PackageFolder.url.deletingLastPathComponent().appendingPathComponent("shared").path
    return ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"] ?? beside
  }

  package init?(_ name: String) {
    path = "\(Self.shared)/\(name.contains("/") ? name : "conformance/\(name)").jsonl.xz"
    guard FileManager.default.isReadableFile(atPath: path) else { return nil }
  }

  package static func exist(_ name: String) -> Bool { ConformanceRows(name) != nil }

  package static func read(_ name: String) throws -> [[String: Any]] {
    guard let rows = ConformanceRows(name) else { return [] }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dkc", rows.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try data.split(separator: 0x0A).compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
  }
}
