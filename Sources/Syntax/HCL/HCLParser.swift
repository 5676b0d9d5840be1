import SourceText

/// Reads HCL2, the language of Terraform.
///
/// The grammar is HashiCorp's specification of the native syntax (hcl/hclsyntax/spec.md). Nothing is thrown: what
/// cannot be read becomes a problem, and reading goes on at the next place that makes sense.
package enum HCLParser {
  /// Brackets, blocks and templates may nest this deep; what lies deeper is reported and left out.
  static let depthLimit = 256

  /// The tree of a file.
  package static func parse(_ bytes: [UInt8]) -> HCLTree {
    bytes.withUnsafeBufferPointer { buffer in
      var builder = HCLTreeBuilder(buffer)
      builder.file()
      return HCLTree(nodes: builder.nodes, problems: builder.sortedProblems())
    }
  }

  /// The tokens of a file, the last one being its end.
  package static func tokens(_ bytes: [UInt8]) -> [HCLToken] { HCLScanner.tokens(bytes) }

  /// The tree of a single expression, which is its node 0.
  package static func parseExpression(_ bytes: [UInt8]) -> HCLTree {
    bytes.withUnsafeBufferPointer { buffer in
      var builder = HCLTreeBuilder(buffer)
      builder.loneExpression()
      return HCLTree(nodes: builder.nodes, problems: builder.sortedProblems())
    }
  }

  /// The tree of a bare template, as `templatefile` reads it; its node 0 is the template without quotes.
  package static func parseTemplate(_ bytes: [UInt8]) -> HCLTree {
    bytes.withUnsafeBufferPointer { buffer in
      var builder = HCLTreeBuilder(buffer, mode: .template)
      builder.loneTemplate()
      return HCLTree(nodes: builder.nodes, problems: builder.sortedProblems())
    }
  }
}
