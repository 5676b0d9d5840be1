import SourceText
import Syntax

/// Writes the resources of a CloudFormation template as a CDK program with a construct for each.
///
///     Uploads:                            const uploads = new s3.CfnBucket(this, 'Uploads', {
///       Type: AWS::S3::Bucket        →      bucketName: `${cdk.Aws.REGION}-uploads`,
///       Properties:                       });
///         BucketName: !Sub "${AWS::Region}-uploads"
///
/// Only what both can say alike is translated: resources with properties, in an order in which each comes after those it
/// refers to.
struct CDKTranslation {
  private let bytes: [UInt8]
  private let tree: KeyedTree
  private var resources: [(name: String, type: [Substring], properties: KeyedTree.NodeID?)] = []

  init?(_ text: String) {
    bytes = Array(text.utf8)
    tree = YAMLParser.parse(bytes)
    var roots = tree.children(of: KeyedTree.root)
    guard let root = roots.next(), !tree.nodes.contains(where: { $0.kind == .alias }) else { return nil }
    let sections = Array(tree.members(of: root))
    guard sections.count == 1, let section = sections.first, name(section.key) == "Resources" else {
      return nil
    }
    for (key, body) in tree.members(of: section.value) {
      var type: [Substring] = []
      var properties: KeyedTree.NodeID?
      for (attribute, value) in tree.members(of: body) {
        switch name(attribute) {
        case "Type": type = tree.text(of: value, in: bytes).split(separator: ":")
        case "Properties": properties = value
        default: return nil
        }
      }
      guard type.count == 3, type[0] == "AWS" else { return nil }
      resources.append((name(key), type, properties))
    }
    guard !resources.isEmpty else { return nil }
  }

  /// The program; nil where it would say something else than the template.
  var program: String? {
    var imports: [String] = []
    var lines: [String] = []
    var declared: Set<String> = []
    for resource in resources {
      let module = resource.type[1].lowercased()
      let line = "import * as \(module) from 'aws-cdk-lib/aws-\(module)';"
      if !imports.contains(line) { imports.append(line) }
      var properties = ""
      if let node = resource.properties {
        guard let text = text(of: node, declared: declared, depth: 2, isProperty: true) else { return nil }
        properties = ", \(text)"
      }
      lines.append(
        "    const \(variable(resource.name)) = new \(module).Cfn\(resource.type[2])(this, '\(resource.name)'\(properties));"
      )
      declared.insert(resource.name)
    }
    return
      (["import * as cdk from 'aws-cdk-lib';"] + imports
      + [
        "", "export class ExampleStack extends cdk.Stack {",
        "  constructor(scope: cdk.App, id: string, props?: cdk.StackProps) {", "    super(scope, id, props);",
      ] + lines + ["  }", "}", ""]).joined(separator: "\n")
  }

  private func name(_ node: KeyedTree.NodeID) -> String { tree.text(of: node, in: bytes) }

  private func variable(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }

  /// - Parameter isProperty: whether keys are names of properties, which begin small, rather than of a free document.
  private func text(
    of node: KeyedTree.NodeID, declared: Set<String>, depth: Int, isProperty: Bool
  ) -> String? {
    let tag = tree.properties(of: node).map { property in
      String(decoding: bytes[property.tag.bytes.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    switch tag {
    case "!Ref": return reference(name(node), nil, declared)
    case "!GetAtt":
      let parts = name(node).split(separator: ".", maxSplits: 1).map(String.init)
      return parts.count == 2 ? reference(parts[0], parts[1], declared) : nil
    case "!Sub": return template(name(node), declared)
    case .some: return nil
    case nil: break
    }
    let margin = String(repeating: "  ", count: depth + 1)
    switch tree[node].kind {
    case .mapping:
      var lines: [String] = []
      for (key, value) in tree.members(of: node) {
        let key = name(key)
        let inner = isProperty && !key.hasSuffix("Document") && !key.hasSuffix("Policy") && key != "Variables"
        guard let text = text(of: value, declared: declared, depth: depth + 1, isProperty: inner) else {
          return nil
        }
        lines.append("\(margin)'\(isProperty ? variable(key) : key)': \(text),")
      }
      return (["{"] + lines + [margin.dropLast(2) + "}"]).joined(separator: "\n")
    case .sequence:
      var elements: [String] = []
      for child in tree.children(of: node) {
        guard let text = text(of: child, declared: declared, depth: depth, isProperty: isProperty) else {
          return nil
        }
        elements.append(text)
      }
      return "[\(elements.joined(separator: ", "))]"
    case .stream, .scalar, .alias:
      switch tree.coreValue(of: node, in: bytes, schema: .cloudFormation) {
      case .null: return nil
      case .bool(let flag): return String(flag)
      case .integer(let number): return String(number)
      case .float, .string: return quoted(name(node))
      }
    }
  }

  private func reference(_ name: String, _ attribute: String?, _ declared: Set<String>) -> String? {
    if let attribute {
      return declared.contains(name)
        ? "\(variable(name)).attr\(attribute.split(separator: ".").joined())" : nil
    }
    if let pseudo = Self.pseudo[name] { return pseudo }
    return declared.contains(name) ? "\(variable(name)).ref" : nil
  }

  private static let pseudo = [
    "AWS::Region": "cdk.Aws.REGION", "AWS::AccountId": "cdk.Aws.ACCOUNT_ID",
    "AWS::Partition": "cdk.Aws.PARTITION", "AWS::StackName": "cdk.Aws.STACK_NAME",
  ]

  private func template(_ text: String, _ declared: Set<String>) -> String? {
    var result = "`"
    var rest = text[...]
    guard !text.contains("`"), !text.contains("\\") else { return nil }
    while let start = rest.firstRange(of: "${") {
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else { return nil }
      let parts = rest[start.upperBound..<end].split(separator: ".", maxSplits: 1).map(String.init)
      guard let first = parts.first,
        let inner = reference(first, parts.count == 2 ? parts[1] : nil, declared)
      else { return nil }
      result += rest[..<start.lowerBound] + "${\(inner)}"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest + "`"
  }

  private func quoted(_ text: String) -> String? {
    guard !text.contains("`"), !text.contains("\\"), !text.contains("${") else { return nil }
    return text.contains("\n") ? "`\(text)`" : "'\(text.replacing("'", with: "\\'"))'"
  }
}
