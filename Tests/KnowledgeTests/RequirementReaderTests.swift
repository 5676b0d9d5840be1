import Knowledge
import Readers
import SourceText
import TemplateModel
import Testing

/// What the lines of a prompt are read as.
struct RequirementReaderTests {
  private static let table: ConceptTable = {
    let file = KnownFailureFiles.all.first { $0.path.hasSuffix(ConceptTable.fileName) }
    return (try? ConceptTable.load(path: file?.path ?? "", bytes: file?.bytes ?? [])) ?? .empty
  }()

  private func demands(_ prompt: String) -> [Demand] {
    RequirementReader(Self.table).demands(
      in: PromptReader.requirements(in: SourceFile(path: "PROMPT.md", text: prompt)))
  }

  private func kinds(_ prompt: String) -> [Demand.Kind] { demands(prompt).map(\.kind) }

  @Test func `A thing is asked for by any of its names`() {
    #expect(kinds("- SQS queues and an Athena workspace\n") == [.thing("queue"), .thing("workgroup")])
  }

  @Test func `A trait belongs to the thing before it, else to the one behind it, else to the heading's`() {
    #expect(
      kinds("- S3 bucket with versioning\n") == [.thing("bucket"), .trait("versioned", of: "bucket")])
    #expect(
      kinds("- Enable versioning on the S3 bucket\n") == [
        .thing("bucket"), .trait("versioned", of: "bucket"),
      ])
    #expect(kinds("## S3 Buckets\n\n- Versioning enabled\n") == [.trait("versioned", of: "bucket")])
    #expect(kinds("- Versioning enabled\n") == [])
  }

  @Test func `A number is an amount in its unit`() {
    #expect(
      kinds("- CloudWatch log groups with 30-day retention\n").last
        == .amount("retention", of: "log-group", 2_592_000, .exactly))
    #expect(
      kinds("- Lambda function with at least 512 MB of memory\n").last
        == .amount("memory", of: "function", 512, .atLeast))
    #expect(
      kinds("- Lambda function with a timeout of 15 minutes\n").last
        == .amount("timeout", of: "function", 900, .exactly))
  }

  @Test func `A range says nothing for certain`() {
    #expect(kinds("- CloudWatch log groups with 7-14 days retention\n") == [.thing("log-group")])
  }

  @Test func `Of two numbers it is not certain which is meant`() {
    let found = demands("- Log groups with a retention of 7 days, 30 days for audit\n")
    #expect(found.first?.kind == .thing("log-group"))
    #expect(!found.contains { if case .amount = $0.kind { $0.isCertain } else { false } })
  }

  @Test func `What is optional is not certain, and what is denied is not asked for`() {
    #expect(demands("- If needed, use a NAT gateway\n").map(\.isCertain) == [false])
    #expect(kinds("- Do not use a NAT gateway\n") == [])
    #expect(kinds("- Avoid DynamoDB with on-demand capacity\n") == [])
  }

  @Test func `Counts, regions, sizes, addresses and files are read by their shape`() {
    #expect(
      kinds("- Use 3 availability zones in us-east-1\n") == [
        .count("zone", 3, .atLeast), .region("us-east-1"),
      ])
    #expect(kinds("- Launch instances of type t3.medium\n") == [.size("t3.medium")])
    #expect(kinds("- VPC with 10.0.0.0/16\n") == [.thing("network"), .block("10.0.0.0/16")])
    #expect(
      kinds("- Create two private subnets\n") == [.thing("subnet"), .count("private subnet", 2, .atLeast)])
    #expect(kinds("- Write the stack to lib/tap-stack.ts\n") == [.file("tap-stack.ts")])
  }

  @Test func `What is only spoken of is not asked for certainly`() {
    let found = demands("- VPC endpoint for S3 and DynamoDB\n")
    #expect(found.map(\.kind) == [.thing("endpoint"), .thing("bucket"), .thing("table")])
    #expect(found.map(\.isCertain) == [true, false, false])
    #expect(demands("- S3, DynamoDB and SQS queues\n").map(\.isCertain) == [true, true, true])
    #expect(demands("- Lambda execution role\n").map(\.isCertain) == [false])
  }

  @Test func `A language counts beside its platform only`() {
    #expect(kinds("- Use Pulumi with TypeScript\n") == [.platform(.pulumi), .language(.typeScript)])
    #expect(kinds("- Write the handler in Python\n") == [])
  }

  @Test func `Versions follow their product`() {
    #expect(
      kinds("- Lambda function on Node.js 20.x\n") == [
        .thing("function"), .version("nodejs", "20", .exactly),
      ])
    #expect(kinds("- PostgreSQL version 15.4\n") == [.version("postgres", "15.4", .exactly)])
  }

  @Test func `Naming, tags, outputs and removal are read`() {
    #expect(kinds("- All names must include environmentSuffix\n") == [.suffix("environmentSuffix")])
    #expect(kinds("- Tag everything with CostCenter\n") == [.tag("CostCenter")])
    #expect(kinds("- Resources must be destroyable (no Retain policies)\n") == [.destroyable])
  }

  @Test func `A demand made twice is one, of the line that makes it plainly`() {
    let found = demands("- Events may go to SQS queues\n- SQS queue for events\n")
    #expect(found.map(\.kind) == [.thing("queue")])
    #expect(found.map(\.requirement) == [1])
    #expect(found.map(\.isCertain) == [true])
  }
}
