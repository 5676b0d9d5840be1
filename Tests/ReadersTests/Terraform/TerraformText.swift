import Readers
import SourceText
import TemplateModel

/// Reads the files of a folder that a test spells out.
func terraform(_ files: (path: String, text: String)...) -> Template {
  TemplateReader.template(from: files.map { SourceFile(path: $0.path, text: $0.text) })
}

/// Reads one `main.tf`.
func terraform(_ text: String) -> Template { terraform(("main.tf", text)) }
