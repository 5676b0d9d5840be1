@testable import Readers
import TemplateModel
import Testing

struct LanguageDetectionTests {
  private func detect(_ text: String, label: String = "", path: String? = nil) -> LanguageDetection.Result {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      LanguageDetection.language(label: label, path: path, signs: CodeSigns(bytes))
    }
  }

  @Test(arguments: [
    ("AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Type: AWS::S3::Bucket\n", Language.yaml),
    ("{\n  \"Resources\": {}\n}\n", .json),
    ("resource \"aws_vpc\" \"main\" {\n  cidr_block = var.cidr\n}\n", .hcl),
    (
      "import * as cdk from 'aws-cdk-lib';\n\nexport interface Props {}\nconst app = new cdk.App();\n",
      .typeScript
    ),
    ("const AWS = require('aws-sdk');\nexports.handler = async (event) => {\n};\n", .javaScript),
    ("from aws_cdk import Stack\n\nclass TapStack(Stack):\n    pass\n", .python),
    ("package app;\nimport java.util.List;\npublic class Main {\n}\n", .java),
    ("package main\n\nimport (\n\t\"fmt\"\n)\n\nfunc main() {\n}\n", .go),
    ("npm install\ncdk deploy\n", .shell),
    ("lib/\n├── a.ts\n└── b.ts\n", .text),
    ("FROM node:22\nRUN npm ci\n", .dockerfile),
  ])
  func `The content of an untagged block tells its language`(text: String, language: Language) {
    #expect(detect(text).language == language)
  }

  @Test func `TypeScript in a YAML fence is read as TypeScript and remarked upon`() {
    let result = detect(
      "import * as cdk from 'aws-cdk-lib';\nexport class A extends cdk.Stack {\n}\n", label: "yaml")
    #expect(result.language == .typeScript)
    #expect(result.isLabelWrong)
  }

  @Test func `A script in a heredoc does not change the language of Terraform`() {
    let text = """
      resource "aws_instance" "web" {
        user_data = <<-EOF
      #!/bin/bash
      const AWS = require('aws-sdk');
      import json
      EOF
      }

      """
    let result = detect(text, label: "hcl")
    #expect(result.language == .hcl)
    #expect(!result.isLabelWrong)
  }

  @Test func `An unknown label is reported only where the content says nothing`() {
    #expect(detect("blah blah\n", label: "brainfuck").isLabelUnknown)
    #expect(detect("{\n  \"a\": 1\n}\n", label: "brainfuck").language == .json)
  }

  @Test func `The path is believed before the label`() {
    #expect(detect("echo\n", label: "text", path: "scripts/deploy.sh").language == .shell)
    #expect(detect("a = 1\n", path: "terraform.tfvars.example").language == .hcl)
  }
}
