import SourceText
import Syntax
import TemplateModel

/// Brings the properties that a program writes into the words of its dialect, whatever its language is.
///
///     cidr_block=…  CidrBlock: …  .cidrBlock(…)     Pulumi: cidrBlock     CDKTF: cidr_block
///
/// Keys that are data (tags, environment variables, policies) stay as they are. On the way, texts that are put
/// together become one row of parts, JSON documents become maps, and a parameter with a fallback the parameter.
struct PropertySpelling {
  enum Style { case camel, snake }

  let style: Style
  let documents: [SourceFile]
  /// What the parameters are where nobody sets them, by name.
  private(set) var defaults: [String: Value] = [:]
  /// Parameters whose names are the user's own: keys of the configuration.
  var settings: Set<String> = []

  init(_ style: Style, documents: [SourceFile]) {
    self.style = style
    self.documents = documents
  }

  /// Properties whose maps have keys of the user's own.
  private static let freeForm: Set<String> = [
    "tags", "tagsAll", "variables", "labels", "annotations", "matchLabels", "data", "stringData", "triggers",
    "keepers",
    "requestParameters", "responseParameters", "requestTemplates", "responseTemplates", "requestModels",
    "responseModels", "stageVariables", "dimensions", "defaultArguments", "selector", "nodeSelector",
    "additionalTags",
    "options", "secretOptions", "dashboardBody", "tagsToAdd", "values",
  ]

  /// Properties whose text is a JSON document.
  private static let documentNames: Set<String> = [
    "policy", "assumeRolePolicy", "policyDocument", "inlinePolicy", "containerDefinitions", "definition",
    "eventPattern", "dashboardBody", "accessPolicies", "accessPolicy", "redrivePolicy", "redriveAllowPolicy",
    "repositoryPolicy", "lifecyclePolicy", "secretString", "filterPolicy", "document", "policyText",
    "keyPolicy",
    "resourcePolicy", "input", "inputTemplate", "body", "kmsKeyPolicy", "accessPolicyDocument", "policyBody",
  ]

  mutating func spelled(_ value: Value, language: ScriptLanguage) -> Value {
    spelled(value, language, isData: false)
  }

  private mutating func spelled(_ value: Value, _ language: ScriptLanguage, isData: Bool) -> Value {
    var value = value
    switch value.kind {
    case .map(let members):
      value.kind = .map(
        members.map { member in
          var member = member
          if !isData { member.key = key(member, language) }
          let camel = Spelling.camel(member.key)
          var inner = false
          if case .map = member.value.kind { inner = PropertySpelling.freeForm.contains(camel) }
          member.value = spelled(member.value, language, isData: isData || inner)
          if PropertySpelling.documentNames.contains(camel),
            let document = JSONDocument.value(of: member.value, documents)
          {
            member.value = document
          }
          return member
        })
    case .list(let values): value.kind = .list(values.map { spelled($0, language, isData: isData) })
    case .template(let parts): value.kind = joined(parts.map { spelled($0, language, isData: isData) })
    case .call("jsonencode", let arguments):
      guard let first = arguments.first else { break }
      let inner = spelled(first, language, isData: true)
      switch inner.kind {
      case .map, .list: return Value(inner.kind, at: inner.location)
      default: value.kind = .call("jsonencode", [inner])
      }
    case .call("coalesce", let arguments):
      let arguments = arguments.map { spelled($0, language, isData: isData) }
      if let first = arguments.first, case .reference(let reference) = first.kind,
        reference.kind == .parameter
      {
        if defaults[reference.target] == nil, arguments.count > 1 {
          defaults[reference.target] = arguments[1]
        }
        value.kind = first.kind
      } else {
        value.kind = .call("coalesce", arguments)
      }
    case .call(let name, let arguments):
      value.kind = .call(name, arguments.map { spelled($0, language, isData: isData) })
    case .reference(let reference): value.kind = .reference(spelled(reference))
    case .null, .bool, .number, .string, .computed: break
    }
    return value
  }

  /// `id`, `bucketArn`, `names[0]`: the attribute in the dialect's spelling.
  private func spelled(_ reference: Reference) -> Reference {
    var reference = reference
    if reference.kind == .parameter || reference.kind == .local, !settings.contains(reference.target),
      !reference.target.utf8.contains(where: { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "/") })
    {
      // A parameter of a component: `environment_suffix` of Python is `environmentSuffix` elsewhere.
      reference.target = Spelling.camel(reference.target)
    }
    guard let attribute = reference.attribute, reference.kind != .parameter else { return reference }
    reference.attribute = attribute.split(separator: ".", omittingEmptySubsequences: false).map { part in
      style == .camel ? Spelling.camel(String(part)) : Spelling.snake(String(part))
    }.joined(separator: ".")
    return reference
  }

  private func key(_ member: Member, _ language: ScriptLanguage) -> String {
    let isQuoted = isQuoted(member)
    switch (style, language) {
    case (.camel, .go): return isQuoted ? member.key : Spelling.camel(member.key)
    case (.camel, .python):
      return member.key.utf8.contains { (0x41...0x5A).contains($0) } ? member.key : Spelling.camel(member.key)
    case (.camel, .typeScript), (.camel, .java): return member.key
    case (.snake, .python):
      return member.key.utf8.first.map { (0x61...0x7A).contains($0) } == true
        ? Spelling.snake(member.key) : member.key
    case (.snake, .go), (.snake, .typeScript), (.snake, .java):
      return isQuoted ? member.key : Spelling.snake(member.key)
    }
  }

  private func isQuoted(_ member: Member) -> Bool {
    let (document, start) = (Int(member.keyLocation.document), Int(member.keyLocation.range.start))
    guard documents.indices.contains(document), documents[document].bytes.indices.contains(start) else {
      return false
    }
    let byte = documents[document].bytes[start]
    return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  /// Parts in a row: rows inside are opened, neighbouring texts joined, a single part stands for itself.
  private func joined(_ parts: [Value]) -> Value.Kind {
    var flat: [Value] = []
    for part in parts {
      for piece in part.opened {
        if let text = piece.text, let last = flat.last, case .string(let before) = last.kind {
          flat[flat.count - 1] = Value(.string(before + text), at: last.location.union(piece.location))
        } else if let text = piece.text {
          flat.append(Value(.string(text), at: piece.location))
        } else {
          flat.append(piece)
        }
      }
    }
    if flat.count == 1 { return flat[0].kind }
    return flat.isEmpty ? .string("") : .template(flat)
  }
}

extension Value {
  /// The parts of a row; the value itself for others.
  fileprivate var opened: [Value] {
    if case .template(let parts) = kind { parts } else { [self] }
  }

  /// What a literal adds to a text.
  fileprivate var text: String? {
    switch kind {
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }
}
