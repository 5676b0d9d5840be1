import SourceText
import Syntax

/// What is asked of every node, answered from its stored properties: functions of another module are not inlined,
/// and a template has a hundred thousand nodes.
extension KeyedTree.Node {
  private static let needsDecoding: UInt8 = 1
  private static let incomplete: UInt8 = 2
  private static let withProperties: UInt8 = 64

  var isScalar: Bool { if case .scalar = kind { true } else { false } }
  var isMapping: Bool { if case .mapping = kind { true } else { false } }

  /// Whether the node may have a tag or an anchor.
  var hasProperties: Bool { flags.rawValue & Self.withProperties != 0 }

  /// The bytes of a scalar's text where they stand in the file as they are; nil for others.
  var verbatim: Range<Int>? {
    guard isScalar, flags.rawValue & Self.needsDecoding == 0 else { return nil }
    let (start, end) = (Int(range.start), max(Int(range.start), Int(range.end)))
    switch style {
    case .plain: return start..<end
    case .singleQuoted, .doubleQuoted:
      return flags.rawValue & Self.incomplete != 0 || end - start < 2 ? nil : start + 1..<end - 1
    default: return nil
    }
  }
}
