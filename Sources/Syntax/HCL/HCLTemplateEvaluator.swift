/// Templates: text with values in it.
extension HCLEvaluator {
  /// A string, or the value itself where a quoted template is one interpolation and nothing else.
  mutating func template(_ id: NodeID) -> HCLValue {
    let isQuoted = tree[id].kind == .template
    if isQuoted, let part = tree.child(0, of: id), tree[part].kind == .interpolation,
      tree[part].next == tree[id].next
    {
      return tree.child(0, of: part).map { value(of: $0) } ?? .unknown
    }
    let indentation = bytes.withUnsafeBufferPointer { tree.indentation(of: id, $0) }
    return text(ofParts: id, isQuoted: isQuoted, indentation: indentation).map { .string($0) } ?? .unknown
  }

  private mutating func text(ofParts id: NodeID, isQuoted: Bool, indentation: Int) -> String? {
    var text = ""
    for part in tree.children(of: id) {
      let piece: String?
      switch tree[part].kind {
      case .literal:
        piece = bytes.withUnsafeBufferPointer {
          HCLText(literal: tree[part], $0, isQuoted: isQuoted, indentation: indentation).string
        }
      case .interpolation: piece = tree.child(0, of: part).flatMap { value(of: $0).text }
      case .ifDirective: piece = ifDirective(part, isQuoted: isQuoted, indentation: indentation)
      case .forDirective: piece = forDirective(part, isQuoted: isQuoted, indentation: indentation)
      default: piece = nil
      }
      guard let piece else { return nil }
      text += piece
      steps += piece.utf8.count / HCLEvaluator.bytesPerStep
      guard steps < HCLEvaluator.stepLimit else {
        isLimitReached = true
        return nil
      }
    }
    return text
  }

  private mutating func ifDirective(_ id: NodeID, isQuoted: Bool, indentation: Int) -> String? {
    guard let condition = tree.child(0, of: id), let holds = value(of: condition).asBoolean else {
      return nil
    }
    guard let parts = tree.child(holds ? 1 : 2, of: id) else { return "" }
    return text(ofParts: parts, isQuoted: isQuoted, indentation: indentation)
  }

  private mutating func forDirective(_ id: NodeID, isQuoted: Bool, indentation: Int) -> String? {
    var parts = Array(tree.children(of: id))[...]
    let keyVariable = tree[id].flags.contains(.hasKeyVariable) ? parts.popFirst() : nil
    guard let valueVariable = parts.popFirst(), let collection = parts.popFirst(),
      let body = parts.popFirst(),
      let entries = value(of: collection).entries
    else { return nil }
    let outerLocals = locals
    defer { locals = outerLocals }
    var text = ""
    for entry in entries {
      locals = outerLocals
      bind(keyVariable, entry.key)
      bind(valueVariable, entry.value)
      guard let piece = self.text(ofParts: body, isQuoted: isQuoted, indentation: indentation) else {
        return nil
      }
      text += piece
    }
    return text
  }
}
