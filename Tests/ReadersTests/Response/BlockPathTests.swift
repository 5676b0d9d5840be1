import Readers
import SourceText
import TemplateModel
import Testing

struct BlockPathTests {
  private func paths(_ markdown: String) -> [String] {
    ResponseReader.files(in: SourceFile(path: "MODEL_RESPONSE.md", text: markdown), index: 0).files
      .filter(\.isPathGiven).map(\.path)
  }

  private let code = "import * as cdk from 'aws-cdk-lib';\nexport class A extends cdk.Stack {}\n"

  @Test(arguments: [
    "**lib/x.ts**\n\n```typescript\n", "## File: lib/x.ts\n\n```typescript\n", "### 2. `lib/x.ts`\n\n```ts\n",
    "1. **lib/x.ts** - entry\n\n```ts\n", "File: `lib/x.ts`\n```ts\n", "<!-- lib/x.ts -->\n```ts\n",
    "4. lib\\x.ts\n\n```ts\n", "Now the stack (`lib/x.ts`):\n\n```ts\n", "```ts:lib/x.ts\n",
    "```typescript lib/x.ts\n",
    "```ts title=\"lib/x.ts\"\n", "## lib/x.ts\n\nThe stack:\n\n```ts\n", "```ts\n// lib/x.ts\n",
    "```ts\n// lib/x.ts - the stack\n", "### Stack (`x.ts`)\n```ts\n// lib/x.ts\n",
    "```\n// File: lib/x.ts\n",
  ])
  func `A block's path is found wherever answers put it`(opening: String) {
    #expect(paths(opening + code + "```\n") == ["lib/x.ts"])
  }

  @Test(arguments: [
    "We use Node.js here:\n\n```ts\n", "See https://example.com/a.html:\n\n```ts\n",
    "## The stack\n\n```ts\n",
    "```ts\n// creates everything that config.json asks for\n",
  ])
  func `Products, addresses and asides are no paths`(opening: String) {
    #expect(paths(opening + code + "```\n") == [])
  }

  @Test func `A path of another language belongs to another block`() {
    #expect(paths("### `lib/x.ts`\n\n```bash\nnpm test\n```\n") == [])
  }

  @Test func `Escaped underscores are read as written`() {
    #expect(paths("**\\_\\_main\\_\\_.py**\n\n```python\nimport pulumi\n```\n") == ["__main__.py"])
  }

  @Test func `Separator lines split one fence into files`() {
    let markdown = """
      ```hcl
      # ===== main.tf =====
      resource "a" "b" {}
      # ===== lib/outputs.tf =====
      output "c" {}
      ```

      """
    #expect(paths(markdown) == ["main.tf", "lib/outputs.tf"])
  }
}
