package import TemplateModel
import SourceText
import Syntax

/// Reads AWS CDK programs in TypeScript, JavaScript, Python, Java and Go, whole or in excerpts, without running them.
///
///     files ─► Program ─► construct calls ─► addresses ─► values ─► resources, declarations
///
/// Property names are spelled as in TypeScript (`bucketName`), whatever the language.
package enum CDKReader {
  /// Adds what the program files of an answer declare; they are read together, as they import each other.
  ///
  /// - Parameter files: places in `template.files`; files in other languages are left out.
  package static func read(files: [Int], into template: inout Template) {
    let program = ProgramIndex.program(of: files, in: &template)
    guard !program.files.isEmpty else { return }
    var reading = CDKReading(program: program)
    reading.read(into: &template)
    template.symbols += SymbolUses.find(in: program, of: .cdk)
  }
}

/// The reading of one program.
struct CDKReading {
  let program: Program
  var evaluation: Evaluation
  /// What each construct call is called: unit, name and address.
  private(set) var constructs: [Construct] = []

  /// A construct call with its names.
  struct Construct {
    let call: ConstructCall
    let role: Role
    let name: String
    let unit: String
    let address: String
  }

  enum Role {
    case resource, unit, output, parameter, mapping, condition

    /// What a mention of it is; nil for instances of the program's own classes, whose fields are followed.
    func referenceKind(isOwn: Bool) -> Reference.Kind? {
      switch self {
      case .resource: .resource
      case .unit: isOwn ? nil : .module
      case .output: .local
      case .parameter: .parameter
      case .mapping: .mapping
      case .condition: .condition
      }
    }
  }

  init(program: Program) {
    self.program = program
    evaluation = Evaluation(program: program)
    evaluation.spelling = ConstructSpelling.name
    evaluation.interpretation = CDKInterpretation.value
  }

  mutating func read(into template: inout Template) {
    name(ConstructCalls.all(in: program, evaluation))
    var owners: [String: Int] = [:]
    for construct in constructs {
      switch construct.role {
      case .resource:
        owners[construct.address] = template.resources.count
        let resource = resource(construct)
        template.functions += EmbeddedHandlers.find(
          in: resource, owner: template.resources.count, program, construct, evaluation)
        template.resources.append(resource)
      default: template.declarations.append(declaration(construct))
      }
    }
    ConstructEffects(program: program, evaluation: evaluation, owners: owners).apply(to: &template)
    template.declarations += Dependencies.of(program)
  }

  // MARK: Names

  private mutating func name(_ calls: [ConstructCall]) {
    var units = Units(program: program)
    for call in calls {
      guard let role = CDKReading.role(of: call, program) else { continue }
      let name = call.id.map { ConstructName.text($0, in: call.scope, evaluation) } ?? ""
      if role == .unit { units.add(call, name: name) }
      constructs.append(Construct(call: call, role: role, name: name, unit: "", address: name))
    }
    var seen: [String: Int] = [:]
    var unitsByAddress: [String: String] = [:]
    for index in innermostFirst {
      let old = constructs[index]
      let holder = holder(of: old.call)
      let unit = holder.flatMap { unitsByAddress[$0] } ?? units.unit(of: old.call)
      var address = [holder ?? unit, old.name].filter { !$0.isEmpty }.joined(separator: "/")
      seen[address, default: 0] += 1
      if let count = seen[address], count > 1 { address += "#\(count)" }
      unitsByAddress[address] = unit
      constructs[index] = Construct(
        call: old.call, role: old.role, name: old.name, unit: unit, address: address)
      if let kind = old.role.referenceKind(isOwn: old.call.isOwn) {
        evaluation.targets[old.call.place] = Reference(
          target: old.role == .resource ? address : old.name, kind: kind)
      }
    }
  }

  /// What a construct is put into has its name before it: `api.root.addResource('a').addMethod('GET')` ends with
  /// the method, though both start at one place.
  private var innermostFirst: [Int] {
    constructs.indices.sorted { first, second in
      let (some, other) = (constructs[first].call.place, constructs[second].call.place)
      return (some.file, program[some].range.end, some.node) < (
        other.file, program[other].range.end, other.node
      )
    }
  }

  /// The address of the resource that a construct is put into; nil where it stands in a stack.
  private func holder(of call: ConstructCall) -> String? {
    let parent: Program.Place
    if case .method(_, let owner) = call.maker {
      parent = owner
    } else {
      guard let scope = call.parent, !program.isScope(scope, in: call.scope) else { return nil }
      parent = scope
    }
    guard case .reference(let reference) = evaluation.value(parent, in: call.scope).kind,
      reference.kind == .resource
    else { return nil }
    return reference.target
  }

  /// What a call declares; nil for an app.
  private static func role(of call: ConstructCall, _ program: Program) -> Role? {
    switch call.maker {
    case .library(let construct), .method(let construct, _):
      guard construct.module == "core" else { return .resource }
      switch construct.name {
      case "App", "Stage": return nil
      case "Stack", "NestedStack", "Construct": return .unit
      case "CfnOutput": return .output
      case "CfnParameter": return .parameter
      case "CfnMapping": return .mapping
      case "CfnCondition": return .condition
      case "CfnRule", "CfnInclude": return nil
      default: return .resource
      }
    case .own(let scope):
      if let base = program.scopes[scope].base, let construct = ConstructLibrary.construct(base),
        CanonicalType.ofCDK(module: construct.module, className: construct.name) != nil,
        construct.module != "core"
      {
        return .resource
      }
      return .unit
    case .unknown: return .unit
    }
  }

  // MARK: Resources

  private func resource(_ construct: Construct) -> Resource {
    let call = construct.call
    let location = program.location(call.place)
    let type = call.typeText(program)
    var resource = Resource(
      address: construct.address, type: type, canonicalType: canonicalType(call) ?? type,
      name: construct.name,
      unit: construct.unit, file: program.files[call.place.file].index,
      properties: ConstructProperties.value(of: call, evaluation), location: location,
      nameLocation: call.id.map { program.location($0) } ?? location,
      typeLocation: program.location(call.type))
    (resource.count, resource.condition) = ConstructContexts.values(call, evaluation)
    resource.isLookup = call.lookup != nil
    resource.isComplete = !program[call.place].flags.contains(.incomplete)
    if case .method(_, let owner) = call.maker {
      resource.attributes.append(
        Member(
          key: "scope", keyLocation: program.location(owner), value: evaluation.value(owner, in: call.scope)))
    }
    return resource
  }

  private func canonicalType(_ call: ConstructCall) -> String? {
    switch call.maker {
    case .library(let construct), .method(let construct, _):
      if construct.module == "core", construct.name == "CfnResource",
        let type = ConstructProperties.value(of: call, evaluation)["type"]?.string
      {
        return type
      }
      return CanonicalType.ofCDK(module: construct.module, className: construct.name) ?? construct.title
    case .own(let scope):
      return program.scopes[scope].base.flatMap(ConstructLibrary.construct).flatMap {
        CanonicalType.ofCDK(module: $0.module, className: $0.name)
      }
    case .unknown: return nil
    }
  }

  private func declaration(_ construct: Construct) -> Declaration {
    let call = construct.call
    let kind: Declaration.Kind =
      switch construct.role {
      case .output: .output
      case .parameter: .parameter
      case .mapping: .mapping
      case .condition: .condition
      default: .module
      }
    var value = ConstructProperties.value(of: call, evaluation)
    if kind == .module, case .map(var members) = value.kind {
      let location = program.location(call.type)
      members.append(
        Member(
          key: "type", keyLocation: location, value: Value(.string(call.typeText(program)), at: location)))
      value.kind = .map(members)
    }
    return Declaration(
      kind: kind, name: construct.name, unit: construct.unit, file: program.files[call.place.file].index,
      value: value,
      location: program.location(call.place),
      nameLocation: call.id.map { program.location($0) } ?? program.location(call.place))
  }
}

extension ConstructCall {
  var isOwn: Bool { if case .own = maker { true } else { false } }

  /// The type as written: `s3.Bucket`, `awss3.NewBucket`; for methods the class that they make.
  func typeText(_ program: Program) -> String {
    if case .method(let made, _) = maker { return made.title }
    return program.text(type)
  }
}
