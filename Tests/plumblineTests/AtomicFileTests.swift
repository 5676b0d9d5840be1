import Foundation
import Glibc
import Testing

@testable import plumbline

struct AtomicFileTests {
  @Test func `A file appears with its commit and not before`() throws {
    let scratch = try Scratch()
    let file = try AtomicFile(scratch.at("out"))
    try file.write(Array("half".utf8))
    #expect(!scratch.contents.contains("out"))
    try file.commit()
    #expect(scratch.contents == ["out"])
    #expect(try scratch.text("out") == "half")
  }

  @Test func `A file that is not committed leaves no trace and the old one stays`() throws {
    let scratch = try Scratch()
    try scratch.write("out", "old")
    do {
      let file = try AtomicFile(scratch.at("out"))
      try file.write(Array("new".utf8))
    }
    #expect(scratch.contents == ["out"])
    #expect(try scratch.text("out") == "old")
  }

  @Test func `A link stays a link, and permissions stay`() throws {
    let scratch = try Scratch()
    try scratch.write("real", "old")
    chmod(scratch.at("real"), 0o640)
    symlink("real", scratch.at("link"))
    try AtomicFile.write(Array("new".utf8), to: scratch.at("link"))
    #expect(try scratch.text("real") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.at("link")) == "real")
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.at("real"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `A device is written, never replaced`() throws {
    try AtomicFile.write(Array("x".utf8), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
    #expect(throws: FileError.cannotWrite("/dev/full", .diskFull)) {
      try AtomicFile.write(Array("x".utf8), to: "/dev/full")
    }
  }

  @Test func `Each reason not to write is told apart`() throws {
    let scratch = try Scratch()
    #expect(throws: FileError.cannotWrite(scratch.path, .isFolder)) { try AtomicFile(scratch.path) }
    #expect(throws: FileError.cannotWrite(scratch.at("no/x"), .noSuchFolder)) {
      try AtomicFile(scratch.at("no/x"))
    }
    #expect(scratch.contents == [])
  }

  @Test func `A name of the greatest length can be written`() throws {
    let scratch = try Scratch()
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write(Array("x".utf8), to: scratch.at(name))
    #expect(scratch.contents == [name])
  }
}
