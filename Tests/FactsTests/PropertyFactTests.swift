import Testing

@testable import Facts

/// What is known of a property, in the spelling of every dialect.
@Suite struct PropertyFactTests {
  let facts: FactsTable

  init() throws { facts = try #require(Table.facts) }

  @Test(arguments: ["StorageEncrypted", "storage_encrypted", "storageEncrypted"])
  func `A property forces a replacement however it is spelled`(name: String) {
    #expect(facts.impact(type: "AWS::RDS::DBInstance", property: name) == .replacement)
  }

  @Test(arguments: [
    ("AWS::SQS::Queue", "name"), ("AWS::S3::Bucket", "bucket"), ("AWS::DynamoDB::Table", "name"),
    ("AWS::RDS::DBInstance", "identifier"), ("AWS::RDS::DBCluster", "cluster_identifier"),
    ("AWS::RDS::DBInstance", "instanceIdentifier"), ("AWS::EC2::SecurityGroup", "description"),
    ("AWS::EC2::Instance", "ami"), ("AWS::EC2::VPC", "cidr"), ("AWS::SQS::Queue", "fifo"),
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "load_balancer_type"),
  ])
  func `The words of a type may be left out of a name`(type: String, name: String) {
    #expect(facts.impact(type: type, property: name) == .replacement)
  }

  @Test(arguments: [
    ("AWS::IAM::ManagedPolicy", "policy"), ("AWS::RDS::DBInstance", "engine.version"),
    ("AWS::S3::Bucket", "versioning.enabled"), ("AWS::EC2::Subnet", "map"), ("AWS::SQS::Queue", ""),
  ])
  func `A name that leads nowhere is unknown`(type: String, name: String) {
    #expect(facts.impact(type: type, property: name) == .unknown)
  }

  @Test func `What stands below a property does what the property does`() {
    #expect(facts.impact(type: "AWS::S3::Bucket", property: "BucketEncryption.Anything") == .unknown)
    #expect(facts.impact(type: "AWS::Lambda::Function", property: "Environment.Variables.Own") == .none)
    #expect(
      facts.impact(type: "AWS::IAM::Role", property: "AssumeRolePolicyDocument.Statement.Effect") == .none)
    #expect(
      facts.impact(type: "AWS::ECS::TaskDefinition", property: "ContainerDefinitions.Image") == .replacement)
  }

  @Test func `Types of values are told for the property of that very name`() {
    func scalar(_ type: String, _ path: String) -> PropertyFact.Scalar? {
      facts.property(path, ofType: type).scalar
    }
    #expect(scalar("AWS::SQS::Queue", "DelaySeconds") == .number)
    #expect(scalar("AWS::SQS::Queue", "FifoQueue") == .boolean)
    #expect(scalar("AWS::SQS::Queue", "QueueName") == .string)
    #expect(scalar("AWS::S3::Bucket", "CorsConfiguration.CorsRules.MaxAge") == .number)
    #expect(scalar("AWS::S3::Bucket", "BucketEncryption") == nil)
    #expect(scalar("AWS::SQS::Queue", "name") == nil)
    #expect(scalar("AWS::IAM::Role", "AssumeRolePolicyDocument.Version") == nil)
  }

  @Test func `A list without an order is told`() {
    #expect(facts.property("Tags", ofType: "AWS::SQS::Queue").isUnordered == true)
    #expect(facts.property("DelaySeconds", ofType: "AWS::SQS::Queue").isUnordered == nil)
  }
}
