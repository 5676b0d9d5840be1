import Facts
import Glibc

/// What the table of facts costs: opening it, one look-up of each kind, and the tool's start as a whole process.
enum FactsBench {
  static func printAll() {
    guard let folder = executableFolder else { return }
    let path = "\(folder)/Plumbline_Facts.resources/facts.txt"
    guard let facts = open(path) else { return print("\nfacts: no table at \(path)") }
    print("\nfacts                                 each         names")
    row("open", 1) { open(path)?.count(of: .cdk) ?? 0 }
    let types = types
    row("a type", types.count) { count(types) { facts.type($0, in: $1) != nil } }
    row("whether a type exists", types.count) { count(types) { facts.answer(type: $0, in: $1).exists } }
    row("whether a member exists", members.count) {
      count(members) { facts.answer(member: $1, of: $0, in: $2).exists }
    }
    row("what a change of a property does", properties.count) {
      properties.count { facts.impact(type: $0.0, property: $0.1) != .unknown }
    }
    row("a runtime, version, class, policy, action", 5) { values(in: facts) }
    row("an absent type, nearest names", absent.count) {
      count(absent) { facts.answer(type: $0, in: $1).isAbsent }
    }
    row("an absent member, nearest names", members.count) {
      count(members) { facts.answer(member: $1 + "Own", of: $0, in: $2).isAbsent }
    }
    row("verify every byte", 1) { (try? facts.verify()) == nil ? 0 : 1 }
    let tool = "\(folder)/plumbline"
    for arguments in [["version"], ["facts", "show", "AWS::SQS::Queue"]] {
      guard let seconds = process([tool] + arguments) else { continue }
      print(Stage.padded("plumbline " + arguments.joined(separator: " "), 38) + duration(seconds))
    }
  }

  // MARK: Names

  private static let types: [(String, FactsEcosystem)] = [
    ("AWS::S3::Bucket", .cloudFormation), ("AWS::EC2::Instance", .cloudFormation),
    ("AWS::Lambda::Function", .cloudFormation), ("AWS::WAFv2::WebACL", .cloudFormation),
    ("aws_s3_bucket", .terraform), ("data.aws_iam_policy_document", .terraform),
    ("aws_wafv2_web_acl", .terraform), ("aws_vpc", .terraform),
    ("ec2.Vpc", .cdk), ("aws-cdk-lib/aws-s3.BucketProps", .cdk), ("cdk.Stack", .cdk),
    ("lambda.Function", .cdk),
    ("@cdktf/provider-aws/lib/s3-bucket.S3Bucket", .cdktf), ("SqsQueue", .cdktf),
    ("aws.s3.Bucket", .pulumi), ("pulumi_aws.ec2.SecurityGroup", .pulumi), ("aws.lambda.Function", .pulumi),
  ]
  private static let members: [(String, String, FactsEcosystem)] = [
    ("AWS::S3::Bucket", "VersioningConfiguration.Status", .cloudFormation),
    ("AWS::RDS::DBInstance", "StorageEncrypted", .cloudFormation), ("aws_s3_bucket", "bucket", .terraform),
    ("aws_lb_listener", "default_action.type", .terraform), ("ec2.VpcProps", "maxAzs", .cdk),
    ("s3.Bucket", "grantRead", .cdk), ("SqsQueue", "fifoQueue", .cdktf), ("aws.s3.Bucket", "bucket", .pulumi),
  ]
  private static let properties = [
    ("AWS::S3::Bucket", "BucketName"), ("AWS::RDS::DBInstance", "storage_encrypted"),
    ("AWS::SQS::Queue", "name"), ("AWS::EC2::Subnet", "VpcId"), ("AWS::ECS::Service", "TaskDefinition"),
    ("AWS::S3::Bucket", "CorsConfiguration.CorsRules.MaxAge"),
  ]
  private static let absent: [(String, FactsEcosystem)] = [
    ("AWS::S3::BucketReplication", .cloudFormation), ("aws_s3_bucket_encryption", .terraform),
    ("logs.ComparisonOperator", .cdk), ("aws.cloudwatch.AnomalyDetector", .pulumi),
    ("s3_bucket.S3BucketVersioning", .cdktf),
  ]

  private static func values(in facts: FactsTable) -> Int {
    [
      facts.answer(runtime: "nodejs18.x", on: "2025-10-01").exists,
      facts.answer(engineVersion: "15.13", engine: "aurora-postgresql", host: .cluster).exists,
      facts.answer(instanceClass: "t3.micro", ofType: "AWS::EC2::Instance", property: "InstanceType").exists,
      facts.answer(managedPolicy: "ReadOnlyAccess").exists, facts.answer(action: "s3:GetObject").exists,
    ].count { $0 }
  }

  private static func count<each Part>(
    _ names: [(repeat each Part)], where holds: (repeat each Part) -> Bool
  ) -> Int { names.count { (name: (repeat each Part)) in holds(repeat each name) } }

  // MARK: Measuring

  /// One row: what a look-up takes, from the fastest of several runs over all names.
  private static func row(_ title: String, _ names: Int, _ work: () -> Int) {
    let stage = Stage.measure(title, bytes: 0, runs: 25) {
      var found = 0
      for _ in 0..<8 { found += work() }
      return found
    }
    print(
      Stage.padded(title, 38) + Stage.padded(duration(stage.fastest / Double(8 * names)), 13)
        + "\(work()) of \(names) found")
  }

  private static func duration(_ seconds: Double) -> String {
    seconds < 0.0005 ? "\(Stage.rounded(seconds * 1e6, 1)) µs" : "\(Stage.rounded(seconds * 1e3, 2)) ms"
  }

  private static func open(_ path: String) -> FactsTable? {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      return nil
    }
    nonisolated(unsafe) let mapped = memory
    let bytes = FactsBytes(mapped: UnsafeRawBufferPointer(start: memory, count: size)) {
      munmap(mapped, size)
    }
    return try? FactsTable(bytes)
  }

  private static var executableFolder: String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Seconds from start to end of a process that prints to nowhere, the fastest of twenty runs; nil where it fails.
  private static func process(_ words: [String]) -> Double? {
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var fastest: Double?
    for _ in 0..<20 {
      var identifier: pid_t = 0
      var code: Int32 = 0
      let start = now
      guard posix_spawn(&identifier, words[0], &actions, nil, &arguments, environ) == 0,
        waitpid(identifier, &code, 0) == identifier, code == 0
      else { return nil }
      fastest = min(fastest ?? .infinity, now - start)
    }
    return fastest
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
