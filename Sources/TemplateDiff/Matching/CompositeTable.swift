import TemplateModel

/// Things that may be written as a resource of their own or as a part of another resource.
enum CompositeTable {
  struct Row {
    /// The type of the resource of its own.
    let part: String
    /// The property by which it names the other one.
    let link: String
    /// The type of the other one.
    let whole: String
    /// The property of the other one that holds such parts.
    let property: String
  }

  /// Source: CloudFormation's and the Terraform AWS provider's documentation of the types named.
  static let rows = [
    Row(
      part: "AWS::EC2::SecurityGroupIngress", link: "GroupId", whole: "AWS::EC2::SecurityGroup",
      property: "SecurityGroupIngress"),
    Row(
      part: "AWS::EC2::SecurityGroupEgress", link: "GroupId", whole: "AWS::EC2::SecurityGroup",
      property: "SecurityGroupEgress"),
    Row(part: "AWS::IAM::Policy", link: "Roles", whole: "AWS::IAM::Role", property: "Policies"),
    Row(part: "AWS::IAM::RolePolicy", link: "RoleName", whole: "AWS::IAM::Role", property: "Policies"),
    Row(part: "AWS::IAM::UserPolicy", link: "UserName", whole: "AWS::IAM::User", property: "Policies"),
    Row(part: "AWS::SNS::Subscription", link: "TopicArn", whole: "AWS::SNS::Topic", property: "Subscription"),
    Row(
      part: "aws_security_group_rule", link: "security_group_id", whole: "aws_security_group",
      property: "ingress"),
    Row(
      part: "aws_security_group_rule", link: "security_group_id", whole: "aws_security_group",
      property: "egress"),
    Row(
      part: "aws_vpc_security_group_ingress_rule", link: "security_group_id", whole: "aws_security_group",
      property: "ingress"),
    Row(
      part: "aws_vpc_security_group_egress_rule", link: "security_group_id", whole: "aws_security_group",
      property: "egress"),
    Row(part: "aws_iam_role_policy", link: "role", whole: "aws_iam_role", property: "inline_policy"),
    Row(part: "aws_s3_bucket_versioning", link: "bucket", whole: "aws_s3_bucket", property: "versioning"),
    Row(
      part: "aws_s3_bucket_server_side_encryption_configuration", link: "bucket", whole: "aws_s3_bucket",
      property: "server_side_encryption_configuration"),
    Row(part: "aws_s3_bucket_logging", link: "bucket", whole: "aws_s3_bucket", property: "logging"),
    Row(
      part: "aws_s3_bucket_lifecycle_configuration", link: "bucket", whole: "aws_s3_bucket",
      property: "lifecycle_rule"),
    Row(
      part: "aws_s3_bucket_cors_configuration", link: "bucket", whole: "aws_s3_bucket", property: "cors_rule"),
    Row(
      part: "aws_s3_bucket_website_configuration", link: "bucket", whole: "aws_s3_bucket", property: "website"
    ),
    Row(part: "aws_route", link: "route_table_id", whole: "aws_route_table", property: "route"),
  ]

  /// Types of which one is written for the other, with the same properties.
  static let retyped: [(String, String)] = [
    ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"), ("AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"),
    ("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"),
    ("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api"),
    ("AWS::AutoScaling::LaunchConfiguration", "AWS::EC2::LaunchTemplate"),
    ("AWS::CloudFront::CloudFrontOriginAccessIdentity", "AWS::CloudFront::OriginAccessControl"),
    ("aws_iam_policy", "aws_iam_role_policy"), ("aws_launch_configuration", "aws_launch_template"),
    ("aws_cloudfront_origin_access_identity", "aws_cloudfront_origin_access_control"),
  ]

  static func isRetyped(_ type: String) -> Bool { retyped.contains { $0.0 == type || $0.1 == type } }

  static func isRetyping(_ one: String, _ other: String) -> Bool {
    retyped.contains { $0 == (one, other) || $0 == (other, one) }
  }
}
