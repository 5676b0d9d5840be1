package import TemplateModel

extension Language {
  /// The language that a fence's info string names, such as `yml` or `TypeScript`; nil where the word is no known name.
  package init?(label: String) {
    switch label.lowercased() {
    case "yaml", "yml": self = .yaml
    case "json", "jsonc", "json5", "jsonl": self = .json
    case "typescript", "ts", "tsx", "mts", "cts": self = .typeScript
    case "javascript", "js", "jsx", "mjs", "cjs", "node", "nodejs": self = .javaScript
    case "python", "py", "python3", "py3": self = .python
    case "java": self = .java
    case "go", "golang": self = .go
    case "hcl", "terraform", "tf", "tfvars", "hcl2": self = .hcl
    case "markdown", "md", "mdx": self = .markdown
    case "bash", "sh", "shell", "zsh", "console", "shell-session", "shellscript", "terminal": self = .shell
    case "dockerfile", "docker": self = .dockerfile
    case "toml": self = .toml
    case "xml", "svg", "pom": self = .xml
    case "sql", "psql", "postgresql", "mysql", "hiveql": self = .sql
    case "html", "htm": self = .html
    case "css", "scss", "less": self = .css
    case "makefile", "make", "mk": self = .makefile
    case "text", "txt", "plaintext", "plain", "csv", "tsv", "log", "output", "ini", "properties", "env",
      "dotenv",
      "conf", "cfg", "ascii", "tree", "gitignore", "mod", "sum", "lock", "http", "gradle", "groovy", "rst",
      "none",
      "tftpl", "tpl", "pem", "vtl", "regex", "nginx", "cypher", "editorconfig", "gotemplate", "rego", "list":
      self = .text
    case "csharp", "cs", "c#": self = .cSharp
    case "rust", "rs": self = .rust
    case "ruby", "rb": self = .ruby
    case "kotlin", "kt", "kts": self = .kotlin
    case "powershell", "ps1", "pwsh": self = .powerShell
    case "batch", "bat", "cmd": self = .batch
    case "diff", "patch": self = .diff
    case "dot", "graphviz": self = .graphviz
    case "mermaid", "mmd": self = .mermaid
    default: return nil
    }
  }

  /// The language that a path's last part stands for: `main.tf`, `Dockerfile`, `prod.tfvars.example`.
  package init?(path: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    switch name {
    case "Dockerfile": self = .dockerfile
    case "Makefile": self = .makefile
    case "Jenkinsfile", "Pipfile", "Procfile", "CODEOWNERS", "LICENSE": self = .text
    default:
      var parts = name.split(separator: ".")
      while parts.count > 2, ["example", "sample", "template", "tmpl", "dist"].contains(parts.last) {
        parts.removeLast()
      }
      guard parts.count > 1 || name.hasPrefix("."), let suffix = parts.last,
        let language = Language(label: String(suffix)), suffix.lowercased() != "node", suffix != "output"
      else { return nil }
      self = language
    }
  }

  /// What a path made up for a block ends in.
  var pathExtension: String {
    switch self {
    case .yaml: "yaml"
    case .json: "json"
    case .typeScript: "ts"
    case .javaScript: "js"
    case .python: "py"
    case .java: "java"
    case .go: "go"
    case .hcl: "tf"
    case .markdown: "md"
    case .shell: "sh"
    case .dockerfile: "dockerfile"
    case .toml: "toml"
    case .xml: "xml"
    case .sql: "sql"
    case .html: "html"
    case .css: "css"
    case .makefile: "mk"
    case .text, .unknown: "txt"
    case .cSharp: "cs"
    case .rust: "rs"
    case .ruby: "rb"
    case .kotlin: "kt"
    case .powerShell: "ps1"
    case .batch: "bat"
    case .diff: "diff"
    case .graphviz: "dot"
    case .mermaid: "mmd"
    }
  }

  /// Whether an infrastructure program or template can be written in it.
  var isTemplateLanguage: Bool {
    switch self {
    case .yaml, .json, .typeScript, .javaScript, .python, .java, .go, .hcl: true
    default: false
    }
  }

  /// Whether a block labelled with the one may hold the other without a remark.
  func isCompatible(with other: Language) -> Bool {
    if self == other || self == .text || other == .text || self == .unknown || other == .unknown {
      return true
    }
    let pair: Set<Language> = [self, other]
    return pair == [.typeScript, .javaScript]
  }
}
