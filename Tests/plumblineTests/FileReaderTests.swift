import Foundation
import Glibc
import Testing

@testable import plumbline

struct FileReaderTests {
  private func fault(_ path: String, limit: Int = 1000, listed: Bool = false) -> FileError? {
    do {
      _ = try FileReader(limit: limit).read(path, listed: listed)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func `A file is read whole`(size: Int) throws {
    let scratch = try Scratch()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try scratch.write("file", bytes: bytes)
    #expect(try FileReader().read(scratch.at("file")) == bytes)
  }

  @Test func `A file of 200 MB is read`() throws {
    let scratch = try Scratch()
    try scratch.write("big", "")
    #expect(truncate(scratch.at("big"), 200 << 20) == 0)
    #expect(try FileReader().read(scratch.at("big")).count == 200 << 20)
  }

  @Test func `A pipe is read to its end, however long`() throws {
    let result = try Run.bash("exec \"$0\" show <(head -c 300000 /dev/zero; echo) -o /nonexistent/x")
    // Reading succeeds, so that the complaint is about the output.
    #expect(result.error.contains("'/nonexistent/x' cannot be written"))
  }

  @Test func `Each reason not to read is told apart`() throws {
    let scratch = try Scratch()
    try scratch.write("full", bytes: Array(repeating: 0x61, count: 1001))
    #expect(fault(scratch.at("none")) == .missing(scratch.at("none")))
    #expect(fault(scratch.at("full/inner")) == .missing(scratch.at("full/inner")))
    #expect(fault(scratch.at("gone"), listed: true) == .vanished(scratch.at("gone")))
    #expect(fault(scratch.path) == .isFolder(scratch.path))
    #expect(fault(scratch.at("full")) == .tooLarge(scratch.at("full"), limit: 1000))
    #expect(fault("/dev/zero") == .tooLarge("/dev/zero", limit: 1000))
    #expect(fault(scratch.at("full"), limit: 1001) == nil)
    #expect(symlink("loop", scratch.at("loop")) == 0)
    #expect(fault(scratch.at("loop")) == .missing(scratch.at("loop")))
  }

  // The superuser may read everything, so there is nothing to see.
  @Test(.enabled(if: geteuid() != 0))
  func `A file without permission is not readable`() throws {
    let scratch = try Scratch()
    try scratch.write("secret")
    chmod(scratch.at("secret"), 0)
    #expect(fault(scratch.at("secret")) == .notReadable(scratch.at("secret")))
  }
}
