import Foundation
import SourceText
import Syntax
import Testing

@Suite(.enabled(if: HCLConformanceSet.areThere, Comment(rawValue: HCLConformanceSet.absence)))
struct HCLConformanceTests {
  @Test func `Clean files of TestParseConfig give HashiCorp's tree with its ranges`() throws {
    let clean = try HCLConformanceSet.cases("TestParseConfig").filter { $0["diagCount"] as? Int == 0 }
    #expect(clean.count == 28)
    for row in clean {
      let bytes = try #require(HCLConformanceSet.bytes(row["input"]))
      let tree = HCLParser.parse(bytes)
      var comparison = HCLTreeComparison(tree, bytes)
      comparison.compare(body: HCLTree.root, with: row["want"] as? [String: Any] ?? [:])
      #expect(tree.problems.isEmpty && comparison.differences.isEmpty, "\(row["input"] ?? "")")
    }
  }

  @Test func `Files of TestParseConfig with errors have a problem on the right line`() throws {
    let faulty = try HCLConformanceSet.cases("TestParseConfig").filter { $0["diagCount"] as? Int != 0 }
    #expect(faulty.count == 20)
    for row in faulty {
      let bytes = try #require(HCLConformanceSet.bytes(row["input"]))
      let lines = LineIndex(bytes)
      let found = HCLParser.parse(bytes).problems.map { lines.line(at: $0.range.start) }
      // All of them stand on the first line that is not blank.
      let wanted = bytes.first == 0x0A ? 2 : 1
      #expect(!found.isEmpty && found.allSatisfy { $0 == wanted }, "\(row["input"] ?? "")")
    }
  }

  @Test func `Tokens of TestScanTokens have HashiCorp's types and ranges`() throws {
    let cases = try HCLConformanceSet.cases("TestScanTokens_normal")
    #expect(cases.count == 62)
    for row in cases {
      let bytes = try #require(HCLConformanceSet.bytes(row["input"]))
      let wanted = (row["want"] as? [[String: Any]] ?? []).map { token in
        "\(token["Type"] ?? "") \(place(token["Range"], "Start")) \(place(token["Range"], "End"))"
      }
      let found = HCLParser.tokens(bytes).map {
        "\(hashicorpName($0.kind)) \(place(of: $0.start, in: bytes)) \(place(of: $0.end, in: bytes))"
      }
      #expect(found == wanted)
    }
  }

  private func place(_ range: Any?, _ end: String) -> String {
    let position = (range as? [String: Any])?[end] as? [String: Any] ?? [:]
    return "\(position["Line"] ?? ""):\(position["Column"] ?? "") \(position["Byte"] ?? "")"
  }

  /// Line, column in grapheme clusters and byte, as HashiCorp counts: a byte-order mark has no width, a byte that
  /// is not UTF-8 is one cluster.
  private func place(of offset: Int, in bytes: [UInt8]) -> String {
    let lines = LineIndex(bytes)
    let start = Int(lines.starts[lines.line(at: UInt32(offset)) - 1])
    var text = bytes[start..<offset]
    if start == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let column = String(decoding: text, as: UTF8.self).count + 1
    return "\(lines.line(at: UInt32(offset))):\(column) \(offset)"
  }

  private func hashicorpName(_ kind: HCLToken.Kind) -> String {
    let name =
      switch kind {
      case .openBrace: "OBrace"
      case .closeBrace: "CBrace"
      case .openParenthesis: "OParen"
      case .closeParenthesis: "CParen"
      case .openQuote: "OQuote"
      case .closeQuote: "CQuote"
      case .openHeredoc: "OHeredoc"
      case .closeHeredoc: "CHeredoc"
      case .equalEqual: "EqualOp"
      case .interpolation: "TemplateInterp"
      case .directive: "TemplateControl"
      case .sequenceEnd: "TemplateSeqEnd"
      case .quotedText: "QuotedLit"
      case .text: "StringLit"
      case .number: "NumberLit"
      case .identifier: "Ident"
      case .badUTF8: "BadUTF8"
      case .end: "EOF"
      default: "\(kind)".prefix(1).uppercased() + "\(kind)".dropFirst()
      }
    return "Token" + name
  }

  @Test(arguments: [("TestExpressionParseAndValue", 123), ("TestTemplateExprParseAndValue", 40)])
  func `Expressions without faults parse, and those with a plain value come to it`(
    function: String, count: Int
  ) throws {
    var values = 0
    for row in try HCLConformanceSet.cases(function) {
      guard let bytes = HCLConformanceSet.bytes(row["input"]) else { continue }
      let isTemplate = function.contains("Template")
      let tree = isTemplate ? HCLParser.parseTemplate(bytes) : HCLParser.parseExpression(bytes)
      if row["diagCount"] as? Int == 0 { #expect(tree.problems.isEmpty, "\(row["input"] ?? "")") }
      guard let wanted = plainValue(row["want"]) else { continue }
      values += 1
      let context = row["ctx"] as? [String: Any]
      var evaluator = HCLEvaluator(
        tree, bytes: bytes,
        variables: (context?["Variables"] as? [String: Any] ?? [:]).compactMapValues(variable),
        functions: functions)
      #expect(evaluator.value(of: HCLTree.root) == wanted, "\(row["input"] ?? "")")
    }
    #expect(values == count)
  }

  private var functions: [String: HCLFunction] {
    var functions = HCLFunctions.standard
    functions["foo::upper"] = functions["upper"]
    functions["negate"] = { arguments in
      if case .number(let number)? = arguments.first { .number(-number) } else { .unknown }
    }
    return functions
  }

  /// A value that stands in the row as plain JSON.
  private func plainValue(_ value: Any?) -> HCLValue? {
    guard let object = value as? [String: Any], object.count == 1, let plain = object["cty"] else {
      return nil
    }
    return converted(plain)
  }

  private func variable(_ value: Any) -> HCLValue? {
    if let code = (value as? [String: Any])?["$go"] as? String {
      return code.hasPrefix("cty.NullVal") ? .null : nil
    }
    return plainValue(value)
  }

  private func converted(_ json: Any) -> HCLValue? {
    switch json {
    case is NSNull: return .null
    case let number as NSNumber:
      return String(cString: number.objCType) == "c"
        ? .boolean(number.boolValue) : .number(number.doubleValue)
    case let text as String: return .string(text)
    case let list as [Any]:
      let elements = list.compactMap(converted)
      return elements.count == list.count ? .list(elements) : nil
    case let object as [String: Any]:
      if object.keys.contains(where: { $0.hasPrefix("$") }) { return nil }
      let members = object.compactMap { name, value in converted(value).map { HCLValue.Member(name, $0) } }
      return members.count == object.count ? .object(of: members) : nil
    default: return nil
    }
  }

  @Test(arguments: [HCLConformanceSet.suite, .testdata, .wild])
  func `Every text is printed back, whole and cut off at every tenth byte`(set: HCLConformanceSet) throws {
    for (number, bytes) in try set.texts().enumerated() {
      #expect(brokenRule(HCLParser.parse(bytes), bytes) == nil)
      // A debug build has the time for all cuts of the small set and for those of every thirtieth file of the others.
      guard set == .suite || number.isMultiple(of: 30) else { continue }
      for end in stride(from: 0, to: bytes.count, by: 10) {
        let start = Array(bytes[..<end])
        #expect(brokenRule(HCLParser.parse(start), start) == nil)
      }
    }
  }

  @Test func `Blocks of files in the wild stand on the lines where peers find them`() throws {
    var exact = 0
    for row in try HCLConformanceSet.wild.rows() {
      guard row["ts_error"] as? Bool == false, row["python_hcl2"] as? Bool == true else { continue }
      guard let bytes = HCLConformanceSet.bytes(row["text"]) else { continue }
      let tree = HCLParser.parse(bytes)
      let lines = LineIndex(bytes)
      let found = tree.blocks(of: HCLTree.root).map { block -> String in
        let range = lines.lines(of: tree[block.id].range)
        let names = [tree.text(of: block.type, in: bytes)] + tree.labels(of: block, in: bytes)
        return "\(names) \(range.lowerBound)-\(range.upperBound)"
      }
      let wanted = (row["blocks"] as? [[Any]] ?? []).map { block in
        "\(block.dropLast(2).map { "\($0)" }) \(block[block.count - 2])-\(block[block.count - 1])"
      }
      #expect(found == wanted, "\(row["path"] ?? "")")
      exact += found == wanted ? 1 : 0
    }
    #expect(exact == 1520)
  }
}
