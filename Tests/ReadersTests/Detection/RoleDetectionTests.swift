@testable import Readers
import TemplateModel
import Testing

struct RoleDetectionTests {
  private func role(_ path: String, _ text: String) -> TemplateFile.Role {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      let signs = CodeSigns(bytes)
      let language = LanguageDetection.language(label: "", path: path, signs: signs).language
      let dialect = DialectDetection.dialect(language: language, path: path, signs: signs)?.dialect
      return RoleDetection.role(path: path, language: language, dialect: dialect, signs: signs)
    }
  }

  private let stack = "import * as cdk from 'aws-cdk-lib';\nexport class A extends cdk.Stack {\n}\n"
  private let app = "import * as cdk from 'aws-cdk-lib';\nconst app = new cdk.App();\n"

  @Test func `A program's role comes from its path and its classes`() {
    #expect(role("lib/a.ts", stack) == .stack)
    #expect(role("bin/tap.ts", app) == .entry)
    #expect(role("test/a.test.ts", stack) == .unitTest)
    #expect(role("test/a.int.test.ts", stack) == .integrationTest)
    #expect(role("tests/integration/test_a.py", "import pytest\n") == .integrationTest)
    #expect(role("lambda/index.js", "exports.handler = async () => {\n};\n") == .handler)
    #expect(role("jest.config.js", "module.exports = {\n};\n") == .configuration)
  }

  @Test func `Templates, settings, documents and scripts are told apart`() {
    #expect(role("t.yml", "AWSTemplateFormatVersion: x\n") == .stack)
    #expect(role("main.tf", "locals {\n}\n") == .stack)
    #expect(role("modules/vpc/main.tf", "locals {\n}\n") == .module)
    #expect(role("dev.tfvars", "a = 1\n") == .configuration)
    #expect(role("package.json", "{\n}\n") == .configuration)
    #expect(role("requirements.txt", "boto3\n") == .configuration)
    #expect(role("README.md", "# Title\n") == .document)
    #expect(role("deploy.sh", "npm ci\n") == .script)
  }
}
