import TemplateModel

/// What a module declares, so that its references can be told apart.
struct TerraformNames {
  /// `aws_s3_bucket.logs`, `data.aws_ami.ubuntu`
  var resources: Set<String> = []
  var variables: Set<String> = []
  var locals: Set<String> = []
  /// The calls of modules.
  var modules: Set<String> = []
  /// Stands before the addresses of the module's resources: `module.vpc.`; empty in the root module.
  var prefix = ""

  /// What a row of names refers to, and how many of its names the target takes; nil where they cannot be a
  /// reference.
  ///
  ///     var.region              parameter region
  ///     aws_s3_bucket.logs.arn  resource aws_s3_bucket.logs
  ///     data.aws_ami.ubuntu.id  data data.aws_ami.ubuntu
  func reference(to path: [String]) -> (reference: Reference, used: Int)? {
    guard path.count > 1, let root = path.first else { return nil }
    switch root {
    case "var": return (declared(path[1], in: variables, as: .parameter, written: "var.\(path[1])"), 2)
    case "local": return (declared(path[1], in: locals, as: .local, written: "local.\(path[1])"), 2)
    case "module":
      let kind: Reference.Kind = modules.contains(path[1]) ? .module : .unresolved
      return (Reference(target: "\(prefix)module.\(path[1])", kind: kind), 2)
    case "data":
      guard path.count > 2 else { return nil }
      return (resource(path[0...2].joined(separator: "."), as: .data), 3)
    case "each", "count", "path", "self", "terraform":
      return (Reference(target: "\(root).\(path[1])", kind: .pseudo), 2)
    default: return (resource("\(root).\(path[1])", as: .resource), 2)
    }
  }

  private func declared(
    _ name: String, in names: Set<String>, as kind: Reference.Kind, written: String
  ) -> Reference {
    names.contains(name)
      ? Reference(target: name, kind: kind) : Reference(target: written, kind: .unresolved)
  }

  private func resource(_ address: String, as kind: Reference.Kind) -> Reference {
    resources.contains(address)
      ? Reference(target: prefix + address, kind: kind) : Reference(target: address, kind: .unresolved)
  }
}
