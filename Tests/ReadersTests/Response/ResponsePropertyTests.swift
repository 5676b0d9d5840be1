import Readers
import SourceText
import TemplateModel
import Testing

/// Whatever is cut off or repeated, the reader goes on, and every byte of a file stands where its map says.
struct ResponsePropertyTests {
  private let answer = """
    # Answer

    1. `lib/tap.ts`:

       ```ts
       import * as cdk from 'aws-cdk-lib';
       const app = new cdk.App();
       ```

    > ```yaml
    > AWSTemplateFormatVersion: '2010-09-09'
    > Resources:
    > \tA: {Type: "AWS::S3::Bucket"}
    > ```

    ## README.md

    ```markdown
    # Title

    ```bash
    npm test
    ```
    ```

    ~~~hcl
    # ===== main.tf =====
    resource "aws_vpc" "main" {
    }
    # ===== outputs.tf =====
    output "id" { value = "é" }
    ~~~

    1. a.json
    {"a": [1, 2]}
    """

  private func check(_ bytes: [UInt8]) {
    let document = SourceFile(path: "MODEL_RESPONSE.md", bytes: bytes)
    for file in ResponseReader.files(in: document, index: 0).files {
      for offset in file.bytes.indices {
        let range = file.location(SourceRange(offset, offset + 1)).range
        let isPadding = file.bytes[offset] == 0x20 && bytes.indices.contains(Int(range.start))
        #expect(isPadding || bytes[range.bytes].elementsEqual([file.bytes[offset]]))
      }
    }
  }

  @Test func `Every cut of an answer is read`() {
    let bytes = Array(answer.utf8)
    for end in 0...bytes.count { check(Array(bytes[..<end])) }
  }

  @Test func `Every tail of an answer is read`() {
    let bytes = Array(answer.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) { check(Array(bytes[start...])) }
  }

  @Test func `CRLF gives the same files`() {
    let plain = ResponseReader.files(in: SourceFile(path: "a.md", text: answer), index: 0)
    let text = answer.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let other = ResponseReader.files(in: SourceFile(path: "a.md", text: text), index: 0)
    #expect(other.files.map(\.path) == plain.files.map(\.path))
    #expect(other.files.map(\.standing) == plain.files.map(\.standing))
    #expect(other.files.map(\.dialect) == plain.files.map(\.dialect))
  }

  @Test func `Twenty thousand blocks take no longer than their length asks`() {
    let block =
      "**lib/a.ts**\n\n```ts\nimport * as cdk from 'aws-cdk-lib';\nconst a = 1;\n```\n\n```hcl\nlocals {\n}\n```\n\n"
    let text = String(repeating: block, count: 10_000)
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(ResponseReader.files(in: SourceFile(path: "a.md", text: text), index: 0).files.count == 20_000)
    }
    #expect(time < .seconds(20))
  }
}
