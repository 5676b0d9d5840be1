import Facts

/// The verb `plumbline facts show NAME`.
struct FactsShowCommand: Command {
  static let description = CommandDescription(
    path: ["facts", "show"],
    summary: "shows what is known of a type, member, runtime, policy, rule or action",
    arguments: [
      ArgumentDescription(
        value: .word("NAME"),
        help: "A name in any dialect: AWS::S3::Bucket, aws_s3_bucket, ec2.Vpc, aws.s3.Bucket, nodejs18.x."),
      ArgumentDescription(
        value: .word("MEMBER"), help: "A property, argument or method of it.", isOptional: true),
    ],
    options: [.output],
    examples: [
      .init(line: "facts show AWS::SQS::Queue", purpose: "List its properties and its equivalents."),
      .init(line: "facts show ec2.VpcProps cidr", purpose: "Say whether it exists and what replaces it."),
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let facts = try LoadedFacts.table.get()
    let name = try arguments.argument(0)
    let member = arguments.positionals.count > 1 ? arguments.positionals[1] : nil
    let text = FactsText(facts: facts).text(of: name, member: member)
    let writer = try ResultWriter(to: arguments.value(of: .output), console: console)
    try writer.finish(text: text.text, summary: text.summary, isForPeople: true)
    return text.isKnown ? .success : .findings
  }
}
