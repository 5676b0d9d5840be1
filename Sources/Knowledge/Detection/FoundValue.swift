import SourceText
import TemplateModel

/// A value met on the way along a property pattern.
struct FoundValue {
  /// As written: `Listeners[0].Port`.
  var path: PropertyPath
  var value: Value
  /// With the key, where there is one.
  var location: SourceLocation
}

extension Value {
  /// The values at the end of a pattern's steps, in the order of the text.
  func values(
    at steps: ArraySlice<PropertyPattern.Step>, from path: PropertyPath, location: SourceLocation
  ) -> [FoundValue] {
    var found: [FoundValue] = []
    collect(steps, path, location, depth: 0, into: &found)
    return found
  }

  private func collect(
    _ steps: ArraySlice<PropertyPattern.Step>, _ path: PropertyPath, _ location: SourceLocation, depth: Int,
    into found: inout [FoundValue]
  ) {
    guard depth < 64 else { return }
    guard let step = steps.first else {
      found.append(FoundValue(path: path, value: self, location: location))
      return
    }
    if case .list(let elements) = kind {
      for (index, element) in elements.enumerated() {
        element.collect(
          steps, path.appending(.index(index)), element.location, depth: depth + 1, into: &found)
      }
      return
    }
    if case .anyDepth = step {
      collect(steps.dropFirst(), path, location, depth: depth + 1, into: &found)
    }
    for member in members {
      let inner = path.appending(.key(member.key))
      switch step {
      case .key(let key):
        guard PropertyPattern.normal(member.key) == key else { continue }
        member.value.collect(steps.dropFirst(), inner, member.location, depth: depth + 1, into: &found)
      case .like(let pattern):
        guard pattern.matches(PropertyPattern.normal(member.key)) else { continue }
        member.value.collect(steps.dropFirst(), inner, member.location, depth: depth + 1, into: &found)
      case .any:
        member.value.collect(steps.dropFirst(), inner, member.location, depth: depth + 1, into: &found)
      case .anyDepth:
        member.value.collect(steps, inner, member.location, depth: depth + 1, into: &found)
      }
    }
  }
}

extension Resource {
  /// What a pattern finds in the resource.
  ///
  /// A pattern that starts with `@` looks at the attributes beside the
  /// properties: `@DeletionPolicy`.
  func values(at pattern: PropertyPattern) -> [FoundValue] {
    guard case .key(let first)? = pattern.steps.first, first.hasPrefix("@") else {
      return properties.values(at: pattern.steps[...], from: PropertyPath(), location: properties.location)
    }
    var found: [FoundValue] = []
    for attribute in attributes where "@" + PropertyPattern.normal(attribute.key) == first {
      let path = PropertyPath([.key("@" + attribute.key)])
      found += attribute.value.values(
        at: pattern.steps.dropFirst(), from: path, location: attribute.location)
    }
    return found
  }
}
