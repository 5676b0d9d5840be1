/// The language that a file is written in.
package enum Language: String, Sendable, CaseIterable {
  case yaml, json, typeScript, javaScript, python, java, go, hcl
  case markdown, shell, dockerfile, toml, xml, sql, html, css, makefile, text
  case cSharp, rust, ruby, kotlin, powerShell, batch, diff, graphviz, mermaid
  case unknown

  /// The name as people write it.
  package var title: String {
    switch self {
    case .yaml: "YAML"
    case .json: "JSON"
    case .typeScript: "TypeScript"
    case .javaScript: "JavaScript"
    case .python: "Python"
    case .java: "Java"
    case .go: "Go"
    case .hcl: "HCL"
    case .markdown: "Markdown"
    case .shell: "shell"
    case .dockerfile: "Dockerfile"
    case .toml: "TOML"
    case .xml: "XML"
    case .sql: "SQL"
    case .html: "HTML"
    case .css: "CSS"
    case .makefile: "Makefile"
    case .text: "plain text"
    case .cSharp: "C#"
    case .rust: "Rust"
    case .ruby: "Ruby"
    case .kotlin: "Kotlin"
    case .powerShell: "PowerShell"
    case .batch: "batch"
    case .diff: "diff"
    case .graphviz: "Graphviz"
    case .mermaid: "Mermaid"
    case .unknown: "unknown"
    }
  }
}

/// The infrastructure tool that a file is written for.
package enum Dialect: String, Sendable, CaseIterable {
  case cloudFormation = "cloudformation"
  case terraform, cdk, cdktf, pulumi
  case compose
  case gitHubActions = "github-actions"
  case gitLabCI = "gitlab-ci"

  /// The name as people write it.
  package var title: String {
    switch self {
    case .cloudFormation: "CloudFormation"
    case .terraform: "Terraform"
    case .cdk: "AWS CDK"
    case .cdktf: "CDKTF"
    case .pulumi: "Pulumi"
    case .compose: "Docker Compose"
    case .gitHubActions: "GitHub Actions"
    case .gitLabCI: "GitLab CI"
    }
  }
}
