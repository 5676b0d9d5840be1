import Syntax

/// A row of calls that builds one value, as Java writes it.
///
///     BucketArgs.builder().bucket("logs").build()          type BucketArgs, steps bucket
///     Bucket.Builder.create(this, "Logs").versioned(true).build()   type Bucket, steps versioned
struct BuilderChain {
  struct Step {
    /// The method's name.
    let name: ScriptTree.NodeID
    /// The call with the arguments.
    let call: ScriptTree.NodeID
  }

  let type: ScriptTree.NodeID
  /// The call that starts the row; its arguments are the scope and the id, if any.
  let start: ScriptTree.NodeID
  let steps: [Step]

  /// - Parameter id: the call of `build`; nil for every other node.
  init?(_ tree: ScriptTree, _ id: ScriptTree.NodeID) {
    guard tree[id].kind == .call, let last = tree.callee(of: id), tree[last].kind == .member,
      let name = tree.name(of: last), tree.text(of: name, is: "build")
    else { return nil }
    var steps: [Step] = []
    var node = id
    while tree[node].kind == .call, let callee = tree.callee(of: node), tree[callee].kind == .member,
      let name = tree.name(of: callee), let object = tree.object(of: callee)
    {
      let inner = tree.unwrapped(object)
      let isBuilder =
        tree[inner].kind == .member && tree.name(of: inner).map { tree.text(of: $0, is: "Builder") } == true
      if tree[node].flags.contains(.isNew), tree.text(of: name, is: "Builder") {
        (type, start, self.steps) = (inner, node, steps.reversed())
        return
      }
      if tree.text(of: name, is: "create"), isBuilder, let type = tree.object(of: inner) {
        (self.type, start, self.steps) = (type, node, steps.reversed())
        return
      }
      if tree.text(of: name, is: "builder"), tree[inner].kind != .call {
        (type, start, self.steps) = (inner, node, steps.reversed())
        return
      }
      if node != id { steps.append(Step(name: name, call: node)) }
      node = inner
    }
    return nil
  }
}
