import CorpusTools
import SourceText
import Testing

@testable import plumbline

struct CaseTests {
  @Test func `The files of a case bear their names alone`() throws {
    let scratch = try Scratch()
    for name in [Case.responseName, Case.idealName, Case.promptName] {
      try scratch.write("vpc/\(name)", name)
    }
    let subject = try Case(folder: scratch.at("vpc"), name: "vpc")
    #expect(subject.response.map(\.path) == ["MODEL_RESPONSE.md"])
    #expect(subject.ideal.map(\.path) == ["IDEAL_RESPONSE.md"])
    #expect(subject.prompt?.path == "PROMPT.md")
  }

  @Test func `A case needs a response and an ideal, but no prompt`() throws {
    let scratch = try Scratch()
    try scratch.write("vpc/MODEL_RESPONSE.md")
    #expect(throws: FileError.incompleteCase(scratch.at("vpc"), missing: ["IDEAL_RESPONSE.md"])) {
      try Case(folder: scratch.at("vpc"), name: "vpc")
    }
    #expect(throws: FileError.notAFolder(scratch.at("vpc/MODEL_RESPONSE.md"))) {
      try Case(folder: scratch.at("vpc/MODEL_RESPONSE.md"), name: "vpc")
    }
    try scratch.write("vpc/IDEAL_RESPONSE.md")
    #expect(try Case(folder: scratch.at("vpc"), name: "vpc").prompt == nil)
  }

  @Test(arguments: [("a/vpc", "vpc"), ("a/vpc//", "vpc"), ("vpc", "vpc"), ("/", "/")])
  func `A case is called by the last word of its path`(path: String, name: String) {
    #expect(Case.name(ofPath: path) == name)
  }

  @Test func `A folder of files keeps their relative paths`() throws {
    let scratch = try Scratch()
    try scratch.write("t/lib/stack.ts", "stack")
    try scratch.write("t/main.tf", "main")
    let material = try Material(reading: scratch.at("t"))
    #expect(material.files.map(\.path) == ["lib/stack.ts", "main.tf"])
    #expect(material.files.map(\.bytes) == [Array("stack".utf8), Array("main".utf8)])
  }
}
