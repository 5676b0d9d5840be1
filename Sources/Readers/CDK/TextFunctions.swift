import SourceText
import Syntax
import TemplateModel

/// Functions of the languages that make text or unwrap it: `JSON.stringify`, `fmt.Sprintf`, `jsii.String`, `str`.
enum TextFunctions {
  static func value(
    _ evaluation: Evaluation, _ place: Program.Place, _ callee: Program.Place, _ scope: Int
  ) -> Value? {
    let program = evaluation.program
    let tree = program.tree(callee)
    guard tree[callee.node].range.end - tree[callee.node].range.start < 64 else {
      return format(evaluation, place, callee, scope)
    }
    let name = tree.text(of: callee.node)
    let location = program.location(place)
    func first() -> Value? {
      evaluation.arguments(of: place, scope).first.map { Value($0.kind, at: location) }
    }
    switch name {
    case "jsii.String", "jsii.Number", "jsii.Bool", "jsii.Strings", "jsii.Numbers", "jsii.Sprintf":
      if name == "jsii.Sprintf" { return sprintf(evaluation.arguments(of: place, scope), location) }
      if name.hasSuffix("s") { return Value(.list(evaluation.arguments(of: place, scope)), at: location) }
      return first()
    case "JSON.stringify", "json.dumps", "String", "str", "int", "float", "Number", "dict", "list", "tuple",
      "String.valueOf", "Integer.valueOf", "Optional.of", "Objects.requireNonNull", "Array.from", "Boolean",
      "Object.entries", "Object.freeze", "enumerate":
      return first()
    case "List.of", "Arrays.asList", "Set.of", "Collections.singletonList", "ImmutableList.of", "Stream.of":
      return Value(.list(evaluation.arguments(of: place, scope)), at: location)
    case "Map.of", "ImmutableMap.of", "Collections.singletonMap":
      return map(evaluation.arguments(of: place, scope), location)
    case "Map.entry": return Value(.list(evaluation.arguments(of: place, scope)), at: location)
    case "fmt.Sprintf", "String.format": return sprintf(evaluation.arguments(of: place, scope), location)
    case "os.environ.get", "os.getenv", "System.getenv", "os.Getenv", "process.env.get":
      let arguments = evaluation.arguments(of: place, scope)
      guard let key = arguments.first else { return nil }
      let read = Value(.call("env", [key]), at: location)
      return arguments.count > 1 ? Value(.call("coalesce", [read, arguments[1]]), at: location) : read
    default: return format(evaluation, place, callee, scope)
    }
  }

  /// Python's `"{}-logs".format(x)`, Java's `"%s-logs".formatted(x)`.
  private static func format(
    _ evaluation: Evaluation, _ place: Program.Place, _ callee: Program.Place, _ scope: Int
  ) -> Value? {
    let tree = evaluation.program.tree(callee)
    guard tree[callee.node].kind == .member, let object = tree.object(of: callee.node),
      tree[tree.unwrapped(object)].kind == .string, let name = tree.name(of: callee.node)
    else { return nil }
    let location = evaluation.program.location(place)
    let text = evaluation.value(Program.Place(file: callee.file, node: object), in: scope)
    switch tree.text(of: name) {
    case "format" where tree.language == .python:
      return Value(.template(braces(text, evaluation.arguments(of: place, scope))), at: location)
    case "formatted": return sprintf([text] + evaluation.arguments(of: place, scope), location)
    default: return nil
    }
  }

  private static func map(_ arguments: [Value], _ location: SourceLocation) -> Value {
    var members: [Member] = []
    var index = 0
    while index + 1 < arguments.count {
      let key = arguments[index]
      members.append(
        Member(
          key: key.string ?? key.summary(limit: 60), keyLocation: key.location, value: arguments[index + 1]))
      index += 2
    }
    return Value(.map(members), at: location)
  }

  /// `%s-logs` with its arguments in place.
  static func sprintf(_ arguments: [Value], _ location: SourceLocation) -> Value? {
    guard let format = arguments.first, let text = format.string else { return nil }
    var parts: [Value] = []
    var literal = ""
    var next = 1
    var characters = Array(text.utf8)[...]
    var bytes: [UInt8] = []
    while let byte = characters.popFirst() {
      guard byte == UInt8(ascii: "%"), let verb = characters.first else {
        bytes.append(byte)
        continue
      }
      characters = characters.dropFirst()
      if verb == UInt8(ascii: "%") {
        bytes.append(verb)
        continue
      }
      literal = String(decoding: bytes, as: UTF8.self)
      bytes = []
      if !literal.isEmpty { parts.append(Value(.string(literal), at: format.location)) }
      if arguments.indices.contains(next) { parts.append(arguments[next]) }
      next += 1
      // `%02d`, `%.2f`: width and precision stand before the verb.
      var last = verb
      while !(0x61...0x7A).contains(last | 0x20), let digit = characters.popFirst() { last = digit }
    }
    if !bytes.isEmpty {
      parts.append(Value(.string(String(decoding: bytes, as: UTF8.self)), at: format.location))
    }
    return Value(.template(parts), at: location)
  }

  /// `{}-{name}-logs` with its arguments in place.
  private static func braces(_ format: Value, _ arguments: [Value]) -> [Value] {
    guard let text = format.string else { return [format] }
    var parts: [Value] = []
    var rest = text[...]
    var next = 0
    let keywords = arguments.last?.members ?? []
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(Value(.string(String(rest[..<open])), at: format.location)) }
      let name = rest[rest.index(after: open)..<close].prefix { $0 != ":" && $0 != "!" }
      if let keyword = keywords.last(where: { $0.key == name }) {
        parts.append(keyword.value)
      } else {
        let place = Int(name) ?? next
        next += 1
        if arguments.indices.contains(place) { parts.append(arguments[place]) }
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(Value(.string(String(rest)), at: format.location)) }
    return parts
  }
}
