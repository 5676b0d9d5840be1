import TemplateModel
import Testing

struct ProgramScalingTests {
  /// `count` stacks with a helper variable, references, a spread, a grant, a loop and an output each.
  private func program(stacks count: Int) -> String {
    var text = "import * as s3 from 'aws-cdk-lib/aws-s3';\nconst tags = { a: 'b' };\nconst prefix = 'app';\n"
    for index in 0..<count {
      text += """
        export class Stack\(index) extends cdk.Stack {
          constructor(scope: Construct, id: string, props: cdk.StackProps) {
            super(scope, id, props);
            const name = `${prefix}-\(index)`;
            let bucket = new s3.Bucket(this, 'Logs', { bucketName: name, lifecycleRules: [{ ...tags }] });
            this.data = new s3.Bucket(this, 'Data', { serverAccessLogsBucket: bucket, versioned: true });
            this.data.grantRead(role);
            for (const x of ['a', 'b']) { if (x === 'a') { new s3.Bucket(this, 'Loop' + x); } }
            new cdk.CfnOutput(this, 'Name\(index)', { value: this.data.bucketName });
          }
        }
        new Stack\(index)(app, 'S\(index)', { env: { region: 'us-east-1' } });

        """
    }
    return text
  }

  private func time(_ text: String, expecting resources: Int) -> Duration {
    var template = cdk("a.ts", "")
    let time = ContinuousClock().measure { template = cdk("a.ts", text) }
    #expect(template.resources.count == resources)
    return time
  }

  @Test func `Reading takes time in proportion to the program`() {
    let small = program(stacks: 1_000)
    let large = program(stacks: 8_000)
    #expect(large.utf8.count > 5_000_000)
    _ = time(small, expecting: 3_000)
    let once = time(small, expecting: 3_000)
    let eight = time(large, expecting: 24_000)
    #expect(eight < once * 24, "\(once) for 1,000 stacks, \(eight) for 8,000")
  }

  @Test func `A name that is set anew a thousand times costs no more`() {
    func text(_ count: Int) -> String {
      "class A extends cdk.Stack { constructor() { let b;\n"
        + (0..<count).map { "b = new s3.Bucket(this, 'B\($0)', { logs: b });\n" }.joined() + "} }"
    }
    _ = time(text(2_000), expecting: 2_000)
    let once = time(text(2_000), expecting: 2_000)
    let eight = time(text(16_000), expecting: 16_000)
    #expect(eight < once * 24, "\(once) for 2,000 calls, \(eight) for 16,000")
  }
}
