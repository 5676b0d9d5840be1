import Foundation

/// Rows of a conformance set that is handed out beside the project and not a part of it.
///
/// The sets lie in `shared/conformance` beside the package, or below the folder that PLUMBLINE_SHARED names. Where
/// they are absent, the tests that need them are disabled.
enum HCLConformanceSet: String {
  case suite = "hcl-suite"
  case testdata = "terraform-testdata"
  case wild = "terraform-wild"

  private static let folder: URL = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
      .standardized
    let shared = ProcessInfo.processInfo.environment["PLUMBLINE_SHARED"].map { URL(fileURLWithPath: $0) }
    return (shared ?? root.appending(path: "../shared").standardized).appending(path: "conformance")
  }()

  private var file: URL { HCLConformanceSet.folder.appending(path: "\(rawValue).jsonl.xz") }

  static var areThere: Bool { FileManager.default.fileExists(atPath: HCLConformanceSet.suite.file.path) }

  static let absence = "the conformance sets lie neither beside the package nor in PLUMBLINE_SHARED"

  func rows() throws -> [[String: Any]] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dkc", file.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
      // Foundation drops a byte-order mark that starts a string; a character of private use stands in for it.
      let safe = line.replacing("\u{FEFF}", with: HCLConformanceSet.byteOrderMarkStandIn)
      return try JSONSerialization.jsonObject(with: Data(safe.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The cases of one of HashiCorp's table tests.
  static func cases(_ function: String) throws -> [[String: Any]] {
    try HCLConformanceSet.suite.rows().filter { $0["func"] as? String == function }
      .compactMap { $0["case"] as? [String: Any] }
  }

  private static let byteOrderMarkStandIn = "\u{E000}"

  /// The bytes of a text, which is base64 where it is not UTF-8.
  static func bytes(_ text: Any?) -> [UInt8]? {
    if let text = text as? String {
      return Array(text.replacing(byteOrderMarkStandIn, with: "\u{FEFF}").utf8)
    }
    guard let encoded = (text as? [String: Any])?["$b64"] as? String else { return nil }
    return Data(base64Encoded: encoded).map { [UInt8]($0) }
  }

  /// Every HCL text of the set.
  func texts() throws -> [[UInt8]] {
    try rows().flatMap { row -> [[UInt8]] in
      let fields = row.merging(row["case"] as? [String: Any] ?? [:]) { first, _ in first }
      return ["text", "in", "schema", "expect", "input", "Input"].compactMap { key in
        HCLConformanceSet.bytes(fields[key]) ?? HCLConformanceSet.bytes(["$b64": fields[key + "_b64"]])
      }
    }
  }
}
