import SourceText
import Syntax
import TemplateModel

/// What the functions of CDKTF's library mean for a value: tokens are what they stand for, `Fn.x` is Terraform's `x`.
struct CDKTFValues {
  let library: CDKTFLibrary

  func value(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    switch tree[place.node].kind {
    case .member: return variable(evaluation, place, scope)
    case .call:
      if let chain = BuilderChain(tree, place.node) {
        return Value(
          .map(BuilderSteps.members(chain, evaluation, place, scope)), at: evaluation.program.location(place))
      }
      return CallParts(evaluation, place, scope).flatMap(of)
    default: return nil
    }
  }

  /// `region.stringValue`: the variable itself.
  private func variable(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let tree = evaluation.program.tree(place)
    guard let name = tree.name(of: place.node), let object = tree.object(of: place.node) else { return nil }
    switch Spelling.camel(tree.text(of: name)) {
    case "value", "stringValue", "numberValue", "booleanValue", "listValue": break
    default: return nil
    }
    let value = evaluation.value(Program.Place(file: place.file, node: object), in: scope)
    guard case .reference(let reference) = value.kind, library.variables.contains(reference.target) else {
      return nil
    }
    return Value(.reference(reference), at: evaluation.program.location(place))
  }

  private func of(_ call: CallParts) -> Value? {
    let owner =
      call.receiver.map { call.tree[$0.node].kind == .call ? "" : call.tree.text(of: $0.node) } ?? ""
    let root = owner.split(separator: ".").last.map(String.init) ?? owner
    switch root {
    case "Fn": return function(call.name, call)
    case "Token", "TerraformIterator": return call.value(0)
    case "Lazy": return call.made(.computed(call.tree.text(of: call.place.node)))
    case "cdktf" where call.name.hasPrefix("Fn_"): return function(String(call.name.dropFirst(3)), call)
    case "cdktf" where call.name.hasPrefix("Token_"): return call.value(0)
    case "jsii": return primitive(call)
    default: break
    }
    if call.tree.language == .python, call.name.isCapitalized, call.positional.count <= 1 {
      // `S3BucketVersioningVersioningConfiguration(status="Enabled")`
      return call.made(.map((call.value(0)?.members ?? []) + call.members))
    }
    return attribute(call)
  }

  /// Terraform's function of the same name; `Fn.rawString(x)` is `x`.
  private func function(_ name: String, _ call: CallParts) -> Value? {
    let name = name.lowercased().filter { $0 != "_" }
    if name == "rawstring" { return call.value(0) }
    return call.made(.call(name, call.values))
  }

  /// `jsii.String("x")` is what it wraps; `jsii.Strings("a", "b")` a list.
  private func primitive(_ call: CallParts) -> Value? {
    switch call.name {
    case "Strings", "Numbers", "Bools": call.made(.list(call.values))
    case "Sprintf":
      call.value(0).flatMap { FormatText.percent($0, Array(call.values.dropFirst()), at: $0.location) }
    default: call.value(0)
    }
  }

  /// `bucket.getArn()`, `vpc.Id()`: attributes that Java and Go ask as methods.
  private func attribute(_ call: CallParts) -> Value? {
    guard call.receiver != nil, call.positional.isEmpty, call.keywords.isEmpty,
      let receiver = call.receiverValue,
      case .reference(var reference) = receiver.kind
    else { return nil }
    if library.variables.contains(reference.target) { return receiver }
    guard reference.kind == .resource || reference.kind == .data else { return nil }
    let asked = call.name.hasPrefix("get") && call.name.count > 3 ? String(call.name.dropFirst(3)) : call.name
    let name = Spelling.snake(Spelling.camel(asked))
    reference.attribute = reference.attribute.map { "\($0).\(name)" } ?? name
    return call.made(.reference(reference))
  }
}
