import TemplateModel

extension Value {
  /// Whether a property that is set to this switches its trait on; nil where only a run could tell.
  func isOn(in template: Template) -> Bool? {
    switch kind {
    case .null: return nil
    case .bool(let flag): return flag
    case .number(let text): return Double(text) != 0
    case .string(let text): return !Value.offWords.contains(text.lowercased())
    case .list(let elements): return !elements.isEmpty
    case .map(let members):
      for key in ["enabled", "Enabled", "status", "Status"] {
        if let inner = self[key] { return inner.isOn(in: template) }
      }
      return !members.isEmpty
    case .template: return true
    case .reference(let reference):
      switch reference.kind {
      case .resource, .data: return true
      // A default that switches off may be overruled, and one that is missing will be given.
      case .parameter, .local:
        guard let value = template.literal(of: reference) else { return nil }
        return value.isOn(in: template) == true ? true : nil
      case .condition, .mapping, .module, .pseudo, .unresolved: return nil
      }
    case .call(let name, let arguments):
      if ["if", "coalesce", "lookup", "select", "not", "and", "or", "env", "context"].contains(name) {
        return nil
      }
      return name.first?.isLetter == true && !arguments.isEmpty ? true : nil
    case .computed(let text):
      // An enumeration's element: `BucketEncryption.KMS`, `Tracing.DISABLED`.
      let last = text.split(separator: ".").last ?? ""
      guard text.contains("."), !last.isEmpty,
        last.utf8.allSatisfy({ ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x5F || ($0 >= 0x30 && $0 <= 0x39) })
      else { return nil }
      return !Value.offWords.contains(last.lowercased())
    }
  }

  private static let offWords: Set<String> = [
    "", "false", "disabled", "disable", "none", "no", "off", "suspended", "unencrypted", "passthrough",
    "pass_through", "0",
  ]

  /// A number in the smallest unit of its kind: seconds, megabytes or pieces; nil where only a run could tell.
  ///
  /// - Parameter unit: in what a bare number is counted.
  func amount(_ unit: Trait.Unit, in template: Template) -> Double? {
    switch kind {
    case .number(let text), .string(let text): return Double(text).map { $0 * unit.size }
    case .reference(let reference) where reference.kind == .parameter || reference.kind == .local:
      return template.literal(of: reference)?.amount(unit, in: template)
    case .call(let name, let arguments):
      guard arguments.count == 1, let size = Value.sizes[name] else { return nil }
      return arguments[0].number.map { $0 * size }
    case .computed(let text):
      guard text.hasPrefix("RetentionDays.") else { return nil }
      return Value.retentionDays[String(text.dropFirst(14)).uppercased()].map { $0 * 86400 }
    default: return nil
    }
  }

  /// Source: `Duration` and `Size` of aws-cdk-lib 2.
  private static let sizes: [String: Double] = [
    "Duration.days": 86400, "Duration.hours": 3600, "Duration.minutes": 60, "Duration.seconds": 1,
    "Size.mebibytes": 1, "Size.gibibytes": 1024,
  ]

  /// Source: `RetentionDays` of aws-cdk-lib 2.
  private static let retentionDays: [String: Double] = [
    "ONE_DAY": 1, "THREE_DAYS": 3, "FIVE_DAYS": 5, "ONE_WEEK": 7, "TWO_WEEKS": 14, "ONE_MONTH": 30,
    "TWO_MONTHS": 60, "THREE_MONTHS": 90, "FOUR_MONTHS": 120, "FIVE_MONTHS": 150, "SIX_MONTHS": 180,
    "ONE_YEAR": 365, "THIRTEEN_MONTHS": 400, "EIGHTEEN_MONTHS": 545, "TWO_YEARS": 731, "FIVE_YEARS": 1827,
    "SIX_YEARS": 2192, "SEVEN_YEARS": 2557, "EIGHT_YEARS": 2922, "NINE_YEARS": 3288, "TEN_YEARS": 3653,
  ]
}

extension Template {
  /// The literal that a parameter has by default or a local has; nil where there is none.
  func literal(of reference: Reference) -> Value? {
    for declaration in declarations
    where declaration.kind == .parameter || declaration.kind == .local {
      guard
        declaration.name == reference.target || "var.\(declaration.name)" == reference.target
          || "local.\(declaration.name)" == reference.target
      else { continue }
      let value =
        declaration.kind == .local
        ? declaration.value : declaration.value["Default"] ?? declaration.value["default"]
      switch value?.kind {
      case .bool, .number, .string: return value
      default: return nil
      }
    }
    return nil
  }
}
