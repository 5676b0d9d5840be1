import SourceText
import TemplateModel

/// A block on its way to a file: what was read from it and what decides which draft counts.
struct BlockFile: Sendable {
  var file: TemplateFile
  var signs: CodeSigns
  /// The opening fence's line up to the closing one's, or the bare text.
  var blockRange: SourceRange
  var isClosed: Bool
  /// The answer says that it is a part of a file.
  var isPart: Bool
  /// Its path stands in a label of its own rather than in a sentence or a longer heading.
  var isLabelled: Bool
  /// It stands under a heading such as "Reasoning" or "Thinking".
  var isReasoning: Bool
  /// It shows what not to do: "Before", "Incorrect".
  var isCounterExample: Bool
  var languageResult: LanguageDetection.Result
  var label: String

  init(_ block: CodeBlock, document: UInt32, in bytes: UnsafeBufferPointer<UInt8>) {
    let signs = block.bytes.withUnsafeBufferPointer { CodeSigns($0) }
    let given = BlockPath.find(for: block, signs: signs, document: bytes)
    let result = LanguageDetection.language(label: block.label, path: given?.path, signs: signs)
    var file = TemplateFile(
      path: given?.path ?? "block-\(block.number).\(result.language.pathExtension)",
      isPathGiven: given != nil,
      language: result.language, bytes: block.bytes, map: block.map, document: document)
    file.location = SourceLocation(document: document, range: block.range)
    if let dialect = DialectDetection.dialect(language: file.language, path: file.path, signs: signs) {
      (file.dialect, file.dialectReason) = dialect
    }
    file.role = RoleDetection.role(
      path: file.path, language: file.language, dialect: file.dialect, signs: signs)
    self.file = file
    self.signs = signs
    blockRange = block.blockRange
    isClosed = block.isClosed
    isPart = given?.isPart ?? false
    isLabelled = given?.isLabel ?? false
    languageResult = result
    label = block.label
    isReasoning = block.headings.contains { Remark.isReasoning($0, in: bytes) }
    isCounterExample = block.above.prefix(2).contains { Remark.isCounterExample($0.range, in: bytes) }
  }

  /// Whether the text opens as a file does rather than in the middle of one.
  var isWhole: Bool {
    if isPart || signs.isElided { return false }
    switch file.language {
    case .yaml, .json:
      switch file.dialect {
      case .cloudFormation: return signs.hasAny(of: [.templateVersion, .resourcesPart, .serverlessTransform])
      case .gitHubActions: return signs.has(.jobsKey)
      case .gitLabCI: return signs.has(.stagesKey)
      case .compose: return signs.has(.servicesKey)
      case .pulumi: return signs.has(.nameKey)
      default: return false
      }
    case .hcl: return signs.has(.declaration)
    case .typeScript, .javaScript:
      return signs.has(.scriptImport) && signs.hasAny(of: [.declaration, .app, .pulumiCall, .constructCall])
    case .python: return signs.has(.pythonImport) && signs.hasAny(of: [.declaration, .app, .pulumiCall])
    case .java: return signs.has(.javaCode) && signs.has(.declaration)
    case .go: return signs.has(.goCode)
    default: return false
    }
  }
}

/// What the words above a block say about it.
enum Remark {
  static func isReasoning(_ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    contains(["reasoning", "thinking", "thought process"], range, bytes)
  }

  static func isCounterExample(_ range: SourceRange, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.bytes.count < 60 else { return false }
    return contains(
      [
        "before", "incorrect", "wrong", "original", "instead of", "problem:", "❌", "bad ", "not to do",
        "antipattern", "issue:", "error:",
      ], range, bytes)
  }

  private static func contains(
    _ words: [StaticString], _ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let text = bytes[range.bytes.clamped(to: 0..<bytes.count)].map { byte in
      byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
    return text.withUnsafeBufferPointer { text in
      let line = TextLine(text, at: 0)
      return words.contains { line.contains($0) }
    }
  }
}
