extension CodeSigns {
  /// Reads the signs of one line.
  ///
  /// The first byte decides which words are compared, so that most lines cost a
  /// few comparisons; whole lines are searched only where they import something or call with a scope.
  mutating func look(at line: TextLine, previous: UInt8) {
    switch line.last {
    case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","):
      codeLines += 1
    default: break
    }
    switch line.first {
    case UInt8(ascii: "#"): lookAtHash(line)
    case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "."): lookAtComment(line)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): lookAtQuoted(line)
    case UInt8(ascii: "-"):
      keyLines += 1
      if line.starts(with: "- uses:") { marks.insert(.usesAction) }
      if !has(.intrinsic),
        line.contains("!Ref ") || line.contains("!Sub ") || line.contains("!GetAtt ")
      {
        marks.insert(.intrinsic)
      }
    case UInt8(ascii: "<") where lines <= 3:
      if line.starts(with: "<?xml") || line.starts(with: "<project") { marks.insert(.xml) }
      if line.starts(with: "<!DOCTYPE") || line.starts(with: "<html") { marks.insert(.html) }
    case UInt8(ascii: "{"): lookInside(line)
    case UInt8(ascii: "["): if line.last == UInt8(ascii: "]"), line.indent == 0 { marks.insert(.section) }
    case UInt8(ascii: "$"): if line.starts(with: "$ ") { commandLines += 1 }
    case UInt8(ascii: "@"):
      if line.starts(with: "@Test") || line.starts(with: "@pytest") { marks.insert(.test) }
    case UInt8(ascii: "}"):
      if line.starts(with: "} from ") {
        marks.insert(.scriptImport)
        lookAtImport(line)
      }
    case 0x80...0xFF: if isDrawn(line) { drawnLines += 1 }
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): lookAtCapital(line)
    case UInt8(ascii: "s"):
      lookAtScope(line, previous: previous)
      lookAtSmall(line)
    default: lookAtSmall(line)
    }
  }

  private func isDrawn(_ line: TextLine) -> Bool {
    line.starts(with: "├") || line.starts(with: "└") || line.starts(with: "│") || line.starts(with: "┌")
      || line.starts(with: "┐") || line.starts(with: "─") || line.starts(with: "▼") || line.starts(with: "↓")
  }

  private mutating func lookAtHash(_ line: TextLine) {
    hashLines += 1
    if lines == 1, line.starts(with: "#!") {
      if line.contains("python") {
        marks.insert(.pythonCode)
      } else if line.contains("node") {
        marks.insert(.scriptCode)
      } else if line.contains("sh") {
        marks.insert(.shellShebang)
      }
    }
    if line.indent == 0, line.starts(with: "## ") || line.starts(with: "### ") { headingLines += 1 }
    if Elision.isMarked(line) { elisions += 1 }
  }

  private mutating func lookAtComment(_ line: TextLine) {
    if Elision.isMarked(line) { elisions += 1 }
  }

  /// A whole object on one line, as minified templates are written.
  private mutating func lookInside(_ line: TextLine) {
    if line.contains("\":") || line.contains("\" :") { memberLines += 1 }
    var hasType = false
    var hasTypeName = false
    for offset in line.start..<line.end - 1 where line.bytes[offset] == UInt8(ascii: "\"") {
      switch line.bytes[offset + 1] {
      case UInt8(ascii: "T"): hasType = hasType || line.matches("\"Type\"", at: offset)
      case UInt8(ascii: "A"):
        hasTypeName = hasTypeName || line.matches("\"AWS::", at: offset)
        if line.matches("\"AWSTemplateFormatVersion\"", at: offset) { marks.insert(.templateVersion) }
      case UInt8(ascii: "C"): hasTypeName = hasTypeName || line.matches("\"Custom::", at: offset)
      case UInt8(ascii: "R"):
        if line.matches("\"Resources\"", at: offset) { marks.insert(.resourcesPart) }
        if line.matches("\"Ref\"", at: offset) { marks.insert(.intrinsic) }
      case UInt8(ascii: "p"):
        if line.matches("\"planned_values\"", at: offset) { marks.insert(.terraformPlan) }
      case UInt8(ascii: "F"): if line.matches("\"Fn::", at: offset) { marks.insert(.intrinsic) }
      default: break
      }
    }
    if hasType, hasTypeName { marks.insert(.resourceType) }
  }

  private mutating func lookAtQuoted(_ line: TextLine) {
    guard line.first == UInt8(ascii: "\"") else { return }
    if line.last == UInt8(ascii: "}") || line.last == UInt8(ascii: ","), line.contains("{") {
      lookInside(line)
    }
    if line.contains("\":") || line.contains("\" :") { memberLines += 1 }
    if line.starts(with: "\"Type\"") {
      if !has(.resourceType), line.contains("\"AWS::") || line.contains("\"Custom::") {
        marks.insert(.resourceType)
      }
    } else if line.starts(with: "\"AWSTemplateFormatVersion\"") {
      marks.insert(.templateVersion)
    } else if line.starts(with: "\"Resources\"") {
      marks.insert(.resourcesPart)
    } else if line.starts(with: "\"planned_values\"") || line.starts(with: "\"root_module\"") {
      marks.insert(.terraformPlan)
    } else if line.starts(with: "\"aws_"), line.last == UInt8(ascii: "{") {
      marks.insert(.terraformType)
    } else if line.starts(with: "\"Transform\"") {
      if line.contains("AWS::Serverless") { marks.insert(.serverlessTransform) }
    } else if line.starts(with: "\"github.com/") || line.starts(with: "\"@") || line.starts(with: "\"aws-cdk")
    {
      lookAtImport(line)
    }
    if !has(.intrinsic), line.contains("\"Fn::") || line.contains("\"Ref\"") { marks.insert(.intrinsic) }
  }

  private mutating func lookAtCapital(_ line: TextLine) {
    if isKey(line) {
      keyLines += 1
      lookAtValue(line)
      if !has(.resourceType), line.last == UInt8(ascii: "}"), line.contains("{Type: AWS::") {
        marks.insert(.resourceType)
      }
    }
    switch line.first {
    case UInt8(ascii: "A") where line.starts(with: "AWSTemplateFormatVersion"): marks.insert(.templateVersion)
    case UInt8(ascii: "A") where line.starts(with: "App ") && line.contains("new App("):
      marks.insert([.app, .javaCode])
    case UInt8(ascii: "R") where line.starts(with: "Resources:") && line.indent == 0:
      marks.insert(.resourcesPart)
      if line.contains("Type: AWS::") { marks.insert(.resourceType) }
    case UInt8(ascii: "R") where line.starts(with: "RUN ") || line.starts(with: "COPY "):
      marks.insert(.dockerfile)
    case UInt8(ascii: "T") where line.starts(with: "Type:"):
      if !has(.resourceType), line.contains("AWS::") || line.contains("Custom::") {
        marks.insert(.resourceType)
      }
    case UInt8(ascii: "T") where line.starts(with: "Transform:"):
      if line.contains("AWS::Serverless") { marks.insert(.serverlessTransform) }
    case UInt8(ascii: "F") where line.starts(with: "FROM ") && lines <= 8: marks.insert(.dockerfile)
    case UInt8(ascii: "S"), UInt8(ascii: "C"), UInt8(ascii: "I"), UInt8(ascii: "W"):
      if line.starts(with: "SELECT ") || line.starts(with: "CREATE TABLE") || line.starts(with: "INSERT INTO")
      {
        marks.insert(.sql)
      }
    default: break
    }
    lookAtCalls(line)
  }

  /// Python writes the scope of a construct on a line of its own: `s3.Bucket(` and then `self, "Logs",`.
  mutating func lookAtScope(_ line: TextLine, previous: UInt8) {
    guard previous == UInt8(ascii: "("), line.starts(with: "self,") || line.starts(with: "scope,") else {
      return
    }
    marks.insert(.constructCall)
  }

  private mutating func lookAtSmall(_ line: TextLine) {
    switch line.first {
    case UInt8(ascii: "i") where line.starts(with: "import "):
      if line.contains(" from '") || line.contains(" from \"") || line.starts(with: "import '")
        || line.starts(with: "import \"") || line.starts(with: "import {") || line.starts(with: "import * as")
      {
        marks.insert(.scriptImport)
      } else if line.last == UInt8(ascii: ";") {
        marks.insert(.javaCode)
      } else if !line.ends(with: "(") {
        marks.insert(.pythonImport)
      }
      lookAtImport(line)
    case UInt8(ascii: "i") where line.starts(with: "it("): marks.insert(.test)
    case UInt8(ascii: "i") where line.starts(with: "image:"): marks.insert(.imageKey)
    case UInt8(ascii: "i") where line.starts(with: "interface "): marks.insert([.typeNotation, .scriptCode])
    case UInt8(ascii: "f") where line.starts(with: "from ") && line.contains(" import"):
      marks.insert(.pythonImport)
      lookAtImport(line)
    case UInt8(ascii: "f") where line.starts(with: "func ") && line.last == UInt8(ascii: "{"):
      marks.insert(.goCode)
      if line.contains("Test") && line.contains("testing.T") { marks.insert(.test) }
      if line.contains("func Handle") || line.contains("func handle") { marks.insert(.handler) }
    case UInt8(ascii: "f") where line.starts(with: "function "): marks.insert([.scriptCode, .declaration])
    case UInt8(ascii: "c"): lookAtDeclaration(line)
    case UInt8(ascii: "l") where line.starts(with: "let ") && line.contains("="): marks.insert(.scriptCode)
    case UInt8(ascii: "l") where line.starts(with: "locals {"): marks.insert(.hclBlock)
    case UInt8(ascii: "v") where line.starts(with: "var ") && line.contains(" = "): marks.insert(.scriptCode)
    case UInt8(ascii: "e") where line.starts(with: "export "): lookAtExport(line)
    case UInt8(ascii: "e") where line.starts(with: "exports."):
      marks.insert([.scriptCode, .declaration])
      if line.contains("andler") { marks.insert(.handler) }
    case UInt8(ascii: "m") where line.starts(with: "module.exports"):
      marks.insert([.scriptCode, .declaration])
    case UInt8(ascii: "d") where line.starts(with: "def "): lookAtFunction(line)
    case UInt8(ascii: "d") where line.starts(with: "describe("): marks.insert([.test, .scriptCode])
    case UInt8(ascii: "a") where line.starts(with: "async def "): marks.insert(.pythonCode)
    case UInt8(ascii: "p") where line.starts(with: "package "):
      marks.insert(line.last == UInt8(ascii: ";") ? .javaCode : .goCode)
    case UInt8(ascii: "p")
    where line.starts(with: "public class ") || line.starts(with: "public record ")
      || line.starts(with: "public final class ") || line.starts(with: "public interface ")
      || line.starts(with: "public static "):
      marks.insert([.javaCode, .declaration])
      lookAtClass(line)
    case UInt8(ascii: "p")
    where line.starts(with: "private readonly ") || line.starts(with: "public readonly "):
      marks.insert([.scriptCode, .typeNotation])
    case UInt8(ascii: "t") where line.starts(with: "test("): marks.insert([.test, .scriptCode])
    case UInt8(ascii: "t") where line.starts(with: "type: aws:") || line.starts(with: "type: pulumi:"):
      marks.insert(.pulumiType)
    case UInt8(ascii: "u") where line.starts(with: "uses: "): marks.insert(.usesAction)
    case UInt8(ascii: "s") where line.starts(with: "script:"): marks.insert(.scriptKey)
    case UInt8(ascii: "s") where line.starts(with: "stage: "): marks.insert(.stageKey)
    case UInt8(ascii: "r") where line.starts(with: "runs-on:"): marks.insert(.runsOn)
    case UInt8(ascii: "b") where line.starts(with: "build:"): marks.insert(.imageKey)
    case UInt8(ascii: "g") where line.starts(with: "graph ") || line.starts(with: "flowchart "):
      if lines == 1 { marks.insert(.mermaid) }
    default: break
    }
    if line.last == UInt8(ascii: "\""), line.contains(" \"github.com/") { lookAtImport(line) }
    if line.indent == 0 { lookAtRoot(line) }
    lookAtWords(line)
    lookAtCalls(line)
  }

  /// A line at the left margin: HCL block headers and the first keys of YAML files.
  private mutating func lookAtRoot(_ line: TextLine) {
    if line.last == UInt8(ascii: "{") || line.last == UInt8(ascii: "}") {
      if line.starts(with: "resource \"") || line.starts(with: "data \"") {
        marks.insert([.hclBlock, .hclResource, .declaration])
      } else if line.starts(with: "variable \"") || line.starts(with: "output \"")
        || line.starts(with: "provider \"") || line.starts(with: "module \"")
        || line.starts(with: "terraform {")
        || line.starts(with: "import {") || line.starts(with: "moved {") || line.starts(with: "check \"")
      {
        marks.insert([.hclBlock, .declaration])
      }
    }
    if line.starts(with: "services:") { marks.insert(.servicesKey) }
    if line.starts(with: "on:") { marks.insert(.onKey) }
    if line.starts(with: "jobs:") { marks.insert(.jobsKey) }
    if line.starts(with: "stages:") { marks.insert(.stagesKey) }
    if line.starts(with: "runtime:") { marks.insert(.runtimeKey) }
    if line.starts(with: "name:") { marks.insert(.nameKey) }
  }

  /// Counts what kind of line it is: a key, an assignment or a command.
  private mutating func lookAtWords(_ line: TextLine) {
    if isKey(line) {
      keyLines += 1
      lookAtValue(line)
      return
    }
    var end = line.start
    while end < line.end, TextLine.isWord(line.bytes[end]) { end += 1 }
    var next = end
    while next < line.end, line.bytes[next] == 0x20 { next += 1 }
    if end > line.start, next + 1 < line.end, line.bytes[next] == UInt8(ascii: "="),
      line.bytes[next + 1] != UInt8(ascii: "=")
    {
      assignmentLines += 1
    } else if next > end, line.indent < 4, TextLine.commands.contains(where: { line.starts(with: $0) }) {
      commandLines += 1
    }
  }

  private func isKey(_ line: TextLine) -> Bool {
    var end = line.start
    while end < line.end, TextLine.isWord(line.bytes[end]) || line.bytes[end] == UInt8(ascii: ".") {
      end += 1
    }
    guard end > line.start, end < line.end, line.bytes[end] == UInt8(ascii: ":") else { return false }
    return end + 1 == line.end || line.bytes[end + 1] == 0x20
  }

  private mutating func lookAtValue(_ line: TextLine) {
    guard !has(.intrinsic), line.contains(": !") || line.contains("Fn::") else { return }
    if line.contains("!Ref") || line.contains("!Sub") || line.contains("!GetAtt") || line.contains("!Join")
      || line.contains("!If") || line.contains("!Select") || line.contains("!ImportValue")
      || line.contains("Fn::")
      || line.contains("!FindInMap") || line.contains("!Equals")
    {
      marks.insert(.intrinsic)
    }
  }
}

extension TextLine {
  /// Letters, digits, `_` and `-`.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Programs whose name starts a line of a shell example.
  static let commands: [StaticString] = [
    "aws ", "npm ", "npx ", "cdk ", "terraform ", "pulumi ", "pip ", "pip3 ", "python ", "python3 ", "cd ",
    "git ",
    "docker ", "kubectl ", "curl ", "mkdir ", "export ", "echo ", "yarn ", "cdktf ", "pipenv ", "pytest ",
    "jest ",
    "go ", "mvn ", "gradle ", "make ", "chmod ", "source ", "cat ", "cp ", "sam ", "cfn-lint ", "tflint ",
  ]
}
