import SourceText
import Syntax
import TemplateModel

/// What the functions of Pulumi's own library mean for a value: outputs are what they are made of.
struct PulumiValues {
  let library: PulumiLibrary

  /// The address of a configuration as the target of its name; followed by its namespace.
  static let configuration = "config:"

  func value(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    switch tree[place.node].kind {
    case .member: return setting(evaluation, place, scope)
    case .call:
      // `BucketArgs.builder().bucket("logs").build()`
      if let chain = BuilderChain(tree, place.node) {
        let members = BuilderSteps.members(chain, evaluation, place, scope)
        return Value(.map(members), at: evaluation.program.location(place))
      }
      guard let call = CallParts(evaluation, place, scope) else { return nil }
      return of(call)
    default: return nil
    }
  }

  /// `aws.config.region` is the configuration's `aws:region`.
  private func setting(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    guard evaluation.program.tree(place).language != .go, let symbol = library.symbol(place, in: scope),
      symbol.modules == ["config"], !symbol.isCore
    else { return nil }
    let name = "\(symbol.package):\(Spelling.camel(symbol.name))"
    return Value(
      .reference(Reference(target: name, kind: .parameter)), at: evaluation.program.location(place))
  }

  private func of(_ call: CallParts) -> Value? {
    if let parameter = parameter(call) { return parameter }
    if call.name.hasPrefix("apply") || call.name.hasPrefix("Apply") || call.name == "then" {
      return applied(call)
    }
    guard let callee = call.tree.callee(of: call.place.node) else { return nil }
    let place = Program.Place(file: call.place.file, node: callee)
    if let symbol = library.symbol(place, in: call.scope) {
      if symbol.isCore, let value = core(symbol, call) { return value }
      if symbol.name.isCapitalized, call.tree.language == .python { return arguments(call) }
      return nil
    }
    if call.receiver.map({ call.tree.text(of: $0.node, is: "ctx") }) == true {
      switch call.name {
      case "Stack", "stackName": return pseudo("stack", call)
      case "Project", "projectName": return pseudo("project", call)
      case "config": return configuration(call)
      default: break
      }
    }
    // `TapStackArgs(environment_suffix=…)`
    if call.tree.language == .python, call.name.isCapitalized,
      ["Args", "Config", "Options", "Props"].contains(where: call.name.hasSuffix)
    {
      return arguments(call)
    }
    return attribute(call)
  }

  // MARK: Configuration

  // `config.require("x")`, `cfg.Get("x")`, `ctx.config().requireInt("x")`
  func parameter(_ call: CallParts) -> Value? {
    let method = call.name.lowercased()
    guard method.hasPrefix("get") || method.hasPrefix("require") || method.hasPrefix("try"),
      let receiver = call.receiver,
      let key = call.value(0)?.string
    else { return nil }
    var namespace: String?
    if case .reference(let reference) = call.evaluation.value(receiver, in: call.scope).kind {
      if reference.target.hasPrefix(PulumiValues.configuration) {
        namespace = String(reference.target.dropFirst(PulumiValues.configuration.count))
      } else if reference.kind == .unresolved, ["config", "cfg", "conf"].contains(reference.target) {
        namespace = ""
      }
    }
    guard let namespace else { return nil }
    let name = namespace.isEmpty ? key : "\(namespace):\(key)"
    let value = call.made(.reference(Reference(target: name, kind: .parameter)))
    guard call.positional.count > 1, let fallback = call.value(1), fallback.string != nil else {
      return value
    }
    return call.made(.call("coalesce", [value, fallback]))
  }

  /// The reference that stands for a configuration.
  func configuration(_ call: CallParts) -> Value {
    let place = call.tree.language == .go ? 1 : 0
    let namespace = call.value(place)?.string ?? ""
    return call.made(.reference(Reference(target: PulumiValues.configuration + namespace, kind: .pseudo)))
  }

  // MARK: Outputs

  private func applied(_ call: CallParts) -> Value? {
    guard let receiver = call.receiverValue, let body = call.positional.first else { return nil }
    let program = call.evaluation.program
    let inner = Program.Place(file: body.file, node: call.tree.unwrapped(body.node))
    let function = program.lambdas[inner] ?? program.declaration(inner, in: call.scope)
    guard let function, program.scopes[function].kind == .function,
      let value = call.evaluation.result(of: function, positional: [receiver])
    else { return call.made(.call("apply", [receiver])) }
    return call.made(value.kind)
  }

  private func pseudo(_ name: String, _ call: CallParts) -> Value {
    call.made(.reference(Reference(target: name, kind: .pseudo)))
  }

  private func core(_ symbol: PulumiSymbol, _ call: CallParts) -> Value? {
    switch symbol.name {
    case "getStack", "get_stack": return pseudo("stack", call)
    case "getProject", "get_project": return pseudo("project", call)
    case "concat": return call.made(.template(call.values))
    case "Sprintf": return format(call, FormatText.percent)
    case "format" where call.tree.language == .python:
      return call.value(0).flatMap {
        FormatText.braces($0, Array(call.values.dropFirst()), call.members, at: call.made(.null).location)
      }
    case "format": return format(call, FormatText.percent)
    case "all", "All", "tuple":
      if !call.keywords.isEmpty { return call.made(.map(call.members)) }
      if call.tree.language == .typeScript { return call.value(0) }
      return call.made(.list(call.values))
    case "jsonStringify", "json_dumps", "JSONMarshal":
      return call.value(0).map { call.made(.call("jsonencode", [$0])) }
    case "mergeOptions", "merge": return call.made(.map(call.values.flatMap(\.members)))
    case "ResourceOptions", "InvokeOptions", "CustomTimeouts", "CustomResourceOptions",
      "ComponentResourceOptions":
      return call.tree.language == .python ? arguments(call) : nil
    case "FileAsset", "FileArchive", "StringAsset", "AssetArchive", "RemoteAsset", "RemoteArchive",
      "NewFileAsset", "NewFileArchive", "NewStringAsset", "NewAssetArchive", "NewRemoteAsset",
      "NewRemoteArchive":
      let name = symbol.name.hasPrefix("New") ? String(symbol.name.dropFirst(3)) : symbol.name
      return call.made(.call(name, call.values))
    default:
      // `pulumi.String(x)`, `pulumi.secret(x)`, `Output.of(x)`: the value itself.
      return call.positional.count == 1 && call.keywords.isEmpty ? call.value(0) : nil
    }
  }

  private func format(
    _ call: CallParts, _ format: (Value, [Value], SourceLocation) -> Value?
  ) -> Value? {
    call.value(0).flatMap { format($0, Array(call.values.dropFirst()), call.made(.null).location) }
  }

  /// Named arguments, and those of a dictionary that is given as the only positional one, as a map.
  private func arguments(_ call: CallParts) -> Value {
    call.made(.map((call.positional.count == 1 ? call.value(0)?.members ?? [] : []) + call.members))
  }

  // `bucket.arn()`, `vpc.ID()`: attributes that Java and Go ask as methods. Conversions give the value itself.
  private func attribute(_ call: CallParts) -> Value? {
    guard call.receiver != nil, call.positional.isEmpty, call.keywords.isEmpty,
      let receiver = call.receiverValue
    else {
      return nil
    }
    if call.name.hasPrefix("To")
      && (call.name.hasSuffix("Output") || call.name.hasSuffix("OutputWithContext"))
    {
      return receiver
    }
    if call.name == "Elem" || call.name == "asOutput" { return receiver }
    guard case .reference(var reference) = receiver.kind,
      reference.kind == .resource || reference.kind == .data
    else {
      return nil
    }
    let name = Spelling.camel(call.name)
    reference.attribute = reference.attribute.map { "\($0).\(name)" } ?? name
    return call.made(.reference(reference))
  }
}
