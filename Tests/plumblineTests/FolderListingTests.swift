import Foundation
import Glibc
import Testing

@testable import plumbline

struct FolderListingTests {
  @Test func `Files are listed in the order of their bytes, and the rest is counted`() throws {
    let scratch = try Scratch()
    for name in ["b.yaml", "a/z.ts", "a.txt", "é.md", "Z.md", "a/.env", ".git/config", "node_modules/x/i.js"]
    {
      try scratch.write(name)
    }
    try scratch.write("cdk.out/t.json")
    try scratch.write("image.png", bytes: [0x89, 0x50, 0, 1])
    try scratch.write("empty.yaml", "")
    mkfifo(scratch.at("pipe"), 0o600)
    symlink("nowhere", scratch.at("dangling"))
    let listing = try FolderListing(scratch.path)
    #expect(listing.files == ["Z.md", "a.txt", "a/z.ts", "b.yaml", "empty.yaml", "é.md"])
    #expect(
      listing.leftOut
        == .init(hidden: 2, generated: 2, binary: 1, special: 1, unreadable: 1, unnamable: 0))
    #expect(listing.leftOut.sentence == "Left out: 2 hidden, 2 generated, 1 binary, 1 special, 1 unreadable.")
  }

  @Test func `A circle of links is walked once`() throws {
    let scratch = try Scratch()
    try scratch.write("inner/file.md")
    symlink("..", scratch.at("inner/up"))
    symlink("inner", scratch.at("other"))
    let listing = try FolderListing(scratch.path)
    #expect(listing.files.count == 1)
    #expect(listing.leftOut.special == 2)
  }

  @Test func `A name that is not UTF-8 is counted`() throws {
    let scratch = try Scratch()
    let touched = try Run.bash("touch \"$1\"/$'\\xff'", scratch.path)
    #expect(touched.code == 0)
    #expect(try FolderListing(scratch.path).leftOut.unnamable == 1)
  }

  @Test func `A file or nothing is not a folder`() throws {
    let scratch = try Scratch()
    #expect(throws: FileError.missing(scratch.at("none"))) { try FolderListing(scratch.at("none")) }
    #expect(throws: FileError.nothingToRead(scratch.path)) { try Material(reading: scratch.path) }
  }
}
