import SourceText
import TemplateModel

/// A block of the outermost level, whether it is written in HCL or in JSON.
struct TerraformBlock {
  var type: String
  var typeLocation: SourceLocation
  var labels: [(text: String, location: SourceLocation)] = []
  /// Arguments and nested blocks; blocks of one name are a list.
  var members: [Member] = []
  var location: SourceLocation
  var isComplete = true
  /// The code that it carries, still without an owner.
  var sources: [EmbeddedCode] = []

  /// The label at a position; empty where it is missing.
  func label(_ position: Int) -> (text: String, location: SourceLocation) {
    labels.indices.contains(position) ? labels[position] : ("", typeLocation)
  }

  func value(_ key: String) -> Value? { members.last { $0.key == key }?.value }

  /// The arguments as one value.
  var body: Value { Value(.map(members), at: location) }
}

/// Members of a body in the making, in which a block's name may occur again and again.
struct TerraformMembers {
  private var entries: [(key: String, keyLocation: SourceLocation, values: [Value])] = []
  private var blocks: [String: Int] = [:]

  mutating func append(argument key: String, at location: SourceLocation, _ value: Value) {
    entries.append((key, location, [value]))
  }

  mutating func append(block key: String, at location: SourceLocation, _ value: Value) {
    if let index = blocks[key] {
      entries[index].values.append(value)
    } else {
      blocks[key] = entries.count
      entries.append((key, location, [value]))
    }
  }

  var members: [Member] {
    entries.map { entry in
      var value = entry.values[0]
      if entry.values.count > 1 {
        let location = value.location.union(entry.values[entry.values.count - 1].location)
        value = Value(.list(entry.values), at: location)
      }
      return Member(key: entry.key, keyLocation: entry.keyLocation, value: value)
    }
  }
}
