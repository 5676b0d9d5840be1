import SourceText
import TemplateModel

/// `Fn`, `Token` and `Lazy`: the library's ways to write CloudFormation's functions.
enum TokenFunctions {
  /// The model's value of `owner.function(arguments)`; nil for all that is a plain call.
  static func value(_ owner: String, _ function: String, _ arguments: [Value], _ location: SourceLocation)
    -> Value?
  {
    switch owner {
    case "Fn": return fn(function, arguments, location)
    case "Token":
      guard function.hasPrefix("as"), let first = arguments.first else { return nil }
      return Value(first.kind, at: location)
    default: return nil
    }
  }

  private static func fn(_ function: String, _ arguments: [Value], _ location: SourceLocation) -> Value? {
    switch function {
    case "ref":
      guard let name = arguments.first?.string else { return nil }
      let kind: Reference.Kind = name.hasPrefix("AWS::") ? .pseudo : .unresolved
      return Value(.reference(Reference(target: name, kind: kind)), at: location)
    case "getAtt":
      guard arguments.count == 2, let target = arguments[0].string, let attribute = arguments[1].string else {
        return nil
      }
      return Value(.reference(Reference(target: target, attribute: attribute, kind: .resource)), at: location)
    case "join":
      guard arguments.count == 2, let delimiter = arguments[0].string,
        case .list(let parts) = arguments[1].kind
      else {
        return nil
      }
      var joined: [Value] = []
      for (index, part) in parts.enumerated() {
        if index > 0, !delimiter.isEmpty {
          joined.append(Value(.string(delimiter), at: arguments[0].location))
        }
        joined.append(part)
      }
      return Value(.template(joined), at: location)
    case "sub":
      guard let text = arguments.first?.string else { return nil }
      return Value(
        .template(substitution(text, arguments.dropFirst().first, at: arguments[0].location)), at: location)
    case "conditionIf":
      return Value(.call("if", arguments), at: location)
    default:
      let name = function.hasPrefix("condition") ? String(function.dropFirst(9)) : function
      return Value(.call(name.prefix(1).lowercased() + name.dropFirst(), arguments), at: location)
    }
  }

  /// `arn:${AWS::Partition}:s3:::${Bucket.Arn}` in parts.
  private static func substitution(_ text: String, _ variables: Value?, at location: SourceLocation)
    -> [Value]
  {
    var parts: [Value] = []
    var rest = text[...]
    while let open = rest.range(of: "${"), let close = rest[open.upperBound...].firstIndex(of: "}") {
      if open.lowerBound > rest.startIndex {
        parts.append(Value(.string(String(rest[..<open.lowerBound])), at: location))
      }
      let name = String(rest[open.upperBound..<close])
      if let value = variables?[name] {
        parts.append(value)
      } else if name.hasPrefix("!") {
        parts.append(Value(.string("${\(name.dropFirst())}"), at: location))
      } else {
        let pair = name.split(separator: ".", maxSplits: 1).map(String.init)
        let kind: Reference.Kind =
          name.hasPrefix("AWS::") ? .pseudo : pair.count > 1 ? .resource : .unresolved
        parts.append(
          Value(
            .reference(
              Reference(target: pair.first ?? name, attribute: pair.count > 1 ? pair[1] : nil, kind: kind)),
            at: location))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(Value(.string(String(rest)), at: location)) }
    return parts
  }
}

extension Substring {
  /// The first place where a text of ASCII letters stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    guard let first = text.first else { return nil }
    var start = startIndex
    while let found = self[start...].firstIndex(of: first) {
      if self[found...].hasPrefix(text) { return found..<index(found, offsetBy: text.count) }
      start = index(after: found)
    }
    return nil
  }
}
