package import SourceText

/// What stands behind a property: a literal, a reference, or an expression that keeps its text.
package struct Value: Sendable {
  package var kind: Kind
  package var location: SourceLocation

  /// Lists and maps hold their parts in arrays of their own; only what is large and rare is boxed, so that a scalar
  /// costs no allocation.
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    /// As written: `0x1F`, `1_000`, `1.50`.
    case number(String)
    case string(String)
    case list([Value])
    case map([Member])
    indirect case reference(Reference)
    /// Text and references in a row: `Fn::Sub`, `Fn::Join` with an empty delimiter, an HCL template, an f-string.
    case template([Value])
    /// A function of the language: `if`, `join`, `select`, `split`, `jsonencode`, `Fn.cidr` …
    indirect case call(String, [Value])
    /// What cannot be evaluated without running the program, with its text.
    case computed(String)
  }

  package init(_ kind: Kind, at location: SourceLocation) {
    self.kind = kind
    self.location = location
  }
}

/// A key with its value.
package struct Member: Sendable {
  package var key: String
  package var keyLocation: SourceLocation
  package var value: Value

  package init(key: String, keyLocation: SourceLocation, value: Value) {
    self.key = key
    self.keyLocation = keyLocation
    self.value = value
  }

  /// From the key to the end of the value.
  package var location: SourceLocation { keyLocation.union(value.location) }
}

/// A mention of another declared thing, or of one of its attributes.
package struct Reference: Hashable, Sendable {
  /// The address or name as written: `LogBucket`, `aws_s3_bucket.logs`, `AWS::Region`.
  package var target: String
  /// The attribute asked for: `Arn`, `id`; nil where the thing itself is meant.
  package var attribute: String?
  package var kind: Kind

  package enum Kind: UInt8, Sendable {
    case resource, parameter, condition, mapping, local, module, data
    /// Something that the platform provides, such as `AWS::Region`.
    case pseudo
    /// The template does not say what it is.
    case unresolved
  }

  package init(target: String, attribute: String? = nil, kind: Kind) {
    self.target = target
    self.attribute = attribute
    self.kind = kind
  }
}

extension Value {
  /// The member of a map with this key; the last one where the key is repeated, as it counts.
  package subscript(_ key: String) -> Value? { member(key)?.value }

  /// The member of a map with this key; the last one where the key is repeated, as it counts.
  package func member(_ key: String) -> Member? {
    guard case .map(let members) = kind else { return nil }
    return members.last { $0.key == key }
  }

  /// The value at the end of a row of keys.
  package func at(_ keys: String...) -> Value? {
    var value: Value? = self
    for key in keys { value = value?[key] }
    return value
  }

  package var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  package var bool: Bool? {
    switch kind {
    case .bool(let flag): flag
    case .string("true"), .string("True"): true
    case .string("false"), .string("False"): false
    default: nil
    }
  }

  /// The number as written, also where it is quoted.
  package var number: Double? {
    switch kind {
    case .number(let text), .string(let text): Double(text)
    default: nil
    }
  }

  /// The elements of a list; nothing for other values.
  package var elements: [Value] {
    if case .list(let elements) = kind { elements } else { [] }
  }

  /// The elements of a list, or the value itself, for properties that take one or many.
  package var oneOrMany: [Value] {
    if case .list(let elements) = kind { elements } else { [self] }
  }

  /// The members of a map; nothing for other values.
  package var members: [Member] {
    if case .map(let members) = kind { members } else { [] }
  }

  /// Calls `body` for this value and everything inside it, in the order of the text.
  package func forEach(_ body: (Value) -> Void) {
    body(self)
    switch kind {
    case .list(let values), .template(let values), .call(_, let values):
      for value in values { value.forEach(body) }
    case .map(let members):
      for member in members { member.value.forEach(body) }
    default: break
    }
  }

  /// Every reference inside, with the place where it is written.
  package var references: [(reference: Reference, location: SourceLocation)] {
    var found: [(reference: Reference, location: SourceLocation)] = []
    forEach { value in
      if case .reference(let reference) = value.kind { found.append((reference, value.location)) }
    }
    return found
  }
}
