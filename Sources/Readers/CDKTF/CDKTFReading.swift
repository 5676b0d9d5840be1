import SourceText
import Syntax
import TemplateModel

/// The reading of the program files of one template.
///
///     calls ─► what each makes, and its id ─► configurations, in which the names stand for what they make ─► overrides
struct CDKTFReading {
  private let program: Program
  private var library: CDKTFLibrary
  private var evaluation: Evaluation
  private var spelling: PropertySpelling
  private var made: [Made] = []
  private var addresses = AddressBook()
  private var declarations: [Declaration] = []
  /// The place of each resource in the template, by its address.
  private var places: [String: Int] = [:]

  /// A call that makes something, and what it is called.
  private struct Made {
    let call: Program.Call
    let kind: CDKTFConstruct
    let name: String
    let unit: String
    let address: String
  }

  init(_ program: Program, documents: [SourceFile]) {
    self.program = program
    library = CDKTFLibrary(program)
    evaluation = Evaluation(program: program)
    spelling = PropertySpelling(.snake, documents: documents)
    interpret()
  }

  private mutating func interpret() {
    let values = CDKTFValues(library: library)
    evaluation.interpretation = { evaluation, place, scope in
      values.value(evaluation, place, scope) ?? LanguageValues.value(evaluation, place, scope)
    }
  }

  mutating func read(into template: inout Template) {
    for call in program.calls { collect(call) }
    // The variables are known now.
    interpret()
    for item in made { describe(item, into: &template) }
    for call in program.calls { change(call, in: &template) }
    declarations += EnvironmentVariables.parameters(
      of: evaluation, defaults: spelling.defaults, besides: library.variables)
    declarations.sort { ($0.file, $0.location.range.start) < ($1.file, $1.location.range.start) }
    template.declarations += declarations
  }

  // MARK: Names

  private mutating func collect(_ call: Program.Call) {
    guard let creation = ConstructCreation(call, evaluation), let kind = library.kind(of: creation) else {
      return
    }
    var name = ""
    if let id = creation.idPlace { name = NameText.text(spelled(evaluation.value(id, in: call.scope), call)) }
    var target: Reference.Kind
    var type = ""
    switch kind {
    case .resource(let known):
      target = known.isData ? .data : .resource
      type = known.terraformType
    case .variable:
      target = .parameter
      library.variables.insert(name)
      spelling.settings.insert(name)
    case .module, .unit: target = .module
    case .backend(let backend):
      target = .local
      name = backend
    case .provider, .output, .local: target = .local
    }
    let unit = library.unit(of: call.scope)
    var address = name
    if !type.isEmpty { address = addresses.address(unit: unit, name: name, type: type) }
    evaluation.targets[call.place] = Reference(target: address, kind: target)
    made.append(Made(call: call, kind: kind, name: name, unit: unit, address: address))
  }

  private mutating func spelled(_ value: Value, _ call: Program.Call) -> Value {
    spelling.spelled(value, language: program.tree(call.place).language)
  }

  // MARK: Constructs

  private mutating func describe(_ item: Made, into template: inout Template) {
    // Taken apart again, as all names are known only now.
    guard let creation = ConstructCreation(item.call, evaluation) else { return }
    switch item.kind {
    case .resource(let known): add(item, known, creation, into: &template)
    case .provider: declare(.provider, item, creation, configuration(creation, from: 2))
    case .backend: declare(.backend, item, creation, configuration(creation, from: 1))
    case .output: declare(.output, item, creation, configuration(creation, from: 2))
    case .variable:
      var value = configuration(creation, from: 2)
      // `default` is a word of Java's own.
      value.kind = .map(
        value.members.map {
          Member(
            key: $0.key == "default_value" ? "default" : $0.key, keyLocation: $0.keyLocation, value: $0.value)
        })
      declare(.parameter, item, creation, value)
    case .local: declare(.local, item, creation, configuration(creation, from: 2))
    case .module: declare(.module, item, creation, configuration(creation, from: 2))
    case .unit(let name):
      let place = program.location(creation.callee)
      let source = Member(key: "source", keyLocation: place, value: Value(.string(name), at: place))
      let value = configuration(creation, from: 2)
      declare(.module, item, creation, Value(.map([source] + value.members), at: value.location))
    }
  }

  private mutating func configuration(_ creation: ConstructCreation, from first: Int) -> Value {
    spelled(creation.properties(from: first), creation.call)
  }

  private mutating func add(
    _ item: Made, _ known: TerraformClass, _ creation: ConstructCreation, into template: inout Template
  ) {
    let call = item.call
    let file = program.files[call.place.file]
    var resource = Resource(
      address: item.address, type: known.name, canonicalType: known.canonicalType, name: item.name,
      unit: item.unit,
      file: file.index, properties: configuration(creation, from: 2), location: program.location(call.place),
      nameLocation: program.location(creation.idPlace ?? call.place),
      typeLocation: program.location(creation.callee))
    resource.isLookup = known.isData || known.provider == "terraform"
    resource.isComplete = !file.tree[call.place.node].flags.contains(.incomplete)
    resource.count = evaluation.count(of: call).map { spelled($0, call) }
    resource.condition = evaluation.condition(of: call).map { spelled($0, call) }
    resource.takeMetaArguments()
    template.functions += EmbeddedAssets.find(in: creation.parts, owner: template.resources.count, resource)
    places[item.address] = template.resources.count
    template.resources.append(resource)
  }

  private mutating func declare(
    _ kind: Declaration.Kind, _ item: Made, _ creation: ConstructCreation, _ value: Value
  ) {
    let call = item.call
    let location = program.location(call.place)
    declarations.append(
      Declaration(
        kind: kind, name: item.name, unit: item.unit, file: program.files[call.place.file].index,
        value: value,
        location: location, nameLocation: creation.idPlace.map { program.location($0) } ?? location))
  }

  // MARK: Overrides

  // `bucket.addOverride("lifecycle.prevent_destroy", true)`, `task.node.addDependency(role)`
  private mutating func change(_ call: Program.Call, in template: inout Template) {
    guard let parts = CallParts(evaluation, call.place, call.scope), let receiver = parts.receiver else {
      return
    }
    switch parts.name {
    case "addOverride", "add_override", "AddOverride":
      guard parts.positional.count == 2, let path = parts.value(0)?.string, let value = parts.value(1) else {
        return
      }
      let keys = path.split(separator: ".").map(String.init)
      let key = Member(
        key: keys.last ?? path, keyLocation: program.location(parts.positional[0]),
        value: spelled(value, call))
      if case .reference(let reference) = evaluation.value(receiver, in: call.scope).kind,
        let index = places[reference.target]
      {
        template.resources[index].properties.put(key, at: keys.dropLast())
        template.resources[index].takeMetaArguments()
      } else if keys.count > 3, keys[0] == "terraform", keys[1] == "backend" {
        let unit = library.unit(of: call.scope)
        guard
          let index = declarations.lastIndex(where: {
            $0.kind == .backend && $0.name == keys[2] && $0.unit == unit
          })
        else { return }
        declarations[index].value.put(key, at: keys[3...].dropLast())
      }
    case "addDependency", "add_dependency", "AddDependency":
      let tree = parts.tree
      let inner = Program.Place(file: receiver.file, node: tree.object(of: receiver.node) ?? receiver.node)
      guard case .reference(let owner) = evaluation.value(inner, in: call.scope).kind,
        let index = places[owner.target]
      else { return }
      for value in parts.values.flatMap(\.oneOrMany) {
        guard case .reference(let reference) = value.kind else { continue }
        template.resources[index].dependsOn.append((reference, value.location))
      }
    default: return
    }
  }
}

extension Resource {
  /// Moves Terraform's meta-arguments from the properties to where the model has a place for them.
  fileprivate mutating func takeMetaArguments() {
    guard case .map(let members) = properties.kind else { return }
    var own: [Member] = []
    for member in members {
      switch member.key {
      case "depends_on":
        for value in member.value.oneOrMany {
          guard case .reference(let reference) = value.kind else { continue }
          dependsOn.append((reference, value.location))
        }
      case "count", "for_each": count = member.value
      case "provider", "lifecycle", "provisioners", "connection": attributes.append(member)
      default: own.append(member)
      }
    }
    properties.kind = .map(own)
  }
}

extension Value {
  /// Sets a member at the end of a row of keys; maps on the way are made, lists are entered by their place.
  fileprivate mutating func put(_ member: Member, at path: ArraySlice<String>) {
    guard let first = path.first else {
      guard case .map(var members) = kind else { return }
      members.removeAll { $0.key == member.key }
      kind = .map(members + [member])
      return
    }
    switch kind {
    case .map(var members):
      if let index = members.lastIndex(where: { $0.key == first }) {
        members[index].value.put(member, at: path.dropFirst())
      } else {
        var inner = Value(.map([]), at: member.location)
        inner.put(member, at: path.dropFirst())
        members.append(Member(key: first, keyLocation: member.keyLocation, value: inner))
      }
      kind = .map(members)
    case .list(var values):
      guard let index = Int(first), values.indices.contains(index) else { return }
      values[index].put(member, at: path.dropFirst())
      kind = .list(values)
    default: break
    }
  }
}
