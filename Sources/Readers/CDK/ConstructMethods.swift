import Syntax

/// Methods of constructs that make another construct below their object, with the id that they are given.
enum ConstructMethods {
  /// The construct that a method call makes; nil for other calls.
  static func construct(_ program: Program, _ callee: Program.Place, _ call: Program.Call) -> ConstructCall? {
    let tree = program.tree(callee)
    guard tree[callee.node].kind == .member, let name = tree.name(of: callee.node),
      let object = tree.object(of: callee.node), let made = table[Spelling.camel(tree.text(of: name))],
      program.declaration(callee, in: call.scope) == nil
    else { return nil }
    let arguments = Array(tree.arguments(of: call.place.node))
    let positional = arguments.filter { ![.keywordArgument, .spread, .elision].contains(tree[$0].kind) }
    let takesScope = made.name == "Alarm"
    let place = takesScope ? 1 : 0
    var id = positional.indices.contains(place) ? positional[place] : nil
    var keywords = arguments.filter { [.keywordArgument, .spread].contains(tree[$0].kind) }
    if id == nil, let named = keywords.firstIndex(where: { isID(tree, $0) }) {
      id = tree.value(of: keywords[named])
      keywords.remove(at: named)
    }
    guard let id, isText(tree, id) else { return nil }
    let owner = Program.Place(file: callee.file, node: tree.unwrapped(object))
    var construct = ConstructCall(
      maker: .method(made, owner: owner), place: call.place, type: callee, scope: call.scope,
      contexts: call.contexts)
    construct.id = Program.Place(file: callee.file, node: id)
    construct.rest = Array(positional.dropFirst(place + 1))
    construct.keywords = keywords
    return construct
  }

  private static func isID(_ tree: ScriptTree, _ argument: ScriptTree.NodeID) -> Bool {
    tree.name(of: argument).map { tree.text(of: $0, is: "id") } ?? false
  }

  private static func isText(_ tree: ScriptTree, _ node: ScriptTree.NodeID) -> Bool {
    switch tree[tree.unwrapped(node)].kind {
    case .string, .template, .concatenation, .binary: true
    case .call: tree.isPointer(node)
    default: false
    }
  }

  /// Source: the documentation of aws-cdk-lib 2; methods that take an id as their first argument.
  private static let table: [String: ConstructClass] = {
    var index: [String: ConstructClass] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3 else { continue }
      index[words[0]] = ConstructClass(module: words[1], name: words[2])
    }
    return index
  }()

  static let text = """
    addAppSyncDomainAssociation appsync CfnDomainNameApiAssociation
    addApiKey apigateway ApiKey
    addAsgCapacityProvider ecs AsgCapacityProvider
    addAuthorizer apigateway Authorizer
    addCapacity autoscaling AutoScalingGroup
    addClient cognito UserPoolClient
    addClientVpnEndpoint ec2 ClientVpnEndpoint
    addContainer ecs ContainerDefinition
    addDomain cognito UserPoolDomain
    addDynamoDbDataSource appsync DynamoDbDataSource
    addEventSourceMapping lambda EventSourceMapping
    addFargateProfile eks FargateProfile
    addFlowLog ec2 FlowLog
    addGatewayEndpoint ec2 GatewayVpcEndpoint
    addGatewayResponse apigateway GatewayResponse
    addHelmChart eks HelmChart
    addHttpDataSource appsync HttpDataSource
    addInterfaceEndpoint ec2 InterfaceVpcEndpoint
    addLambdaDataSource appsync LambdaDataSource
    addLifecycleHook autoscaling LifecycleHook
    addListener elasticloadbalancingv2 ApplicationListener
    addManifest eks KubernetesManifest
    addMetricFilter logs MetricFilter
    addModel apigateway Model
    addMethod apigateway Method
    addNodegroupCapacity eks Nodegroup
    addNoneDataSource appsync NoneDataSource
    addPermission lambda CfnPermission
    addProxyRoute apigateway ProxyResource
    addRdsDataSource appsync RdsDataSource
    addRequestValidator apigateway RequestValidator
    addResource apigateway Resource
    addResourceServer cognito UserPoolResourceServer
    addRotationSchedule secretsmanager RotationSchedule
    addSelection backup BackupSelection
    addServiceAccount eks ServiceAccount
    addStream logs LogStream
    addSubscriptionFilter logs SubscriptionFilter
    addTargets elasticloadbalancingv2 ApplicationTargetGroup
    addUsagePlan apigateway UsagePlan
    addVirtualNode appmesh VirtualNode
    createAlarm cloudwatch Alarm
    createResolver appsync Resolver
    createService servicediscovery Service
    scaleOnCpuUtilization applicationautoscaling TargetTrackingScalingPolicy
    scaleOnMemoryUtilization applicationautoscaling TargetTrackingScalingPolicy
    scaleOnMetric applicationautoscaling StepScalingPolicy
    scaleOnRequestCount applicationautoscaling TargetTrackingScalingPolicy
    scaleOnSchedule autoscaling ScheduledAction
    scaleToTrackMetric applicationautoscaling TargetTrackingScalingPolicy
    scaleToTrackCustomMetric applicationautoscaling TargetTrackingScalingPolicy
    """
}
