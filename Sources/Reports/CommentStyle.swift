import TemplateModel

extension Language {
  /// A remark behind a line of code, as a comment where the language has one that may stand there.
  ///
  /// Other languages get an arrow. JSON's are those of JSONC, which is how `fenceName(hasRemarks:)` then labels the block.
  func remark(_ text: String) -> String {
    switch self {
    case .yaml, .python, .hcl, .toml, .shell, .ruby, .powerShell, .makefile: "# \(text)"
    case .json, .typeScript, .javaScript, .java, .go, .cSharp, .rust, .kotlin: "// \(text)"
    case .css: "/* \(text) */"
    case .sql: "-- \(text)"
    case .html, .xml, .markdown: "<!-- \(text) -->"
    case .graphviz: "// \(text)"
    case .mermaid: "%% \(text)"
    case .dockerfile, .text, .batch, .diff, .unknown: "← \(text)"
    }
  }

  /// The info string of a fence.
  func fenceName(hasRemarks: Bool) -> String {
    switch self {
    case .json: hasRemarks ? "jsonc" : "json"
    case .yaml: "yaml"
    case .typeScript: "typescript"
    case .javaScript: "javascript"
    case .python: "python"
    case .java: "java"
    case .go: "go"
    case .hcl: "hcl"
    case .markdown: "markdown"
    case .shell: "bash"
    case .dockerfile: "dockerfile"
    case .toml: "toml"
    case .xml: "xml"
    case .sql: "sql"
    case .html: "html"
    case .css: "css"
    case .makefile: "makefile"
    case .cSharp: "csharp"
    case .rust: "rust"
    case .ruby: "ruby"
    case .kotlin: "kotlin"
    case .powerShell: "powershell"
    case .batch: "batch"
    // What GitHub would draw or colour by its marks is quoted as text.
    case .diff, .graphviz, .mermaid, .text, .unknown: "text"
    }
  }
}
