import TemplateModel

/// Decides what a file is for, from its path and its content.
enum RoleDetection {
  static func role(path: String, language: Language, dialect: Dialect?, signs: CodeSigns) -> TemplateFile.Role
  {
    let path = path.lowercased()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let test = test(path: path, name: name, language: language, signs: signs) { return test }
    switch language {
    case .markdown, .text, .unknown, .html, .css, .diff, .graphviz, .mermaid:
      return isConfiguration(name) ? .configuration : .document
    case .shell, .makefile, .powerShell, .batch, .sql: return .script
    case .dockerfile, .toml, .xml: return .configuration
    case .yaml, .json: return keyed(name, dialect, signs)
    case .hcl: return hcl(path, name)
    case .typeScript, .javaScript, .python, .java, .go, .cSharp, .rust, .ruby, .kotlin:
      return program(path, name, language, dialect, signs)
    }
  }

  private static func test(
    path: String, name: String, language: Language, signs: CodeSigns
  ) -> TemplateFile.Role? {
    switch language {
    case .typeScript, .javaScript, .python, .java, .go: break
    default: return nil
    }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    let isNamed =
      path.hasPrefix("test/") || path.hasPrefix("tests/") || path.contains("/test/")
      || path.contains("/tests/")
      || path.contains("__tests__") || name.contains(".test.") || name.contains(".spec.")
      || name.hasPrefix("test_")
      || stem.hasSuffix("_test") || (language == .java && stem.hasSuffix("test"))
    guard isNamed || (signs.has(.test) && !signs.hasAny(of: [.stackClass, .handler, .app])) else {
      return nil
    }
    guard !name.hasPrefix("jest.") && !name.hasSuffix("conftest.py") else { return nil }
    return path.contains("integration") || name.contains(".int.") || name.contains("_int_")
      || name.contains("e2e")
      || stem.hasSuffix("int") ? .integrationTest : .unitTest
  }

  private static func keyed(_ name: String, _ dialect: Dialect?, _ signs: CodeSigns) -> TemplateFile.Role {
    switch dialect {
    case .cloudFormation: .stack
    case .compose, .gitHubActions, .gitLabCI: .stack
    case .pulumi: signs.has(.pulumiType) ? .stack : .configuration
    case .terraform: .stack
    case .cdk, .cdktf, nil: .configuration
    }
  }

  private static func hcl(_ path: String, _ name: String) -> TemplateFile.Role {
    if name.contains(".tfvars") || name.contains(".tfrc") || name == ".terraform.lock.hcl"
      || (name.contains("backend") && name.hasSuffix(".hcl"))
    {
      return .configuration
    }
    return path.hasPrefix("modules/") || path.contains("/modules/") ? .module : .stack
  }

  private static func program(
    _ path: String, _ name: String, _ language: Language, _ dialect: Dialect?, _ signs: CodeSigns
  ) -> TemplateFile.Role {
    if name.contains(".config.") || name.hasPrefix(".eslintrc") || name == "setup.py" || name == "conftest.py"
    {
      return .configuration
    }
    if signs.has(.stackClass) { return .stack }
    guard dialect != nil else {
      if signs.has(.handler) || path.contains("lambda") || path.contains("handler") { return .handler }
      return signs.has(.app) ? .entry : .module
    }
    if signs.has(.app) || path.hasPrefix("bin/") || path.contains("/bin/") || name == "__main__.py" {
      return .entry
    }
    if signs.has(.handler), !signs.has(.constructCall), !signs.has(.pulumiCall) { return .handler }
    if dialect == .pulumi, !signs.has(.componentClass),
      ["index.ts", "index.js", "main.go", "main.py"].contains(name)
    {
      return .entry
    }
    if name.contains("stack") { return .stack }
    return .module
  }

  private static func isConfiguration(_ name: String) -> Bool {
    name == "requirements.txt" || name == "go.mod" || name == "go.sum" || name.hasPrefix(".")
      || name.hasSuffix(".ini") || name.hasSuffix(".cfg") || name.hasSuffix(".properties")
      || name.hasSuffix(".env")
      || name.hasSuffix(".gradle") || name.hasSuffix(".lock") || name == "pipfile"
      || name.hasSuffix("-requirements.txt")
  }
}
