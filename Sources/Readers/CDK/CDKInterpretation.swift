import SourceText
import Syntax
import TemplateModel

/// What the expressions of CDK programs mean beyond the language: enumerations, structs, builders, tokens.
enum CDKInterpretation {
  /// The value of an expression that the library gives a meaning; nil for all others.
  static func value(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let program = evaluation.program
    let tree = program.tree(place)
    switch tree[place.node].kind {
    case .call: return call(evaluation, place, scope)
    case .member: return member(evaluation, place, scope)
    case .binary where [.or, .coalesce].contains(tree[place.node].op):
      return fallback(evaluation, place, [.left, .right], scope)
    case .conditional: return fallback(evaluation, place, [.then, .otherwise], scope)
    default: return nil
    }
  }

  /// `props?.env || this.node.tryGetContext('env') || 'dev'` is a setting of the program by the name that it is
  /// first asked for; which value it falls back to is no property of a resource.
  private static func fallback(
    _ evaluation: Evaluation, _ place: Program.Place, _ roles: [ScriptTree.Role], _ scope: Int
  ) -> Value? {
    let tree = evaluation.program.tree(place)
    for role in roles {
      guard let node = tree.child(of: place.node, role) else { return nil }
      let value = evaluation.value(Program.Place(file: place.file, node: node), in: scope)
      switch value.kind {
      case .reference(let reference) where reference.kind == .parameter: return value
      case .call("context", let arguments):
        guard let name = arguments.first?.string else { return nil }
        return Value(.reference(Reference(target: name, kind: .parameter)), at: value.location)
      case .call("env", _): return value
      case .null: continue
      default: return nil
      }
    }
    return nil
  }

  // MARK: Members

  private static func member(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let program = evaluation.program
    let tree = program.tree(place)
    guard let object = tree.object(of: place.node), let nameNode = tree.name(of: place.node) else {
      return nil
    }
    let location = program.location(place)
    let name = Spelling.camel(tree.text(of: nameNode))
    let objectPlace = Program.Place(file: place.file, node: tree.unwrapped(object))
    if let path = libraryPath(program, place, scope) {
      return Value(enumeration(path, tree.language), at: location)
    }
    // `this.region`, `Stack.of(this).account`, `stack.partition`
    if let pseudo = PseudoReferences.ofStack[name], program.isScope(objectPlace, in: scope),
      !isField(program, tree.text(of: nameNode), objectPlace, scope)
    {
      return Value(.reference(Reference(target: pseudo, kind: .pseudo)), at: location)
    }
    if ["valueAsString", "valueAsNumber", "valueAsList", "resolvedValue"].contains(name) {
      let base = evaluation.value(objectPlace, in: scope)
      if case .reference = base.kind { return Value(base.kind, at: location) }
    }
    if tree.text(of: object, is: "process.env") || tree.text(of: object, is: "os.environ") {
      let key = Value(
        .string(tree.text(of: nameNode)),
        at: program.location(Program.Place(file: place.file, node: nameNode)))
      return Value(.call("env", [key]), at: location)
    }
    return nil
  }

  private static func isField(
    _ program: Program, _ name: String, _ object: Program.Place, _ scope: Int
  ) -> Bool {
    guard program.isSelf(object, in: scope), let owner = program.classScope(of: scope) else { return false }
    return program.scopes[owner].fields[name] != nil
  }

  /// The way to a member of a library: `[Runtime, NODEJS_18_X]`; nil for everything else.
  static func libraryPath(_ program: Program, _ place: Program.Place, _ scope: Int) -> [String]? {
    if let symbol = program.symbol(place, in: scope) {
      guard symbol.module.isConstructLibrary || symbol.module.contains("jsii-runtime") else { return nil }
      return Array(symbol.path.suffix(2))
    }
    let tree = program.tree(place)
    guard tree[place.node].kind == .member, let object = tree.object(of: place.node),
      let name = tree.name(of: place.node)
    else { return nil }
    let inner = Program.Place(file: place.file, node: tree.unwrapped(object))
    let text = tree.text(of: name)
    guard let construct = program.construct(inner, in: scope) else {
      if tree.language == .java, let name = program.wildcardName(inner, in: scope) { return [name, text] }
      guard tree.language == .go, let found = program.construct(place, in: scope) else { return nil }
      return [found.name]
    }
    return [construct.name, text]
  }

  /// `Runtime.NODEJS_18_X` as text, `Aws.REGION` as a reference.
  private static func enumeration(_ path: [String], _ language: ScriptLanguage) -> Value.Kind {
    var path = path
    if language == .go, let last = path.last, last.contains("_") {
      path = last.split(separator: "_", maxSplits: 1).map(String.init)
    }
    if path.first == "Aws" || path.first == "ScopedAws", path.count == 2 {
      if let pseudo = PseudoReferences.ofAws[path[1].uppercased()] {
        return .reference(Reference(target: pseudo, kind: .pseudo))
      }
    }
    return .computed(path.joined(separator: "."))
  }

  // MARK: Calls

  private static func call(_ evaluation: Evaluation, _ place: Program.Place, _ scope: Int) -> Value? {
    let program = evaluation.program
    let tree = program.tree(place)
    let location = program.location(place)
    if tree.language == .java, let chain = BuilderChain(tree, place.node) {
      let members = chain.steps.map { member($0, place.file, scope, evaluation) }
      let steps = Value(.map(members), at: location)
      let start = Program.Place(file: place.file, node: chain.start)
      let arguments = evaluation.arguments(of: start, scope)
      if arguments.isEmpty { return steps }
      let name = tree.name(of: chain.type).map { tree.text(of: $0) } ?? tree.text(of: chain.type)
      return Value(.call(name, members.isEmpty ? arguments : arguments + [steps]), at: location)
    }
    guard let callee = tree.callee(of: place.node) else { return nil }
    let calleePlace = Program.Place(file: place.file, node: tree.unwrapped(callee))
    if let value = TextFunctions.value(evaluation, place, calleePlace, scope) { return value }
    guard program.declaration(calleePlace, in: scope) == nil else { return nil }
    if let path = libraryPath(program, calleePlace, scope) {
      return library(path, evaluation, place, scope)
    }
    if let construct = program.construct(calleePlace, in: scope) {
      return library([construct.name], evaluation, place, scope)
    }
    return method(evaluation, place, calleePlace, scope)
  }

  /// A function or class of the library: structs become maps, other classes and functions calls.
  private static func library(
    _ path: [String], _ evaluation: Evaluation, _ place: Program.Place, _ scope: Int
  ) -> Value {
    let tree = evaluation.program.tree(place)
    let location = evaluation.program.location(place)
    var path = path
    if tree.language == .go, let last = path.last {
      if last.hasPrefix("New"), last.dropFirst(3).first?.isUppercase == true {
        path = [String(last.dropFirst(3))]
      } else if last.contains("_") {
        path = last.split(separator: "_", maxSplits: 1).map(String.init)
      }
    }
    let arguments = evaluation.arguments(of: place, scope).filter {
      if case .null = $0.kind { false } else { true }
    }
    guard let name = path.last else { return Value(.call("", arguments), at: location) }
    let isClass = name.first?.isUppercase == true && name.contains { $0.isLowercase }
    if isClass,
      path.count == 1 || path.first?.first?.isLowercase == true
        || tree.language != .go && path.count == 2 && tree[place.node].flags.contains(.isNew)
        || tree.language == .python && isModule(path[0])
    {
      if arguments.isEmpty, tree.language == .python || tree.language == .typeScript, path.count > 0 {
        return Value(.call(name, []), at: location)
      }
      if arguments.count == 1, case .map = arguments[0].kind { return Value(arguments[0].kind, at: location) }
      return Value(.call(name, arguments), at: location)
    }
    let function = Spelling.camel(name)
    let owner = path.count > 1 ? path[path.count - 2] : ""
    // Go's enumerations that are made on demand: `awss3.BlockPublicAccess_BLOCK_ALL()`.
    if arguments.isEmpty, !name.contains(where: \.isLowercase) {
      return Value(.computed(path.joined(separator: ".")), at: location)
    }
    if let value = TokenFunctions.value(owner, function, arguments, location) { return value }
    return Value(
      .call(owner.isEmpty || isModule(owner) ? function : "\(owner).\(function)", arguments), at: location)
  }

  private static func isModule(_ name: String) -> Bool { name.first?.isLowercase == true }

  /// A method of something: of a resource a call with the resource first.
  private static func method(
    _ evaluation: Evaluation, _ place: Program.Place, _ callee: Program.Place, _ scope: Int
  ) -> Value? {
    let program = evaluation.program
    let tree = program.tree(callee)
    guard tree[callee.node].kind == .member, let object = tree.object(of: callee.node),
      let nameNode = tree.name(of: callee.node)
    else { return nil }
    let name = Spelling.camel(tree.text(of: nameNode))
    let location = program.location(place)
    let objectPlace = Program.Place(file: callee.file, node: tree.unwrapped(object))
    if name == "tryGetContext" || name == "getContext" {
      return Value(.call("context", evaluation.arguments(of: place, scope)), at: location)
    }
    let attribute = name.hasPrefix("get") && name.count > 3 ? Spelling.camel(String(name.dropFirst(3))) : name
    if let pseudo = PseudoReferences.ofStack[attribute], program.isScope(objectPlace, in: scope) {
      return Value(.reference(Reference(target: pseudo, kind: .pseudo)), at: location)
    }
    let base = evaluation.value(objectPlace, in: scope)
    let arguments = evaluation.arguments(of: place, scope).filter { !$0.isNull }
    switch base.kind {
    case .reference(let reference) where reference.kind == .unresolved: return nil
    case .reference: break
    case .call: return Value(.call(name, [base] + arguments), at: location)
    case .map where ["items", "entries", "entrySet"].contains(name): return Value(base.kind, at: location)
    default: return nil
    }
    if name == "toString" { return Value(base.kind, at: location) }
    if arguments.isEmpty, tree.language == .go || tree.language == .java && name != attribute {
      // Java and Go read attributes by methods: `bucket.getBucketArn()`, `*bucket.BucketArn()`.
      return evaluation.select(attribute, from: base, at: location, text: tree.text(of: place.node))
    }
    guard case .reference(let reference) = base.kind else { return nil }
    if name == "arnForObjects", let pattern = arguments.first {
      let arn = Reference(target: reference.target, attribute: "bucketArn", kind: reference.kind)
      return Value(
        .template([Value(.reference(arn), at: base.location), Value(.string("/"), at: location), pattern]),
        at: location)
    }
    if name == "getAtt", let attribute = arguments.first?.string {
      return evaluation.select(attribute, from: base, at: location, text: tree.text(of: place.node))
    }
    return Value(.call(name, [base] + arguments), at: location)
  }

  /// A step of a builder: `.bucketName("logs")`.
  static func member(
    _ step: BuilderChain.Step, _ file: Int, _ scope: Int, _ evaluation: Evaluation
  ) -> Member {
    let program = evaluation.program
    let tree = program.files[file].tree
    let place = Program.Place(file: file, node: step.call)
    let name = Program.Place(file: file, node: step.name)
    let arguments = evaluation.arguments(of: place, scope)
    let value =
      arguments.count == 1 ? arguments[0] : Value(.list(arguments), at: program.location(place))
    return Member(
      key: evaluation.spelling(tree.text(of: step.name)), keyLocation: program.location(name), value: value)
  }
}

/// What a stack and `Aws` say about the deployment, in the words of CloudFormation.
enum PseudoReferences {
  static let ofStack: [String: String] = [
    "region": "AWS::Region", "account": "AWS::AccountId", "stackName": "AWS::StackName",
    "stackId": "AWS::StackId",
    "partition": "AWS::Partition", "urlSuffix": "AWS::URLSuffix",
  ]
  static let ofAws: [String: String] = [
    "REGION": "AWS::Region", "ACCOUNT_ID": "AWS::AccountId", "STACK_NAME": "AWS::StackName",
    "STACK_ID": "AWS::StackId", "PARTITION": "AWS::Partition", "URL_SUFFIX": "AWS::URLSuffix",
    "NO_VALUE": "AWS::NoValue", "NOTIFICATION_ARNS": "AWS::NotificationARNs",
  ]
}
