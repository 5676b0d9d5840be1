import Foundation
import Readers
import SourceText
import TemplateModel
import TestSupport
import Testing

/// The same program in several languages, in `Corpus/same-program`, is the same template.
struct SameProgramTests {
  private func template(_ path: String) throws -> Template {
    TemplateReader.template(from: [
      SourceFile(path: path, bytes: try PackageFolder.bytes("Corpus/same-program/\(path)"))
    ])
  }

  /// A resource in one line: its type, its name, each property with its value, and what it depends on.
  private func lines(_ template: Template) -> [String] {
    template.resources.map { resource in
      let properties = leaves(resource.properties, "").sorted()
      let dependencies = resource.dependsOn.map { "after \($0.reference.target)" }
      return ([resource.canonicalType, resource.name] + properties + dependencies).joined(separator: " | ")
    }
  }

  private func leaves(_ value: Value, _ path: String) -> [String] {
    if case .map(let members) = value.kind {
      return members.flatMap { leaves($0.value, path.isEmpty ? $0.key : "\(path).\($0.key)") }
    }
    return ["\(path) = \(value.summary(limit: 200))"]
  }

  private func outputs(_ template: Template) -> [String] {
    template.declarations(.output).map { "\($0.name) = \(($0.value["value"] ?? $0.value).summary())" }
  }

  @Test(arguments: ["cdk/store_stack.py", "cdk/StoreStack.java", "cdk/store_stack.go"])
  func `A CDK program has the resources of its TypeScript original`(path: String) throws {
    let original = try template("cdk/store-stack.ts")
    #expect(lines(original).count == 4)
    #expect(lines(try template(path)) == lines(original))
    #expect(outputs(try template(path)) == outputs(original))
  }

  @Test(arguments: ["pulumi/__main__.py", "pulumi/main.go", "pulumi/App.java", "pulumi/Pulumi.yaml"])
  func `A Pulumi program has the resources of its TypeScript original`(path: String) throws {
    let original = try template("pulumi/index.ts")
    #expect(lines(original).count == 4)
    #expect(lines(try template(path)) == lines(original))
    #expect(outputs(try template(path)) == outputs(original))
  }

  @Test(arguments: ["cdktf/main.py", "cdktf/main.go", "cdktf/StoreStack.java"])
  func `A CDKTF program has the resources of its TypeScript original`(path: String) throws {
    let original = try template("cdktf/main.ts")
    #expect(lines(original).count == 3)
    #expect(lines(try template(path)) == lines(original))
    #expect(outputs(try template(path)) == outputs(original))
  }

  @Test func `A CDKTF program has the types, names and properties of the Terraform that it writes`() throws {
    let program = try template("cdktf/main.ts")
    let written = try template("cdktf/main.tf")
    #expect(written.resources.map(\.name) == program.resources.map(\.name))
    #expect(written.resources.map(\.canonicalType) == program.resources.map(\.canonicalType))
    #expect(
      written.resources.map { leaves($0.properties, "").map { String($0.prefix { $0 != "=" }) }.sorted() }
        == program.resources.map {
          leaves($0.properties, "").map { String($0.prefix { $0 != "=" }) }.sorted()
        })
  }

  @Test func `A CDK program has the resources of the template that it synthesizes`() throws {
    let program = try template("cdk/store_stack.py")
    let synthesized = try template("cdk/Store.template.json")
    #expect(synthesized.resources.map { String($0.name.dropLast(8)) } == program.resources.map(\.name))
    #expect(synthesized.resources.map(\.canonicalType) == program.resources.map(\.canonicalType))
    #expect(synthesized.declarations(.output).map(\.name) == program.declarations(.output).map(\.name))
  }
}
