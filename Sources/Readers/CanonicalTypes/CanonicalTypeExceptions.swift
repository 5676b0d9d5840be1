/// What the rules of `CanonicalType` would get wrong, as sorted tables.
enum CanonicalTypeExceptions {
  /// Constructs whose class is not named for the resource that they make: a module, then classes with their types.
  ///
  /// Source: the code of aws-cdk-lib 2.275, whose classes make `CfnX(this, "Resource", …)`.
  static let constructs = """
    apigateway CognitoUserPoolsAuthorizer=Authorizer LambdaRestApi=RestApi ProxyResource=Resource \
    RateLimitedApiKey=ApiKey RequestAuthorizer=Authorizer SpecRestApi=RestApi StepFunctionsRestApi=RestApi \
    TokenAuthorizer=Authorizer
    apigatewayv2 ApiKey=ApiGateway::ApiKey HttpApi=Api HttpAuthorizer=Authorizer HttpIntegration=Integration \
    HttpRoute=Route HttpStage=Stage RateLimitedApiKey=ApiGateway::ApiKey UsagePlan=ApiGateway::UsagePlan \
    WebSocketApi=Api WebSocketAuthorizer=Authorizer WebSocketIntegration=Integration WebSocketRoute=Route \
    WebSocketStage=Stage
    appconfig HostedConfiguration=HostedConfigurationVersion SourcedConfiguration=ConfigurationProfile
    applicationautoscaling StepScalingAction=ScalingPolicy TargetTrackingScalingPolicy=ScalingPolicy
    appsync AppSyncDynamoDbDataSource=DataSource AppSyncEventBridgeDataSource=DataSource \
    AppSyncHttpDataSource=DataSource AppSyncLambdaDataSource=DataSource \
    AppSyncOpenSearchDataSource=DataSource AppSyncRdsDataSource=DataSource \
    AppsyncFunction=FunctionConfiguration Domain=DomainName DynamoDbDataSource=DataSource \
    ElasticsearchDataSource=DataSource EventApi=Api EventBridgeDataSource=DataSource \
    HttpDataSource=DataSource LambdaDataSource=DataSource NoneDataSource=DataSource \
    OpenSearchDataSource=DataSource RdsDataSource=DataSource
    autoscaling StepScalingAction=ScalingPolicy TargetTrackingScalingPolicy=ScalingPolicy
    batch EcsJobDefinition=JobDefinition EksJobDefinition=JobDefinition \
    FairshareSchedulingPolicy=SchedulingPolicy FargateComputeEnvironment=ComputeEnvironment \
    ManagedEc2EcsComputeEnvironment=ComputeEnvironment ManagedEc2EksComputeEnvironment=ComputeEnvironment \
    MultiNodeJobDefinition=JobDefinition UnmanagedComputeEnvironment=ComputeEnvironment
    certificatemanager DnsValidatedCertificate=Certificate PrivateCertificate=Certificate
    cloud9 Ec2Environment=EnvironmentEC2
    cloudfront CloudFrontWebDistribution=Distribution EdgeFunction=Lambda::Function \
    FunctionUrlOriginAccessControl=OriginAccessControl MediaPackageV2OriginAccessControl=OriginAccessControl \
    OriginAccessIdentity=CloudFrontOriginAccessIdentity S3OriginAccessControl=OriginAccessControl
    cloudwatch AnomalyDetectionAlarm=Alarm PromQLAlarm=Alarm
    codebuild BitBucketSourceCredentials=SourceCredential GitHubEnterpriseSourceCredentials=SourceCredential \
    GitHubSourceCredentials=SourceCredential PipelineProject=Project \
    UntrustedCodeBoundaryPolicy=IAM::ManagedPolicy
    codedeploy CustomLambdaDeploymentConfig=DeploymentConfig EcsApplication=Application \
    EcsDeploymentConfig=DeploymentConfig EcsDeploymentGroup=DeploymentGroup LambdaApplication=Application \
    LambdaDeploymentConfig=DeploymentConfig LambdaDeploymentGroup=DeploymentGroup \
    ServerApplication=Application ServerDeploymentConfig=DeploymentConfig \
    ServerDeploymentGroup=DeploymentGroup
    codepipeline CustomActionRegistration=CustomActionType
    cognito UserPoolIdentityProviderAmazon=UserPoolIdentityProvider \
    UserPoolIdentityProviderApple=UserPoolIdentityProvider \
    UserPoolIdentityProviderFacebook=UserPoolIdentityProvider \
    UserPoolIdentityProviderGoogle=UserPoolIdentityProvider \
    UserPoolIdentityProviderOidc=UserPoolIdentityProvider \
    UserPoolIdentityProviderSaml=UserPoolIdentityProvider
    config AccessKeysRotated=ConfigRule CloudFormationStackDriftDetectionCheck=ConfigRule \
    CloudFormationStackNotificationCheck=ConfigRule CustomPolicy=ConfigRule CustomRule=ConfigRule \
    ManagedRule=ConfigRule
    core CfnJson=Custom::AWSCDKCfnJson CustomResource=CloudFormation::CustomResource \
    NestedStack=CloudFormation::Stack
    customresources AwsCustomResource=Custom::AWS WaiterStateMachine=StepFunctions::StateMachine
    docdb ClusterParameterGroup=DBClusterParameterGroup DatabaseCluster=DBCluster \
    DatabaseInstance=DBInstance DatabaseSecret=SecretsManager::Secret
    dynamodb TableV2=GlobalTable TableV2MultiAccountReplica=GlobalTable
    ec2 BastionHostLinux=Instance GatewayVpcEndpoint=VPCEndpoint InterfaceVpcEndpoint=VPCEndpoint \
    PrivateSubnet=Subnet PublicSubnet=Subnet SubnetV2=Subnet VPNGatewayV2=VPNGateway VpcV2=VPC
    ecs AsgCapacityProvider=CapacityProvider Ec2Service=Service Ec2TaskDefinition=TaskDefinition \
    ExternalService=Service ExternalTaskDefinition=TaskDefinition FargateService=Service \
    FargateTaskDefinition=TaskDefinition ManagedInstancesCapacityProvider=CapacityProvider \
    ScalableTaskCount=ApplicationAutoScaling::ScalableTarget
    ecspatterns ApplicationLoadBalancedEc2Service=ECS::Service \
    ApplicationLoadBalancedFargateService=ECS::Service \
    ApplicationMultipleTargetGroupsEc2Service=ECS::Service \
    ApplicationMultipleTargetGroupsFargateService=ECS::Service NetworkLoadBalancedEc2Service=ECS::Service \
    NetworkLoadBalancedFargateService=ECS::Service NetworkMultipleTargetGroupsEc2Service=ECS::Service \
    NetworkMultipleTargetGroupsFargateService=ECS::Service QueueProcessingEc2Service=ECS::Service \
    QueueProcessingFargateService=ECS::Service ScheduledEc2Task=Events::Rule \
    ScheduledFargateTask=Events::Rule
    eks FargateCluster=Cluster HelmChart=Custom::AWSCDK-EKS-HelmChart \
    KubernetesManifest=Custom::AWSCDK-EKS-KubernetesResource \
    KubernetesPatch=Custom::AWSCDK-EKS-KubernetesPatch OidcProviderNative=IAM::OIDCProvider \
    OpenIdConnectProvider=IAM::OIDCProvider
    elasticloadbalancingv2 ApplicationListener=Listener ApplicationListenerCertificate=ListenerCertificate \
    ApplicationListenerRule=ListenerRule ApplicationLoadBalancer=LoadBalancer \
    ApplicationTargetGroup=TargetGroup NetworkListener=Listener NetworkLoadBalancer=LoadBalancer \
    NetworkTargetGroup=TargetGroup
    fsx LustreFileSystem=FileSystem
    gamelift BuildFleet=Fleet QueuedMatchmakingConfiguration=MatchmakingConfiguration \
    StandaloneMatchmakingConfiguration=MatchmakingConfiguration
    glue ExternalTable=Table PySparkEtlJob=Job PySparkFlexEtlJob=Job PySparkStreamingJob=Job \
    PythonShellJob=Job RayJob=Job S3Table=Table ScalaSparkEtlJob=Job ScalaSparkFlexEtlJob=Job \
    ScalaSparkStreamingJob=Job
    iam LazyRole=Role OidcProviderNative=OIDCProvider OpenIdConnectProvider=OIDCProvider
    kinesisanalyticsflink Application=KinesisAnalyticsV2::Application
    lambda DockerImageFunction=Function FunctionUrl=Url SingletonFunction=Function
    lambdago GoFunction=Function
    lambdalayerawscli AwsCliLayer=Lambda::LayerVersion
    lambdalayerkubectl KubectlLayer=Lambda::LayerVersion
    lambdalayernodeproxyagent NodeProxyAgentLayer=Lambda::LayerVersion
    lambdanodejs NodejsFunction=Function
    lambdapython PythonFunction=Function PythonLayerVersion=LayerVersion
    logs CrossAccountDestination=Destination LogRetention=Custom::LogRetention
    neptune ClusterParameterGroup=DBClusterParameterGroup DatabaseCluster=DBCluster \
    DatabaseInstance=DBInstance ParameterGroup=DBParameterGroup SubnetGroup=DBSubnetGroup
    pipelines CodePipeline=CodePipeline::Pipeline
    rds DatabaseCluster=DBCluster DatabaseClusterFromSnapshot=DBCluster DatabaseInstance=DBInstance \
    DatabaseInstanceFromSnapshot=DBInstance DatabaseInstanceReadReplica=DBInstance DatabaseProxy=DBProxy \
    DatabaseProxyEndpoint=DBProxyEndpoint DatabaseSecret=SecretsManager::Secret \
    ParameterGroup=DBParameterGroup ServerlessCluster=DBCluster ServerlessClusterFromSnapshot=DBCluster \
    SubnetGroup=DBSubnetGroup
    redshift DatabaseSecret=SecretsManager::Secret
    route53 ARecord=RecordSet AaaaRecord=RecordSet CaaAmazonRecord=RecordSet CaaRecord=RecordSet \
    CnameRecord=RecordSet DsRecord=RecordSet HttpsRecord=RecordSet MxRecord=RecordSet NsRecord=RecordSet \
    PrivateHostedZone=HostedZone PublicHostedZone=HostedZone SrvRecord=RecordSet SvcbRecord=RecordSet \
    TxtRecord=RecordSet ZoneDelegationRecord=RecordSet
    s3deployment BucketDeployment=Custom::CDKBucketDeployment \
    DeployTimeSubstitutedFile=Custom::CDKBucketDeployment
    scheduler Group=ScheduleGroup
    secretsmanager SecretRotation=Serverless::Application
    servicecatalog TagOptions=TagOption
    servicediscovery AliasTargetInstance=Instance CnameInstance=Instance IpInstance=Instance \
    NonIpInstance=Instance
    ses AllowListReceiptFilter=ReceiptFilter
    ssm StringListParameter=Parameter StringParameter=Parameter
    triggers Trigger=Custom::Trigger TriggerFunction=Lambda::Function
    """

  /// Terraform types without `aws_` and underscores; `-` where CloudFormation has no such resource.
  static let terraform = """
    alb ElasticLoadBalancingV2::LoadBalancer
    appautoscalingpolicy ApplicationAutoScaling::ScalingPolicy
    appautoscalingtarget ApplicationAutoScaling::ScalableTarget
    appsyncfunction AppSync::FunctionConfiguration
    autoscalinggroup AutoScaling::AutoScalingGroup
    autoscalingpolicy AutoScaling::ScalingPolicy
    autoscalingschedule AutoScaling::ScheduledAction
    backupplan Backup::BackupPlan
    backupselection Backup::BackupSelection
    backupvault Backup::BackupVault
    cloudfrontoriginaccessidentity CloudFront::CloudFrontOriginAccessIdentity
    cloudtrail CloudTrail::Trail
    cloudwatcheventbus Events::EventBus
    cloudwatcheventbuspolicy Events::EventBusPolicy
    cloudwatcheventpermission Events::EventBusPolicy
    cloudwatchloggroup Logs::LogGroup
    cloudwatchlogstream Logs::LogStream
    cloudwatchmetricalarm CloudWatch::Alarm
    cloudwatchquerydefinition Logs::QueryDefinition
    codedeployapp CodeDeploy::Application
    codepipeline CodePipeline::Pipeline
    cognitoidentitypoolrolesattachment Cognito::IdentityPoolRoleAttachment
    cognitoidentityprovider Cognito::UserPoolIdentityProvider
    cognitoresourceserver Cognito::UserPoolResourceServer
    cognitoriskconfiguration Cognito::UserPoolRiskConfigurationAttachment
    cognitouser Cognito::UserPoolUser
    cognitousergroup Cognito::UserPoolGroup
    cognitouseringroup Cognito::UserPoolUserToGroupAttachment
    cognitouserpooluicustomization Cognito::UserPoolUICustomizationAttachment
    configaggregateauthorization Config::AggregationAuthorization
    configorganizationmanagedrule Config::OrganizationConfigRule
    dbclustersnapshot -
    dbinstance RDS::DBInstance
    dbparametergroup RDS::DBParameterGroup
    dbproxy RDS::DBProxy
    dbproxydefaulttargetgroup RDS::DBProxyTargetGroup
    dbproxyendpoint RDS::DBProxyEndpoint
    dbsecuritygroup RDS::DBSecurityGroup
    dbsubnetgroup RDS::DBSubnetGroup
    defaultnetworkacl EC2::NetworkAcl
    defaultroutetable EC2::RouteTable
    defaultsecuritygroup EC2::SecurityGroup
    defaultsubnet EC2::Subnet
    defaultvpc EC2::VPC
    directoryservicedirectory DirectoryService::MicrosoftAD
    docdbcluster DocDB::DBCluster
    docdbclusterinstance DocDB::DBInstance
    docdbclusterparametergroup DocDB::DBClusterParameterGroup
    docdbsubnetgroup DocDB::DBSubnetGroup
    ebsvolume EC2::Volume
    ec2clientvpnnetworkassociation EC2::ClientVpnTargetNetworkAssociation
    ec2managedprefixlist EC2::PrefixList
    ecsclustercapacityproviders ECS::ClusterCapacityProviderAssociations
    elasticachecluster ElastiCache::CacheCluster
    elb ElasticLoadBalancing::LoadBalancer
    fsxlustrefilesystem FSx::FileSystem
    fsxontapfilesystem FSx::FileSystem
    fsxopenzfsfilesystem FSx::FileSystem
    fsxwindowsfilesystem FSx::FileSystem
    gluecatalogdatabase Glue::Database
    gluecatalogtable Glue::Table
    iamgroupmembership IAM::UserToGroupAddition
    iamgrouppolicy IAM::Policy
    iamopenidconnectprovider IAM::OIDCProvider
    iampolicy IAM::ManagedPolicy
    iamrolepolicy IAM::Policy
    iamuserpolicy IAM::Policy
    internetgatewayattachment EC2::VPCGatewayAttachment
    iotpolicyattachment IoT::PolicyPrincipalAttachment
    kmsexternalkey KMS::Key
    lambdafunctioneventinvokeconfig Lambda::EventInvokeConfig
    lambdafunctionurl Lambda::Url
    launchconfiguration AutoScaling::LaunchConfiguration
    lb ElasticLoadBalancingV2::LoadBalancer
    lexbot -
    macie2account Macie::Session
    neptunecluster Neptune::DBCluster
    neptuneclusterinstance Neptune::DBInstance
    neptuneclusterparametergroup Neptune::DBClusterParameterGroup
    neptuneparametergroup Neptune::DBParameterGroup
    neptunesubnetgroup Neptune::DBSubnetGroup
    networkaclassociation EC2::SubnetNetworkAclAssociation
    networkaclrule EC2::NetworkAclEntry
    rdscluster RDS::DBCluster
    rdsclusterinstance RDS::DBInstance
    rdsclusterparametergroup RDS::DBClusterParameterGroup
    redshiftparametergroup Redshift::ClusterParameterGroup
    redshiftsubnetgroup Redshift::ClusterSubnetGroup
    route53hostedzonednssec Route53::DNSSEC
    route53record Route53::RecordSet
    route53resolverconfig Route53Resolver::ResolverConfig
    route53resolverdnssecconfig Route53Resolver::ResolverDNSSECConfig
    route53resolverendpoint Route53Resolver::ResolverEndpoint
    route53resolverquerylogconfig Route53Resolver::ResolverQueryLoggingConfig
    route53resolverquerylogconfigassociation Route53Resolver::ResolverQueryLoggingConfigAssociation
    route53resolverrule Route53Resolver::ResolverRule
    route53resolverruleassociation Route53Resolver::ResolverRuleAssociation
    route53zone Route53::HostedZone
    routetableassociation EC2::SubnetRouteTableAssociation
    sagemakerendpointconfiguration SageMaker::EndpointConfig
    sagemakernotebookinstancelifecycleconfiguration SageMaker::NotebookInstanceLifecycleConfig
    secretsmanagersecretpolicy SecretsManager::ResourcePolicy
    secretsmanagersecretrotation SecretsManager::RotationSchedule
    securityhubaccount SecurityHub::Hub
    securityhubstandardssubscription SecurityHub::Standard
    sesdomainidentity SES::EmailIdentity
    snstopicsubscription SNS::Subscription
    spotfleetrequest EC2::SpotFleet
    ssoadminaccountassignment SSO::Assignment
    vpcendpointserviceallowedprincipal EC2::VPCEndpointServicePermissions
    vpcipv4cidrblockassociation EC2::VPCCidrBlock
    vpcipv6cidrblockassociation EC2::VPCCidrBlock
    vpcsecuritygroupegressrule EC2::SecurityGroupEgress
    vpcsecuritygroupingressrule EC2::SecurityGroupIngress
    vpngatewayattachment EC2::VPCGatewayAttachment
    wafv2webaclloggingconfiguration WAFv2::LoggingConfiguration
    """

  /// Pulumi types as `module.type` in lower case.
  static let pulumi = """
    apigateway.response ApiGateway::GatewayResponse
    cfg.recorder Config::ConfigurationRecorder
    cfg.rule Config::ConfigRule
    ec2transitgateway.transitgateway EC2::TransitGateway
    ecs.ec2service ECS::Service
    ecs.ec2taskdefinition ECS::TaskDefinition
    ecs.fargateservice ECS::Service
    ecs.fargatetaskdefinition ECS::TaskDefinition
    lb.applicationloadbalancer ElasticLoadBalancingV2::LoadBalancer
    lb.networkloadbalancer ElasticLoadBalancingV2::LoadBalancer
    rds.instance RDS::DBInstance
    rds.parametergroup RDS::DBParameterGroup
    rds.proxy RDS::DBProxy
    rds.proxydefaulttargetgroup RDS::DBProxyTargetGroup
    rds.proxyendpoint RDS::DBProxyEndpoint
    rds.subnetgroup RDS::DBSubnetGroup
    s3.bucketv2 S3::Bucket
    """

  /// Construct modules whose resources belong to a service of another name.
  static let modules = """
    cognitoidentitypool Cognito
    core CloudFormation
    eksv2 EKS
    lambdago Lambda
    lambdanodejs Lambda
    lambdapython Lambda
    sam Serverless
    """

  /// What Terraform and Pulumi call a service, where CloudFormation calls it something else.
  static let services = """
    acm CertificateManager
    alb ElasticLoadBalancingV2
    amp APS
    appautoscaling ApplicationAutoScaling
    bedrockagent Bedrock
    cfg Config
    cloudhsmv2 CloudHSM
    cloudwatchevent Events
    cloudwatchlog Logs
    db RDS
    dx DirectConnect
    elb ElasticLoadBalancing
    inspector2 InspectorV2
    keyspaces Cassandra
    lb ElasticLoadBalancingV2
    macie2 Macie
    mq AmazonMQ
    opensearch OpenSearchService
    prometheus APS
    sesv2 SES
    sfn StepFunctions
    spotfleet EC2
    ssoadmin SSO
    timestreamwrite Timestream
    vpc EC2
    """
}
