import SourceText
import Syntax
import TemplateModel

/// Calls and assignments that change a resource after it was made: grants, `add…`, escape hatches, tags.
struct ConstructEffects {
  let program: Program
  let evaluation: Evaluation
  /// Index in `Template.resources` by address.
  let owners: [String: Int]

  func apply(to template: inout Template) {
    for call in program.calls { apply(call, to: &template) }
  }

  private func apply(_ call: Program.Call, to template: inout Template) {
    let tree = program.tree(call.place)
    guard let callee = tree.callee(of: call.place.node), tree[callee].kind == .member,
      let nameNode = tree.name(of: callee), let object = tree.object(of: callee)
    else { return }
    let name = Spelling.camel(tree.text(of: nameNode))
    guard ConstructEffects.isEffect(name), evaluation.targets[call.place] == nil else { return }
    let objectPlace = Program.Place(file: call.place.file, node: tree.unwrapped(object))
    if name == "add", isTags(objectPlace) {
      tag(objectPlace, call, &template)
      return
    }
    guard case .reference(let reference) = evaluation.value(objectPlace, in: call.scope).kind,
      let owner = owners[reference.target]
    else { return }
    let location = program.location(call.place)
    let nameLocation = program.location(Program.Place(file: call.place.file, node: nameNode))
    let arguments = evaluation.arguments(of: call.place, call.scope).filter { !$0.isNull }
    let effect = Effect(
      name: name, nameLocation: nameLocation, location: location, arguments: arguments,
      via: reference.attribute)
    effect.apply(to: &template.resources[owner])
  }

  private static func isEffect(_ name: String) -> Bool {
    for prefix in [
      "add", "grant", "allow", "applyRemovalPolicy", "override", "on", "enable", "attach", "log",
    ]
    where name.hasPrefix(prefix) {
      return true
    }
    return false
  }

  /// Whether an expression is `Tags.of(…)`, `cdk.Tags.of(…)` or `awscdk.Tags_Of(…)`.
  private func isTags(_ place: Program.Place) -> Bool {
    let tree = program.tree(place)
    guard tree[place.node].kind == .call, let callee = tree.callee(of: place.node),
      tree[callee].range.end - tree[callee].range.start < 40
    else { return false }
    return tree.text(of: callee).hasSuffix("Tags.of") || tree.text(of: callee).hasSuffix("Tags_Of")
  }

  /// `Tags.of(x).add('Key', 'value')`
  private func tag(_ object: Program.Place, _ call: Program.Call, _ template: inout Template) {
    let tree = program.tree(object)
    guard tree[object.node].kind == .call,
      let argument = tree.arguments(of: object.node).first(where: { _ in true })
    else {
      return
    }
    let target = Program.Place(file: object.file, node: tree.unwrapped(argument))
    let arguments = evaluation.arguments(of: call.place, call.scope)
    guard arguments.count >= 2 else { return }
    let members = tags(call, arguments)
    if case .reference(let reference) = evaluation.value(target, in: call.scope).kind,
      let owner = owners[reference.target]
    {
      for member in members { template.resources[owner].properties.add(member, toMap: "tags") }
      return
    }
    let unit =
      program.isSelf(target, in: call.scope)
      ? program.classScope(of: call.scope).map { program.scopes[$0].name } : nil
    let location = program.location(call.place)
    let scope = program.text(target)
    template.declarations.append(
      Declaration(
        kind: .metadata, name: "Tags", unit: unit ?? scope, file: program.files[call.place.file].index,
        value: Value(.map(members), at: location), location: location, nameLocation: program.location(object))
    )
  }

  /// The tags that a call adds: one, or all of a map that a loop around it walks through.
  private func tags(_ call: Program.Call, _ arguments: [Value]) -> [Member] {
    if case .reference(let key) = arguments[0].kind, key.kind == .local || key.kind == .parameter,
      let loop = call.contexts.last(where: { $0.kind == .loop })
    {
      let collection = evaluation.value(loop.place, in: call.scope)
      if !collection.members.isEmpty { return collection.members }
    }
    return [
      Member(
        key: arguments[0].string ?? arguments[0].summary(limit: 60), keyLocation: arguments[0].location,
        value: arguments[1])
    ]
  }
}

/// One change of a resource.
private struct Effect {
  let name: String
  let nameLocation: SourceLocation
  let location: SourceLocation
  let arguments: [Value]
  /// The attribute of the resource that it was called on: `node.defaultChild`, `connections`, `root`.
  let via: String?

  func apply(to resource: inout Resource) {
    switch name {
    case "addPropertyOverride", "addPropertyDeletionOverride":
      override("Properties.", &resource)
    case "addOverride", "addDeletionOverride": override("", &resource)
    case "overrideLogicalId": attribute("logicalId", &resource)
    case "addMetadata": attribute("metadata", &resource)
    case "addDependency", "addDependsOn":
      for value in arguments {
        for found in value.references { resource.dependsOn.append((found.reference, found.location)) }
      }
    case "applyRemovalPolicy":
      if let policy = arguments.first { set("removalPolicy", policy, &resource) }
    case "addEnvironment":
      guard arguments.count >= 2 else { return }
      resource.properties.add(
        Member(
          key: arguments[0].string ?? arguments[0].summary(limit: 60), keyLocation: arguments[0].location,
          value: arguments[1]),
        toMap: "environment")
    case "addBehavior":
      guard let path = arguments.first else { return }
      resource.properties.add(
        Member(
          key: path.string ?? path.summary(limit: 60), keyLocation: path.location,
          value: whole(arguments.dropFirst())),
        toMap: "additionalBehaviors")
    default:
      if name.hasPrefix("grant") {
        append("grants", Value(.call(name, arguments), at: location), &resource)
      } else if via == "connections" || name.hasPrefix("allow") {
        append("connections", Value(.call(name, arguments), at: location), &resource)
      } else if let key = Effect.keys[name] {
        append(key, whole(arguments[...]), &resource)
      } else if name.hasPrefix("add"), name.count > 3 {
        let rest = name.dropFirst(3)
        append(rest.prefix(1).lowercased() + rest.dropFirst(), whole(arguments[...]), &resource)
      }
    }
  }

  /// The lists that a method adds to, in the words of the construct's own properties.
  private static let keys: [String: String] = [
    "addAlarmAction": "alarmActions", "addCapacityProvider": "capacityProviders", "addCorsRule": "cors",
    "addEgressRule": "egress", "addEventNotification": "eventNotifications", "addEventSource": "eventSources",
    "addGlobalSecondaryIndex": "globalSecondaryIndexes", "addIngressRule": "ingress",
    "addInsufficientDataAction": "insufficientDataActions", "addInventory": "inventories",
    "addLayers": "layers",
    "addLifecycleRule": "lifecycleRules", "addLocalSecondaryIndex": "localSecondaryIndexes",
    "addManagedPolicy": "managedPolicies", "addMetric": "metrics", "addMountPoints": "mountPoints",
    "addObjectCreatedNotification": "eventNotifications",
    "addObjectRemovedNotification": "eventNotifications",
    "addOkAction": "okActions", "addPortMappings": "portMappings", "addRoutes": "routes", "addRule": "rules",
    "addSecurityGroup": "securityGroups", "addStage": "stages", "addStatements": "statements",
    "addSubscription": "subscriptions", "addTarget": "targets", "addToPolicy": "policyStatements",
    "addToPrincipalPolicy": "policyStatements", "addToResourcePolicy": "resourcePolicy",
    "addToRolePolicy": "policyStatements", "addUserData": "userData", "addVolume": "volumes",
    "addWidgets": "widgets",
  ]

  /// The names of the arguments that a method takes one by one, as Python may write them.
  private static let parameters: [String: [String]] = [
    "addIngressRule": ["peer", "connection", "description", "remoteRule"],
    "addEgressRule": ["peer", "connection", "description", "remoteRule"],
    "addEventNotification": ["event", "dest", "filters"],
    "addObjectCreatedNotification": ["dest", "filters"],
    "addObjectRemovedNotification": ["dest", "filters"],
  ]

  private func whole(_ arguments: ArraySlice<Value>) -> Value {
    if let names = Effect.parameters[name] { return named(arguments, names) }
    return arguments.count == 1
      ? arguments[arguments.startIndex] : Value(.list(Array(arguments)), at: location)
  }

  /// Positional arguments under their names, together with those that are given by name.
  private func named(_ arguments: ArraySlice<Value>, _ names: [String]) -> Value {
    var members: [Member] = []
    for (index, argument) in arguments.enumerated() {
      if case .map(let given) = argument.kind, given.contains(where: { names.contains($0.key) }) {
        members += given
      } else if index < names.count {
        members.append(Member(key: names[index], keyLocation: argument.location, value: argument))
      }
    }
    return Value(.map(members), at: location)
  }

  private func append(_ key: String, _ value: Value, _ resource: inout Resource) {
    resource.properties.append(value, to: key, keyLocation: nameLocation)
  }

  private func set(_ key: String, _ value: Value, _ resource: inout Resource) {
    guard case .map(var members) = resource.properties.kind else { return }
    members.removeAll { $0.key == key }
    members.append(Member(key: key, keyLocation: nameLocation, value: value))
    resource.properties.kind = .map(members)
  }

  private func override(_ prefix: String, _ resource: inout Resource) {
    guard let path = arguments.first else { return }
    let value = arguments.count > 1 ? arguments[1] : Value(.null, at: location)
    resource.attributes.append(
      Member(key: prefix + (path.string ?? path.summary(limit: 60)), keyLocation: path.location, value: value)
    )
  }

  private func attribute(_ key: String, _ resource: inout Resource) {
    resource.attributes.append(Member(key: key, keyLocation: nameLocation, value: whole(arguments[...])))
  }
}

extension Value {
  /// Adds an element to the list that a member holds; makes the list where there is none.
  fileprivate mutating func append(_ element: Value, to key: String, keyLocation: SourceLocation) {
    guard case .map(var members) = kind else { return }
    if let index = members.lastIndex(where: { $0.key == key }) {
      let held = members[index].value
      members[index].value = Value(.list(held.oneOrMany + [element]), at: held.location)
    } else {
      members.append(
        Member(key: key, keyLocation: keyLocation, value: Value(.list([element]), at: element.location)))
    }
    kind = .map(members)
  }

  /// Adds a member to the map that a member holds; makes the map where there is none.
  fileprivate mutating func add(_ member: Member, toMap key: String) {
    guard case .map(var members) = kind else { return }
    if let index = members.lastIndex(where: { $0.key == key }),
      case .map(let held) = members[index].value.kind
    {
      members[index].value.kind = .map(held.filter { $0.key != member.key } + [member])
    } else {
      members.append(
        Member(key: key, keyLocation: member.keyLocation, value: Value(.map([member]), at: member.location)))
    }
    kind = .map(members)
  }
}

extension Value {
  var isNull: Bool { if case .null = kind { true } else { false } }
}
