import Foundation
import Glibc
import Testing

@testable import plumbline

struct ResourceLocatorTests {
  @Test func `Resources lie beside the executable or in share, and the variable overrules both`() throws {
    let scratch = try Scratch()
    var locator = ResourceLocator(executableFolder: scratch.at("bin"), override: nil)
    try scratch.write("bin/plumbline")
    #expect(throws: ResourceError.self) { try locator.folder("KnownFailures") }
    try scratch.write("share/plumbline/\(ResourceLocator.bundle)/KnownFailures/a.yaml")
    #expect(
      try locator.folder("KnownFailures").hasSuffix(
        "/bin/../share/plumbline/\(ResourceLocator.bundle)/KnownFailures"))
    try scratch.write("bin/\(ResourceLocator.bundle)/KnownFailures/a.yaml")
    #expect(try locator.folder("KnownFailures") == scratch.at("bin/\(ResourceLocator.bundle)/KnownFailures"))
    locator.override = scratch.at("own")
    #expect(
      throws: ResourceError.missing("KnownFailures", lookedIn: [scratch.at("own")], isOverridden: true)
    ) { try locator.folder("KnownFailures") }
  }

  @Test func `The built executable has its resources beside it`() throws {
    let folder = try #require(ResourceLocator(environment: [:]).executableFolder)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/\(ResourceLocator.bundle)/KnownFailures"))
  }
}
