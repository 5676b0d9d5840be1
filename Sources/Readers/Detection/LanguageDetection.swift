import TemplateModel

/// Decides which language a text is written in, from its label, its path and its content.
///
/// The path is believed before the label, since answers label with less care than they name; the content
/// overrules both only where it shows marks that the named language cannot have.
enum LanguageDetection {
  struct Result {
    var language: Language
    /// Whether the content is of another language than the label or the path says.
    var isLabelWrong = false
    /// Whether a label was given that names no known language.
    var isLabelUnknown = false
  }

  /// - Parameter label: the first word of a fence's info string; empty where there is none.
  static func language(label: String, path: String?, signs: CodeSigns) -> Result {
    let named = path.flatMap { Language(path: $0) }
    let labelled = label.isEmpty ? nil : Language(label: label)
    let isUnknown = !label.isEmpty && labelled == nil
    let seen = language(of: signs)
    guard let stated = named ?? labelled else {
      return Result(
        language: seen ?? (isUnknown ? .unknown : .text), isLabelUnknown: isUnknown && seen == nil)
    }
    guard let seen, !stated.isCompatible(with: seen), !isConfirmed(stated, by: signs),
      isCertain(seen, signs, against: stated)
    else {
      if stated == .text, labelled == nil || labelled == .text, named == nil, let seen, seen != .text {
        return Result(language: seen)
      }
      return Result(language: stated)
    }
    return Result(language: seen, isLabelWrong: true)
  }

  /// Whether the text has the marks of the language it is said to be in, whatever else is embedded in it.
  private static func isConfirmed(_ stated: Language, by signs: CodeSigns) -> Bool {
    switch stated {
    case .yaml:
      signs.firstByte != UInt8(ascii: "{") && signs.hasAny(of: [.templateVersion, .resourceType, .jobsKey])
    case .json: signs.firstByte == UInt8(ascii: "{") && signs.memberLines > 0
    case .hcl: signs.has(.hclBlock)
    case .typeScript, .javaScript: signs.hasAny(of: [.scriptImport, .scriptCode])
    case .python: signs.has(.pythonImport) || signs.has(.pythonCode)
    case .java: signs.has(.javaCode)
    case .go: signs.has(.goCode)
    default: false
    }
  }

  /// What the content alone looks like.
  static func language(of signs: CodeSigns) -> Language? {
    if signs.lines == 0 { return nil }
    if signs.firstByte == UInt8(ascii: "{") || signs.firstByte == UInt8(ascii: "[") {
      if signs.memberLines * 3 > signs.lines || (signs.memberLines > 0 && !signs.has(.scriptImport)) {
        return .json
      }
    }
    if signs.firstByte == UInt8(ascii: "\""), signs.memberLines * 2 >= signs.lines { return .json }
    if signs.drawnLines * 3 > signs.lines { return .text }
    if signs.has(.xml) { return .xml }
    if signs.has(.html) { return .html }
    if signs.has(.mermaid) { return .mermaid }
    if signs.hasAny(of: [.templateVersion, .resourceType]), signs.keyLines * 2 > signs.lines { return .yaml }
    // Scripts of every language stand in heredocs, but no other language has HCL's block headers at the margin.
    // A program that imports an infrastructure library is no HCL, whatever text it carries.
    if signs.has(.hclBlock), signs.assignmentLines + signs.codeLines > 0,
      !signs.hasAny(of: [.cdktf, .cdk, .pulumi])
    {
      return .hcl
    }
    if signs.has(.shellShebang) { return .shell }
    if signs.has(.scriptImport)
      || (signs.has(.scriptCode) && !signs.hasAny(of: [.pythonCode, .javaCode, .goCode]))
    {
      if signs.codeLines * 4 > signs.lines { return signs.has(.typeNotation) ? .typeScript : script(signs) }
    }
    if signs.has(.javaCode), signs.codeLines * 4 > signs.lines { return .java }
    if signs.has(.goCode), !signs.has(.javaCode), signs.has(.scriptCode) == false { return .go }
    if signs.has(.pythonCode) || (signs.has(.pythonImport) && signs.keyLines * 2 < signs.lines) {
      return .python
    }
    if signs.has(.dockerfile), signs.codeLines * 3 < signs.lines { return .dockerfile }
    if signs.has(.section), signs.assignmentLines > 0 { return .toml }
    if signs.commandLines * 3 >= signs.lines { return .shell }
    if signs.headingLines > 0, signs.keyLines * 2 < signs.lines { return .markdown }
    if signs.keyLines * 10 >= (signs.lines - signs.hashLines) * 7, signs.codeLines * 5 < signs.lines,
      signs.lines > 2 || signs.hasAny(of: [.intrinsic])
    {
      return .yaml
    }
    if signs.memberLines * 2 >= signs.lines { return .json }
    return nil
  }

  private static func script(_ signs: CodeSigns) -> Language {
    // ES imports are what TypeScript programs of this field start with; `require` is JavaScript's.
    signs.has(.scriptImport) && signs.hasAny(of: [.cdk, .cdktf, .pulumi]) ? .typeScript : .javaScript
  }

  /// Whether the marks of the language seen cannot occur in the stated one.
  private static func isCertain(_ seen: Language, _ signs: CodeSigns, against stated: Language) -> Bool {
    switch seen {
    case .json:
      stated == .yaml && signs.firstByte == UInt8(ascii: "{") && signs.memberLines * 2 > signs.lines
        || stated.isTemplateLanguage && stated != .yaml && signs.memberLines * 3 > signs.lines * 2
    case .yaml:
      stated == .json || (stated.isTemplateLanguage && signs.hasAny(of: [.templateVersion, .resourceType]))
    case .hcl:
      stated.isTemplateLanguage && signs.hasAny(of: [.hclResource, .hclBlock]) && signs.codeLines > 1
    case .typeScript, .javaScript: stated.isTemplateLanguage && signs.has(.scriptImport)
    case .python: stated.isTemplateLanguage && signs.has(.pythonImport)
    case .java: stated.isTemplateLanguage && signs.has(.javaCode) && stated != .go
    case .go: stated.isTemplateLanguage && signs.has(.goCode)
    default: false
    }
  }
}
