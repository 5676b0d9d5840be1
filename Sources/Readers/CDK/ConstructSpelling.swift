/// The names of properties and methods as TypeScript spells them, from those of the other languages.
///
///     bucket_name  BucketName      bucketName
///     enforce_ssl  enforceSsl      enforceSSL
enum ConstructSpelling {
  static func name(_ name: String) -> String {
    let camel = Spelling.camel(name)
    return capitals[camel.lowercased()] ?? camel
  }

  /// Names with several capitals in a row, which the other languages do not keep.
  ///
  /// Source: the jsii assembly of aws-cdk-lib 2.275.
  private static let capitals: [String: String] = {
    var index: [String: String] = [:]
    for name in table.split(separator: " ") { index[name.lowercased()] = String(name) }
    return index
  }()

  static let table = """
    addSSLPolicy allowedOriginSSLVersions attachToClassicLB bundleAwsSDK consumedLCUs createAWSLogDriver \
    createSSLPolicyDocument dynamoDBJson enableECSLogMetadata enforceSSL forAPI fromACLArn fromAPIKeyArn \
    fromDBInstanceId fromDBParameterGroupArn fromDBParameterGroupName fromFHIRDatastoreArn fromIPAMArn \
    fromIPAMPoolArn fromIPAMPrefixListResolverArn fromIPAMPrefixListResolverTargetArn \
    fromIPAMResourceDiscoveryArn fromIPAMResourceDiscoveryAssociationArn fromIPAMScopeArn fromPipelineID \
    fromPromQLAlarmArn fromPromQLAlarmName graphQLEndpointArn ignoredGID ignoredUID \
    isUsingECSDeploymentController minimumTLSVersion parseToOCSFOptions redirectHTTP registerECSTargets \
    sourceKMSKey sparkUI sparkUILoggingLocation targetDNS targetTLSNegotiationErrorCount \
    totalLocalStorageGBMax totalLocalStorageGBMin usingIAM usingJWT withSES
    """
}
