import Knowledge
import Testing

/// What the checks against the table of facts do beyond the examples of the known failures.
struct FactCheckTests {
  private static func answer(_ dependency: String, _ member: String) -> String {
    """
    # Answer

    ## File: package.json

    ```json
    { "dependencies": { "aws-cdk-lib": "\(dependency)" } }
    ```

    ## File: lib/shop-stack.ts

    ```typescript
    import * as ec2 from 'aws-cdk-lib/aws-ec2';

    export const size = ec2.InstanceType.of(ec2.InstanceClass.\(member), ec2.InstanceSize.LARGE);
    ```
    """
  }

  private static func findings(_ response: String, _ ideal: String, _ suffix: String = "md") -> [String] {
    KnownFailureFiles.judge(response: response, ideal: ideal, extension: suffix).findings
      .filter { $0.rule.hasPrefix("nonexistent-") || $0.rule.hasPrefix("unsupported-") }.map(\.title)
  }

  @Test(arguments: [("2.150.0", 1), ("^2.150.0", 0), ("2.204.0", 0)])
  func `A member that is newer than the exact release of the answer does not exist`(
    _ version: String, _ count: Int
  ) {
    #expect(
      FactCheckTests.findings(
        FactCheckTests.answer(version, "C8G"), FactCheckTests.answer(version, "C7G")
      ).count == count)
  }

  @Test
  func `Without a table nothing is told`() {
    let response = "Resources:\n  A:\n    Type: AWS::S3::Thing\n"
    let ideal = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n"
    #expect(FactCheckTests.findings(response, ideal, "yaml").count == 1)
    #expect(KnownFailureFiles.judgeWithoutFacts(response: response, ideal: ideal).isEmpty)
  }

  @Test
  func `What other libraries, alpha modules and casts give is not judged`() {
    let code = { (line: String) in
      """
      # Answer

      ## File: lib/shop-stack.ts

      ```typescript
      import * as s3 from 'aws-cdk-lib/aws-s3';
      import * as glue from '@aws-cdk/aws-glue-alpha';
      import { Widget } from './widget';

      const bucket = new s3.Bucket(this, 'Logs');
      \(line)
      ```
      """
    }
    let response = code(
      "(bucket as any).anything(); new glue.Nothing(); new Widget().spin(); bucket.bucketName.trimEverything();"
    )
    #expect(FactCheckTests.findings(response, code("")).isEmpty)
  }
}
