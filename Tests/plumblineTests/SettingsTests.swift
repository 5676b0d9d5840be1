import Foundation
import Knowledge
import Testing

@testable import plumbline

struct SettingsTests {
  private func settings(
    _ words: [String] = [], _ environment: [String: String] = [:], in folder: String
  ) throws -> Settings {
    guard case .run(let parsed) = try ArgumentParser.parse(["report", "case"] + words, for: .plumbline) else {
      throw UsageError.missingVerb(after: [])
    }
    return try Settings(parsed, environment: environment, folder: folder)
  }

  @Test func `The command line goes before the environment, and that before the file`() throws {
    let scratch = try Scratch()
    try scratch.write("p.yaml", "fail-on: low\nknowledge: own\n")
    let file = ["--config", scratch.at("p.yaml")]
    let plain = try settings(file, in: scratch.path)
    #expect(plain.failOn?.value == .low)
    #expect(plain.failOn?.origin == .file(scratch.at("p.yaml"), line: 1))
    #expect(plain.knowledge.map(\.value) == [scratch.at("own")])
    let variables = ["PLUMBLINE_FAIL_ON": "medium", "PLUMBLINE_KNOWLEDGE": "a:b"]
    let spoken = try settings(file, variables, in: scratch.path)
    #expect(spoken.failOn?.value == .medium)
    #expect(spoken.knowledge.map(\.value) == ["a", "b"])
    let said = try settings(file + ["--fail-on", "high", "--knowledge", "c"], variables, in: scratch.path)
    #expect(said.failOn?.origin == .option("fail-on"))
    #expect(said.knowledge.map(\.value) == ["c"])
    #expect(throws: UsageError.self) { try settings([], ["PLUMBLINE_FAIL_ON": "hihg"], in: scratch.path) }
  }

  @Test func `The file is looked for up to the root of the repository and no further`() throws {
    let scratch = try Scratch()
    try scratch.write(".plumbline.yaml", "fail-on: low\n")
    try scratch.write("repo/.git/HEAD")
    try scratch.write("repo/a/b/x")
    #expect(ProjectFileSearch.path(from: scratch.at("repo/a/b")) == nil)
    try scratch.write("repo/.plumbline.yaml", "fail-on: high\n")
    #expect(ProjectFileSearch.path(from: scratch.at("repo/a/b")) == "../../.plumbline.yaml")
    try scratch.write("repo/a/.plumbline.yaml", "fail-on: high\n")
    #expect(ProjectFileSearch.path(from: scratch.at("repo/a/b")) == "../.plumbline.yaml")
    #expect(ProjectFileSearch.path(from: scratch.at("repo/a")) == ".plumbline.yaml")
    // Outside a repository only the folder itself counts.
    try scratch.write("plain/x")
    #expect(ProjectFileSearch.path(from: scratch.path) == ".plumbline.yaml")
    #expect(ProjectFileSearch.path(from: scratch.at("plain")) == nil)
  }

  @Test func `A file that is named and not there is an error`() throws {
    let scratch = try Scratch()
    #expect(throws: FileError.missing(scratch.at("x"))) {
      try settings(["--config", scratch.at("x")], in: scratch.path)
    }
  }
}
