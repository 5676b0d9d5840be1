import Foundation
import TestSupport
import Testing

@testable import plumbline

/// What the README names must exist.
struct ReadmeTests {
  private let text: String
  private let code: [String]

  init() throws {
    text = String(decoding: try PackageFolder.bytes("README.md"), as: UTF8.self)
    // What the excerpt of a report names belongs to the case.
    let own = text.components(separatedBy: "````").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(
      \.element)
    code = own.joined().matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  @Test func `Every path exists`() {
    let paths = code.filter {
      $0.contains("/") && !$0.contains("<") && !$0.contains(" ") && !$0.hasPrefix("..")
    }
    #expect(paths.count > 5)
    for path in paths {
      let file = PackageFolder.url.appendingPathComponent(path)
      #expect(FileManager.default.fileExists(atPath: file.path), "\(path)")
    }
  }

  @Test func `Every verb and option exists`() {
    let lines = code.filter { $0.hasPrefix("plumbline ") }
    #expect(lines.count > 5)
    for line in lines {
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let verb = words.prefix { $0.allSatisfy(\.isLowercase) }
      let command = ProgramDescription.plumbline.commands.first { Array(verb).starts(with: $0.path) }
      #expect(command != nil, "\(line)")
      for option in words where option.hasPrefix("--") {
        let options = (command?.options ?? []) + ProgramDescription.plumbline.globalOptions
        #expect(options.contains { "--\($0.long)" == option }, "\(line)")
      }
    }
  }

  @Test func `Every verb of the Makefile that it names exists`() throws {
    let makefile = String(decoding: try PackageFolder.bytes("Makefile"), as: UTF8.self)
    let named = text.matches(of: /make ([a-z]+)/).map { String($0.1) }
    #expect(named.count > 5)
    for verb in named { #expect(makefile.contains("\n\(verb): "), "make \(verb)") }
  }

  @Test func `The excerpt stands in the report that it is taken from`() throws {
    let start = try #require(text.range(of: "````markdown\n"))
    let end = try #require(text.range(of: "````", range: start.upperBound..<text.endIndex))
    let excerpt = text[start.upperBound..<end.lowerBound]
    let report = String(decoding: try PackageFolder.bytes("Reports/cfn-yaml-order-intake.md"), as: UTF8.self)
    #expect(excerpt.count > 500)
    #expect(report.contains(excerpt))
  }
}
