/// How the elements of well-known lists are told apart.
///
/// Source: CloudFormation's and the providers' documentation of each property.
enum ListIdioms {
  /// Keys that name an element, the first that fits wins.
  static let identities = [
    "Key", "key", "Sid", "sid", "Id", "id", "Name", "name", "AttributeName", "attribute_name", "IndexName",
    "DeviceName", "ContainerName", "PolicyName", "ParameterKey", "ParameterName", "PathPattern", "Priority",
    "DomainName", "StatusCode", "Protocol", "Type", "type",
  ]

  /// Lists in which order means nothing.
  static let sets: Set<String> = [
    "Action", "NotAction", "Resource", "NotResource", "Principal", "AWS", "Service", "DependsOn", "SubnetIds",
    "Subnets", "SecurityGroupIds", "SecurityGroups", "VPCSecurityGroups", "VpcSecurityGroupIds",
    "AvailabilityZones", "ManagedPolicyArns", "AllowedValues", "Aliases", "Statement", "Tags",
    "SecurityGroupIngress", "SecurityGroupEgress", "AlarmActions", "OKActions", "InsufficientDataActions",
    "EnableCloudwatchLogsExports", "AllowedMethods", "CachedMethods", "DBSubnetGroupIds", "VPCZoneIdentifier",
    "TargetGroupARNs", "Events", "NonKeyAttributes", "TreatMissingData", "EnabledMetrics", "Roles", "Groups",
    "subnet_ids", "security_groups", "vpc_security_group_ids", "depends_on", "actions", "resources",
    "availability_zones", "policy_arns", "subnets", "security_group_ids", "cidr_blocks", "statement",
  ]
}
