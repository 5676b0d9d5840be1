import SourceText

extension HCLTree {
  /// The parts of a string or heredoc: literals with the text that they stand for, the others without.
  ///
  /// Escapes are decoded and a heredoc's common indentation is taken out.
  package func templateParts(of id: NodeID, in bytes: [UInt8]) -> [(id: NodeID, text: HCLText?)] {
    bytes.withUnsafeBufferPointer { buffer in
      let indentation = indentation(of: id, buffer)
      let isQuoted = self[id].kind == .template && self[id].range.bytes.first.map { buffer[$0] } == 0x22
      return children(of: id).map { part in
        guard self[part].kind == .literal else { return (part, nil) }
        return (
          part, HCLText(literal: self[part], buffer, isQuoted: isQuoted, indentation: indentation)
        )
      }
    }
  }
}
