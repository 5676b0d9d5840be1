import SourceText
import Syntax
import TemplateModel

/// A call that makes a construct, in whatever way its language writes it.
///
///     new S3Bucket(this, "logs", { … })      S3Bucket(self, "logs", bucket=…)
///     s3bucket.NewS3Bucket(stack, jsii.String("logs"), &s3bucket.S3BucketConfig{…})
///     S3Bucket.Builder.create(this, "logs").bucket(…).build()
struct ConstructCreation {
  let call: Program.Call
  let parts: CallParts
  let chain: BuilderChain?
  /// What is asked to make it: the class, in Go the function.
  let callee: Program.Place

  init?(_ call: Program.Call, _ evaluation: Evaluation) {
    let tree = evaluation.program.tree(call.place)
    let chain = BuilderChain(tree, call.place.node)
    let start = chain.map { Program.Place(file: call.place.file, node: $0.start) } ?? call.place
    guard let parts = CallParts(evaluation, start, call.scope),
      let callee = chain?.type ?? tree.callee(of: call.place.node)
    else { return nil }
    self.call = call
    self.parts = parts
    self.chain = chain
    self.callee = Program.Place(file: call.place.file, node: callee)
  }

  /// The id, where the construct has one: the second argument.
  var idPlace: Program.Place? {
    if let named = parts.keywords.first(where: {
      ["id", "id_", "construct_id", "scope_id"].contains($0.name)
    }) {
      return named.value
    }
    return parts.positional.count > 1 ? parts.positional[1] : nil
  }

  /// Whether the first argument is the construct around it, as every construct has.
  var hasScope: Bool {
    if let named = parts.keywords.first(where: { $0.name == "scope" }) { return isScope(named.value) }
    return parts.positional.first.map(isScope) ?? false
  }

  private func isScope(_ place: Program.Place) -> Bool {
    [.identifier, .member].contains(parts.tree[parts.tree.unwrapped(place.node)].kind)
  }

  /// What the construct is asked to be, from a map, named arguments or builder steps.
  ///
  /// - Parameter first: the place of the properties among the arguments.
  func properties(from first: Int) -> Value {
    let program = parts.evaluation.program
    var members: [Member] = []
    for argument in parts.positional.dropFirst(first) {
      let value = parts.evaluation.value(argument, in: parts.scope)
      switch value.kind {
      case .map(let inner): members += inner
      case .null: continue
      default: members.append(Member(key: "config", keyLocation: value.location, value: value))
      }
    }
    members += parts.members.filter { !["scope", "id", "id_", "construct_id", "scope_id"].contains($0.key) }
    if let chain { members += BuilderSteps.members(chain, parts.evaluation, call.place, call.scope) }
    let location = members.reduce(program.location(call.place)) { _, member in member.location }
    return Value(.map(members), at: members.first?.location.union(location) ?? location)
  }
}
