/// How well-known lists are to be read: what names an element, and whether order means anything.
///
/// Source: CloudFormation's and the providers' documentation of each property.
enum ListIdioms {
  /// What a list is to its readers.
  enum Order {
    /// Order means nothing: one that differs is no difference.
    case set
    /// Order means something even where the elements have names: the first that fits wins.
    case significant
    /// Not known.
    ///
    /// Elements with names are taken for unordered, others for ordered.
    case unknown
  }

  static func order(of key: String) -> Order {
    if sets.contains(key) { return .set }
    return sequences.contains(key) ? .significant : .unknown
  }

  /// Rows of keys that together name an element of a list, the first row that fits wins.
  static func identities(of key: String) -> [[String]] {
    switch key {
    case "Statement", "statement": [["Sid"], ["sid"]]
    case "SecurityGroupIngress", "SecurityGroupEgress":
      [
        [
          "IpProtocol", "FromPort", "ToPort", "CidrIp", "CidrIpv6", "SourceSecurityGroupId",
          "DestinationSecurityGroupId", "SourcePrefixListId", "DestinationPrefixListId",
          "SourceSecurityGroupName",
        ]
      ]
    case "ingress", "egress":
      [["protocol", "from_port", "to_port", "cidr_blocks", "security_groups", "ipv6_cidr_blocks"]]
    case "PortMappings", "portMappings": [["ContainerPort", "Protocol"], ["containerPort", "protocol"]]
    case "MountPoints", "mountPoints": [["ContainerPath"], ["containerPath"]]
    case "KeySchema": [["KeyType"], ["AttributeName"]]
    case "BlockDeviceMappings": [["DeviceName"]]
    case "CacheBehaviors": [["PathPattern"]]
    case "ordered_cache_behavior": [["path_pattern"]]
    case "Listeners": [["LoadBalancerPort", "Protocol"], ["Port", "Protocol"]]
    case "Options", "OptionSettings": [["Namespace", "OptionName"], ["Name"]]
    case "CustomErrorResponses": [["ErrorCode"]]
    case "LifecycleConfigurations": [["Rules"]]
    default: []
    }
  }

  /// Keys of which each alone may name an element of a list that nobody wrote a rule for.
  static let names = [
    "Sid", "sid", "Id", "ID", "id", "Name", "name", "Key", "key", "AttributeName", "attribute_name",
    "IndexName",
    "DeviceName", "ContainerName", "PolicyName", "policy_name", "ParameterKey", "ParameterName",
    "PathPattern",
    "path_pattern", "Priority", "priority", "DomainName", "domain_name", "Endpoint", "StatusCode",
    "Namespace",
    "Protocol", "Type", "type",
  ]

  /// Lists whose elements are a key and a value, and may be written as a map.
  static let keyedValues: Set<String> = [
    "Tags", "tags", "Environment", "environment", "ParameterOverrides", "parameter_overrides", "Parameters",
    "LoadBalancerAttributes", "TargetGroupAttributes", "HostedZoneTags",
  ]

  /// The names under which such elements hold their key and their value.
  static let keyNames = ["Key", "key", "Name", "name", "ParameterKey"]
  static let valueNames = ["Value", "value", "ParameterValue"]

  /// Lists in which order means nothing; each also takes one value for a list of one.
  static let sets: Set<String> = [
    "Action", "NotAction", "Resource", "NotResource", "Principal", "AWS", "Service", "Federated", "DependsOn",
    "@DependsOn", "SubnetIds", "Subnets", "SecurityGroupIds", "SecurityGroups", "VPCSecurityGroups",
    "VpcSecurityGroupIds", "AvailabilityZones", "ManagedPolicyArns", "AllowedValues", "Aliases", "Statement",
    "Tags", "SecurityGroupIngress", "SecurityGroupEgress", "AlarmActions", "OKActions",
    "InsufficientDataActions", "EnableCloudwatchLogsExports", "AllowedMethods", "CachedMethods",
    "DBSubnetGroupIds", "VPCZoneIdentifier", "TargetGroupARNs", "Events", "NonKeyAttributes",
    "EnabledMetrics",
    "Roles", "Groups", "Users", "AttributeDefinitions", "Policies", "Environment", "Secrets", "PortMappings",
    "BlockDeviceMappings", "Origins", "CustomErrorResponses", "GlobalSecondaryIndexes",
    "LocalSecondaryIndexes", "LoadBalancerAttributes", "TargetGroupAttributes", "ManagedPolicies",
    "ExposedHeaders", "AllowedHeaders", "AllowedOrigins", "Capabilities",
    "actions", "not_actions", "resources", "not_resources", "identifiers", "subnet_ids", "security_groups",
    "vpc_security_group_ids", "depends_on", "availability_zones", "policy_arns", "subnets",
    "security_group_ids", "cidr_blocks", "ipv6_cidr_blocks", "statement", "ingress", "egress", "tags",
    "managed_policy_arns", "aliases", "allowed_methods", "cached_methods", "alarm_actions", "ok_actions",
  ]

  /// Lists in which the first that fits wins, or which run in a row.
  static let sequences: Set<String> = [
    "CacheBehaviors", "ordered_cache_behavior", "Command", "command", "EntryPoint", "entryPoint", "Layers",
    "layers", "RoutingRules", "Actions", "Stages", "commands",
  ]

  /// Whether a property takes one value or a list of them.
  static func isOneOrMany(_ key: String) -> Bool { sets.contains(key) }

  /// Properties whose text is compared without regard to case.
  static func ignoresCase(_ key: String) -> Bool {
    key == "Action" || key == "NotAction" || key == "actions" || key == "not_actions"
  }
}
