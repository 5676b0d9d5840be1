import SourceText

extension ScriptTree {
  /// The tree as nested lists, for tests and for people: role, kind, flags and operator, the text of leaves.
  ///
  ///     f(a)   (file statement:(expressionStatement value:(call callee:identifier'f' argument:identifier'a')))
  ///
  /// With ranges, each kind is followed by its byte range, as in `call@0..4`.
  package func dump(_ id: NodeID = ScriptTree.root, ranges: Bool = false) -> String {
    var out = ""
    var open: [NodeID] = []
    for index in subtree(of: id) {
      while let last = open.last, last <= index {
        out += ")"
        open.removeLast()
      }
      if !out.isEmpty { out += " " }
      let node = self[index]
      if node.role != .none, index != id { out += "\(node.role):" }
      let leaf = node.next == index + 1
      if !leaf { out += "(" }
      out += "\(node.kind)"
      if node.op != .none { out += ".\(node.op)" }
      out += node.flags.dump
      if ranges { out += "@\(node.range.start)..\(node.range.end)" }
      if leaf { out += "'\(text(of: index))'" } else { open.append(node.next) }
    }
    return out + String(repeating: ")", count: open.count)
  }
}

extension ScriptTree.Flags {
  fileprivate var dump: String {
    let names: [(ScriptTree.Flags, String)] = [
      (.incomplete, "incomplete"), (.optional, "optional"), (.isStatic, "static"), (.isAsync, "async"),
      (.isConstant, "const"), (.isNew, "new"), (.isComputed, "computed"), (.isExported, "exported"),
      (.isPrivate, "private"),
    ]
    let held = names.filter { contains($0.0) }.map(\.1)
    return held.isEmpty ? "" : "[\(held.joined(separator: ","))]"
  }
}
