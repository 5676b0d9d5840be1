import Testing

@testable import Facts

/// The importer on small packages made up here.
@Suite struct FactsImportTests {
  private static func package(_ name: String, _ version: String, _ files: [String: String]) -> FactsPackage {
    FactsPackage(
      name: name, version: version, date: "2025-01-01", digest: "0",
      paths: files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
      read: { path in
        guard let text = files[path] else { throw FactsImportError.missing(path) }
        return Array(text.utf8)
      })
  }

  private static let link = "{@link https://registry.terraform.io/providers/hashicorp/aws/6.1.0/docs"

  static var packages: [FactsPackage] {
    [
      package(
        "aws-cdk-lib", "2.0.0",
        ["assembly.json": #"{"name":"aws-cdk-lib","types":{"aws-cdk-lib.aws_x.Old":{"kind":"class"}}}"#]),
      package(
        "aws-cdk-lib", "2.1.0",
        [
          "assembly.json": #"""
          {"readme":{"markdown":"prose } \" {"},"name":"aws-cdk-lib","types":{
            "aws-cdk-lib.aws_x.Old":{"kind":"class","methods":[{"name":"run","static":true}]},
            "aws-cdk-lib.aws_x.ThingProps":{"kind":"interface","datatype":true,"properties":[
              {"name":"size","type":{"primitive":"number"}},
              {"name":"cidr","optional":true,"docs":{"deprecated":"Use ipAddresses instead"},"type":{"primitive":"string"}},
              {"name":"ipAddresses","optional":true,"type":{"collection":{"kind":"array","elementtype":{"primitive":"string"}}}}]}
          }}
          """#
        ]),
      package(
        "botocore", "1.0.0",
        [
          "botocore/data/s3/2001-01-01/service-2.json": #"{"operations":{"Old":{}},"shapes":{}}"#,
          "botocore/data/s3/2006-03-01/service-2.json": #"""
          {"operations":{"Put":{"input":{"shape":"PutRequest"},"documentation":"prose"},"Stop":{"deprecated":true}},
           "shapes":{"PutRequest":{"type":"structure","required":["Key","Token"],
             "members":{"Key":{"shape":"S"},"Token":{"shape":"S","idempotencyToken":true},"description":{"shape":"S"}}}}}
          """#,
        ]),
      package(
        "moto", "1.0.0",
        [
          "moto/iam/aws_managed_policies.py": #"""
          data = """{"B":{"Path":"/","Document":{"Statement":[{"Action":["s3:GetObject","s3:List*"]}]}}}"""
          """#,
          "moto/config/resources/aws_managed_rules.json": #"{"ManagedRules":{}}"#,
        ]),
      package("cdktf", "0.1.0", ["assembly.json": #"{"name":"cdktf","types":{}}"#]),
      package("constructs", "10.0.0", ["assembly.json": #"{"name":"constructs","types":{}}"#]),
      package(
        "cdktf-cdktf-provider-aws", "21.0.0",
        [
          "assembly.json": """
          {"name":"@cdktf/provider-aws","types":{
            "@cdktf/provider-aws.sqsQueue.SqsQueue":{"kind":"class","base":"cdktf.TerraformResource",
              "docs":{"summary":"Represents a \(link)/resources/sqs_queue aws_sqs_queue}."},
              "initializer":{"parameters":[{"name":"config","type":{"fqn":"@cdktf/provider-aws.sqsQueue.SqsQueueConfig"}}]},
              "properties":[{"name":"arn","immutable":true,"type":{"primitive":"string"}}]},
            "@cdktf/provider-aws.sqsQueue.SqsQueueConfig":{"kind":"interface","datatype":true,"properties":[
              {"name":"delaySeconds","optional":true,"type":{"primitive":"number"},
               "docs":{"summary":"Docs at Terraform Registry: \(link)/resources/sqs_queue#delay_seconds SqsQueue#delay_seconds}"}}]}
          }}
          """
        ]),
      package(
        "pulumi-aws", "7.0.0",
        [
          "pulumi_aws/sqs/queue.py": #"""
          @pulumi.input_type
          class QueueArgs:
              def __init__(__self__, *,
                           name: pulumi.Input[_builtins.str],
                           delay_seconds: pulumi.Input[Optional[_builtins.int]] = None):
                  """
                  Prose: with colons.
                  """
          class Queue(pulumi.CustomResource):
              @_builtins.property
              @pulumi.getter
              def arn(self) -> pulumi.Output[_builtins.str]:
          """#
        ]),
      package(
        "cfn-lint", "1.0.0",
        [
          "cfnlint/data/schemas/providers/us_east_1.py": #"    "AWS::X::Thing": "abc","#,
          "cfnlint/data/schemas/resources/abc.json": #"""
          {"typeName":"AWS::X::Thing","additionalProperties":false,"createOnlyProperties":["/properties/Name"],
           "readOnlyProperties":["/properties/Arn"],"required":["Name"],
           "properties":{"Name":{"type":"string","maxLength":64},"Arn":{"type":"string"},
            "Mode":{"enum":["on","off, mostly"],"type":"string"},
            "Hosts":{"type":"array","insertionOrder":false,"items":{"type":"string"}},
            "Inner":{"$ref":"#/definitions/Inner"}},
           "definitions":{"Inner":{"type":"object","additionalProperties":false,"properties":{"Deep":{"type":"boolean"}}}}}
          """#,
          "cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json": "{}",
          "cfnlint/data/AdditionalSpecs/StatefulResources.json": "{}",
          "cfnlint/data/AdditionalSpecs/Policies.json":
            #"{"s3":{"Actions":{"getobject":{},"put":{},"own":{}}}}"#,
          "cfnlint/data/Serverless/ManagedPolicies.json": #"{"A":"arn:aws:iam::aws:policy/service-role/A"}"#,
        ]),
    ]
  }

  @Test func `The table is the same on every run and in every order of the packages`() throws {
    let first = try FactsImport.table(from: Self.packages)
    #expect(try FactsImport.table(from: Self.packages) == first)
    #expect(try FactsImport.table(from: Self.packages.reversed()) == first)
    try FactsTable(FactsBytes(first)).verify()
  }

  @Test func `Facts arrive in the table as lines`() throws {
    let text = String(decoding: try FactsImport.table(from: Self.packages), as: UTF8.self)
    for line in [
      "aws_x.ThingProps\ts<1\t\t\tcidr~=ipAddresses ipAddresses:[] size!:n",
      "aws_x.Old\tc\t\t\trun%<1:()",
      "aws_sqs_queue\tr\t\t\tarn^ delay_seconds:n",
      "sqs.QueueArgs\ts\t\t\tdelay_seconds:i name!",
      "sqs.Queue\tr\t.QueueArgs\taws_sqs_queue\tarn^",
      "AWS::X::Thing\ttc\t\t\tArn^ Hosts&:[] Inner:.Inner Mode=on,off%2C%20mostly Name!+;l..64",
      "AWS::X::Thing.Inner\tdc\t\t\tDeep:b",
      "s3.Put\to\t\t\tdescription Key! Token", "s3.Stop\to~",
      "service-role/A\tp", "B\tp", "s3\ts\t\t\tGetObject own Put",
      "source\tterraform-provider-aws\t6.1.0\t2025-01-01\t0",
    ] { #expect(text.contains("\n\(line)\n"), "\(line)") }
    #expect(!text.contains("prose") && !text.contains("Prose") && !text.contains("s3.Old"))
  }

  @Test func `A package that is missing or damaged is named`() {
    #expect(throws: FactsImportError.missing("aws-cdk-lib")) { try FactsImport.table(from: []) }
    var packages = Self.packages
    packages[4] = Self.package("cdktf", "0.1.0", ["assembly.json": #"{"types":{"a":"#])
    #expect(throws: FactsImportError.malformed("cdktf/assembly.json", offset: 14)) {
      try FactsImport.table(from: packages)
    }
  }

  @Test(arguments: ["", "{", "[1,", "\"a", "{\"a\":}", "{\"a\" 1}", "[[[", "\"\\", "{\"a\":\"\\u12"])
  func `Broken JSON is refused`(text: String) {
    #expect(throws: FactsImportError.self) { try JSONScanner.value(of: Array(text.utf8), file: "f") }
  }

  @Test func `Deep nesting is refused, not followed`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: FactsImportError.self) { try JSONScanner.value(of: Array(text.utf8), file: "f") }
  }

  @Test(arguments: [
    ("use `PRIVATE_WITH_EGRESS`", ["PRIVATE_WITH_EGRESS"]), ("Use ipAddresses instead", ["ipAddresses"]),
    ("This is not used any more.", []), ("in favor of s3.Bucket", ["s3.Bucket"]),
  ])
  func `Only names count as replacements`(reason: String, names: [String]) {
    #expect(Replacement.candidates(in: reason) == names)
  }
}
