import TemplateModel

/// Which folder of an answer is the root module, and which folders are modules of their own.
///
///     lib/main.tf               the root, unit ""
///     lib/modules/vpc/main.tf   unit "modules/vpc"
struct TerraformLayout {
  /// The root module's folder, as components.
  private let root: [Substring]

  /// The shallowest folder with Terraform code, where there is one such; otherwise paths count as they are.
  init(files: [TemplateFile]) {
    var shallowest: [[Substring]] = []
    for file in files where file.isPathGiven && !file.path.contains(".tfvars") {
      let folder = TerraformLayout.folder(of: file.path)
      if folder.contains("modules") { continue }
      if let first = shallowest.first, folder.count > first.count { continue }
      if let first = shallowest.first, folder.count < first.count { shallowest = [] }
      if !shallowest.contains(folder) { shallowest.append(folder) }
    }
    root = shallowest.count == 1 ? shallowest[0] : []
  }

  /// The module that a file belongs to: its folder below the root's; empty for the root module.
  func unit(of file: TemplateFile) -> String {
    guard file.isPathGiven else { return "" }
    let folder = TerraformLayout.folder(of: file.path)
    return (folder.starts(with: root) ? folder.dropFirst(root.count) : folder[...]).joined(separator: "/")
  }

  /// The unit that a call's `source` names; nil where the source is no path.
  static func unit(ofSource source: String, calledFrom unit: String) -> String? {
    guard source.hasPrefix("./") || source.hasPrefix("../") else { return nil }
    var parts = unit.split(separator: "/")
    for part in source.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private static func folder(of path: String) -> [Substring] {
    Array(path.split(separator: "/").dropLast().filter { $0 != "." })
  }
}
