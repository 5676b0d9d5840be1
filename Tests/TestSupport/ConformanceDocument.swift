import Foundation

/// A JSON document of the conformance data, which may be absent.
package enum ConformanceDocument {
  private static func path(_ name: String) -> String { "\(ConformanceRows.shared)/conformance/\(name).json" }

  /// Whether it is on this machine.
  package static func exists(_ name: String) -> Bool {
    FileManager.default.isReadableFile(atPath: path(name))
  }

  /// Its members.
  package static func read(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path(name)))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}
