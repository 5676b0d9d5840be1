/// The signs of programs: what they import, which classes and functions they declare, and whom they call.
extension CodeSigns {
  mutating func lookAtImport(_ line: TextLine) {
    if line.contains("aws-cdk") || line.contains("aws_cdk") || line.contains("awscdk") { marks.insert(.cdk) }
    if line.contains("cdktf") || line.contains("terraform-cdk-go") { marks.insert(.cdktf) }
    if line.contains("pulumi") { marks.insert(.pulumi) }
    if line.contains("pytest") || line.contains("unittest") || line.contains("junit") || line.contains("jest")
    {
      marks.insert(.test)
    }
  }

  /// A line that starts with `c`: `const`, `class`, `constructor`, `context`.
  mutating func lookAtDeclaration(_ line: TextLine) {
    if line.starts(with: "const ") {
      if line.contains("=") { marks.insert(.scriptCode) }
      if line.contains("require(") {
        marks.insert(.scriptImport)
        lookAtImport(line)
      }
      if line.contains("App(") && line.contains("new ") { marks.insert(.app) }
    } else if line.starts(with: "class ") {
      marks.insert(.declaration)
      if line.last == UInt8(ascii: ":") { marks.insert(.pythonCode) }
      if line.last == UInt8(ascii: "{") { marks.insert(.scriptCode) }
      lookAtClass(line)
    }
  }

  mutating func lookAtExport(_ line: TextLine) {
    if line.starts(with: "export class ") || line.starts(with: "export const ")
      || line.starts(with: "export interface ") || line.starts(with: "export default ")
      || line.starts(with: "export function ") || line.starts(with: "export async ")
      || line.starts(with: "export abstract ") || line.starts(with: "export type ")
      || line.starts(with: "export enum ") || line.starts(with: "export {") || line.starts(with: "export *")
    {
      marks.insert([.scriptCode, .declaration])
    }
    if line.starts(with: "export interface ") || line.starts(with: "export type ") {
      marks.insert(.typeNotation)
    }
    if line.contains("handler") { marks.insert(.handler) }
    if line.contains(" class ") { lookAtClass(line) }
  }

  mutating func lookAtFunction(_ line: TextLine) {
    marks.insert([.pythonCode, .declaration])
    if line.starts(with: "def test_") { marks.insert(.test) }
    if line.indent == 0, line.contains("handler(") { marks.insert(.handler) }
  }

  mutating func lookAtClass(_ line: TextLine) {
    if line.contains("TestCase") || line.contains("class Test") { marks.insert(.test) }
    if line.contains("extends TerraformStack") || line.contains("(TerraformStack)")
      || line.contains("extends Stack") || line.contains("extends cdk.Stack") || line.contains("(Stack)")
      || line.contains("(cdk.Stack)") || line.contains("(core.Stack)")
    {
      marks.insert(.stackClass)
    }
    if line.contains("ComponentResource") || line.contains("extends Construct")
      || line.contains("(Construct)")
      || line.contains("NestedStack") || line.contains("(pulumi.ComponentResource)")
    {
      marks.insert(.componentClass)
    }
    if line.contains("RequestHandler") { marks.insert(.handler) }
  }

  /// Calls that create something: `new s3.Bucket(this, 'Logs'`, `aws.s3.Bucket("logs"`, `app.synth()`.
  mutating func lookAtCalls(_ line: TextLine) {
    var offset = line.start
    while offset < line.end {
      if line.bytes[offset] == UInt8(ascii: "(") {
        if line.matches("(this, ", at: offset) || line.matches("(self, ", at: offset)
          || line.matches("(scope, ", at: offset) || line.matches("(stack, ", at: offset)
        {
          marks.insert(.constructCall)
        }
        if offset - line.start >= 3, line.matches("App(", at: offset - 3) {
          if line.contains("= cdk.App(") || line.contains("= App(") || line.contains("new App(")
            || line.contains("NewApp(")
          {
            marks.insert(.app)
          }
        }
      } else if line.bytes[offset] == UInt8(ascii: "a"), offset + 1 < line.end,
        line.bytes[offset + 1] == UInt8(ascii: "w"), line.matches("aws.", at: offset)
      {
        let name = offset + 4 < line.end ? line.bytes[offset + 4] : 0
        // The AWS SDK's classes start with a capital: `new aws.DynamoDB()`.
        if name >= UInt8(ascii: "a"), name <= UInt8(ascii: "z"),
          line.starts(with: "new aws.") || line.contains("= new aws.") || line.contains("= aws.")
        {
          marks.insert(.pulumiCall)
        }
      } else if line.bytes[offset] == UInt8(ascii: "P"),
        line.matches("Pulumi.run(", at: offset)
          || line.matches("pulumi.Run(", at: offset)
      {
        marks.insert(.app)
      }
      offset += 1
    }
    if line.starts(with: "pulumi.Run(") { marks.insert(.app) }
    if line.starts(with: "self.assert") || line.starts(with: "expect(") { marks.insert(.test) }
  }
}
