import Foundation

@testable import plumbline

/// A program that was run to its end: what it wrote and how it ended.
struct Run {
  let output: String
  let error: String
  let code: Int32

  /// The built executable, which lies beside the test bundle.
  static var plumbline: String { "\(ResourceLocator(environment: [:]).executableFolder ?? ".")/plumbline" }

  /// Runs the executable.
  init(_ arguments: [String]) throws { try self.init(Run.plumbline, arguments) }

  init(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    let errorFile = try Scratch()
    try errorFile.write("error", "")
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: errorFile.at("error"))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    self.output = String(decoding: bytes, as: UTF8.self)
    error = try errorFile.text("error")
    code = process.terminationStatus
  }

  /// Runs a line of bash in which `$0` is the executable.
  static func bash(_ line: String, _ arguments: String...) throws -> Run {
    try Run("/bin/bash", ["-c", line, plumbline] + arguments)
  }
}
