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

/// The verb `plumbline facts import FOLDER`.
struct FactsImportCommand: Command {
  static let description = CommandDescription(
    path: ["facts", "import"],
    summary: "makes the table of facts from unpacked packages; see 'make facts'",
    arguments: [
      ArgumentDescription(
        value: .folder("FOLDER"),
        help: "A folder with one folder a package, each with a file SOURCE: name, version, date, SHA-256.")
    ],
    options: [.output],
    examples: [
      .init(line: "facts import packages --output facts.txt", purpose: "Write the table to a file.")
    ])

  func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
    let table = try FactsImport.table(from: Self.packages(in: arguments.argument(0)))
    let facts = try FactsTable(FactsBytes(table))
    try facts.verify()
    let lines = FactsSection.allCases.map { facts.count(of: $0) }.reduce(0, +)
    let summary = "\(lines) lines of facts from \(facts.sources.count) sources in \(table.count) bytes."
    if let path = arguments.value(of: .output), path != "-" {
      try AtomicFile.write(table, to: path)
      console.note("\(summary) Written to \(path.quoted).")
    } else {
      try console.write(String(decoding: table, as: UTF8.self))
    }
    return .success
  }

  /// The packages below a folder, by the folders that its files lie in.
  private static func packages(in folder: String) throws -> [FactsPackage] {
    var files: [String: [String]] = [:]
    for path in try FolderListing(folder).files {
      guard let slash = path.firstIndex(of: "/") else { continue }
      files[String(path[..<slash]), default: []].append(String(path[path.index(after: slash)...]))
    }
    return try files.keys.sorted().map { name in
      let place = "\(folder)/\(name)"
      let source = try FileReader().read("\(place)/SOURCE")
      let words = String(decoding: source, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
        String.init)
      guard words.count == 4 else { throw FactsImportError.malformed("\(name)/SOURCE", offset: 0) }
      return FactsPackage(
        name: words[0], version: words[1], date: words[2], digest: words[3], paths: files[name] ?? [],
        read: { try FileReader().read("\(place)/\($0)") })
    }
  }
}

/// Facts as people read them.
private struct FactsText {
  let facts: FactsTable

  func text(of name: String, member: String?) -> (text: String, summary: String, isKnown: Bool) {
    if let member, let answer = memberAnswer(member, of: name) {
      let line = "\(name) \(member): \(sentence(answer))"
      return ("\(line)\n", line, answer.exists)
    }
    let types = facts.types(called: name)
    if !types.isEmpty {
      let parts = types.map(describe)
      return (parts.joined(separator: "\n"), "\(types.count) types are called \(name.quoted).", true)
    }
    if let runtime = facts.runtime(name) {
      let days = [
        ("deprecated", runtime.deprecated), ("no new functions", runtime.createBlock),
        ("no updates", runtime.updateBlock), ("successor", runtime.successor),
      ].compactMap { title, value in value.map { "\(title) \($0)" } }
      let line = "\(name) is a Lambda runtime: \(days.joined(separator: ", "))."
      return ("\(line)\n", line, true)
    }
    for answer in valueAnswers(name) where answer.answer.exists {
      let line = "\(name) is \(answer.title): \(sentence(answer.answer))"
      return ("\(line)\n", line, true)
    }
    let isAction = name.split(separator: ":", omittingEmptySubsequences: false).count == 2
    let answers =
      isAction
      ? [facts.answer(action: name)] : FactsEcosystem.allCases.map { facts.answer(type: name, in: $0) }
    let near = answers.flatMap { answer -> [String] in
      if case .absent(let absence) = answer { absence.livesIn + absence.nearest } else { [] }
    }
    let line =
      "Nothing is known by the name \(name.quoted)"
      + (near.isEmpty ? "." : "; there is \(near.joined(separator: ", ")).")
    return ("\(line)\n", line, false)
  }

  private func memberAnswer(_ member: String, of name: String) -> FactAnswer? {
    for ecosystem in FactsEcosystem.allCases where facts.type(name, in: ecosystem) != nil {
      let answer = facts.answer(member: member, of: name, in: ecosystem)
      if answer.isAbsent, ecosystem == .cdk || ecosystem == .pulumi {
        return facts.answer(argument: member, of: name, in: ecosystem)
      }
      return answer
    }
    return nil
  }

  private func valueAnswers(_ name: String) -> [(title: String, answer: FactAnswer)] {
    [
      ("a managed policy", facts.answer(managedPolicy: name)),
      ("a managed rule of AWS Config", facts.answer(configRule: name)),
      ("an IAM action", facts.answer(action: name)),
      ("a region", facts.answer(region: name)),
      (
        "an instance type",
        facts.answer(instanceClass: name, ofType: "AWS::EC2::Instance", property: "InstanceType")
      ),
      (
        "a database class",
        facts.answer(instanceClass: name, ofType: "AWS::RDS::DBInstance", property: "DBInstanceClass")
      ),
    ]
  }

  private func sentence(_ answer: FactAnswer) -> String {
    switch answer {
    case .present(let since): since.map { "exists since \($0)." } ?? "exists."
    case .deprecated(let since, let replacement):
      "is deprecated" + (since.map { " since \($0)" } ?? "") + (replacement.map { "; use \($0)." } ?? ".")
    case .absent(let absence):
      "does not exist" + (absence.livesIn.isEmpty ? "" : "; it is \(absence.livesIn.joined(separator: ", "))")
        + (absence.nearest.isEmpty ? "." : "; there is \(absence.nearest.joined(separator: ", ")).")
    case .unknown: "is not covered by the table."
    }
  }

  private func describe(_ type: TypeFact) -> String {
    var text = "\(type.key): \(type.kind), \(type.ecosystem.rawValue)"
    if type.isDeprecated { text += ", deprecated" + (type.target.isEmpty ? "" : ", use \(type.target)") }
    if facts.isStateful(type: type.key) { text += ", holds data" }
    text += "\n"
    let others = facts.equivalents(of: type)
    if !others.isEmpty {
      text += "  also " + others.map { "\($0.key) (\($0.ecosystem.rawValue))" }.joined(separator: ", ") + "\n"
    }
    let parameters = facts.parameters(of: type) ?? []
    if !parameters.isEmpty {
      text +=
        "  made with " + parameters.map { $0.name + ($0.isRequired ? "" : "?") }.joined(separator: ", ")
        + "\n"
    }
    for member in facts.members(of: type) { text += "  \(line(member))\n" }
    return text
  }

  private static let words = [
    "a": "any", "b": "boolean", "i": "integer", "n": "number", "d": "date", "j": "JSON",
    "[]": "list of strings",
    "{}": "map of strings",
  ]

  private func line(_ member: FactMember) -> String {
    var notes: [String] = []
    if member.isRequired { notes.append("required") }
    if member.isReadOnly { notes.append("read-only") }
    if member.isCreateOnly { notes.append("replaces the resource") }
    if member.isConditionallyCreateOnly { notes.append("may replace the resource") }
    if member.isWriteOnly { notes.append("write-only") }
    if member.isBlock { notes.append(member.isSingle ? "block" : "repeatable block") }
    if member.isStatic { notes.append("static") }
    if !member.type.isEmpty, !member.isMethod { notes.append(Self.words[member.type] ?? member.type) }
    if member.isDeprecated {
      notes.append("deprecated" + (member.values.first.map { ", use \($0)" } ?? ""))
    } else if !member.values.isEmpty {
      notes.append(member.values.filter { $0 != "*" }.joined(separator: " | "))
    }
    if !member.limits.isEmpty { notes.append(member.limits.joined(separator: " ")) }
    let name = member.name + (member.isMethod ? member.type.replacing(",", with: ", ") : "")
    return notes.isEmpty ? name : "\(name)  \(notes.joined(separator: "; "))"
  }
}
