package import SourceText

/// Everything that one side declares, whatever dialect it is written in.
package struct Template: Sendable {
  /// What the user gave: one Markdown file, or the files of a folder.
  package var documents: [SourceFile]
  package var files: [TemplateFile]
  /// In the order of the files and of the text.
  package var resources: [Resource]
  /// Parameters, outputs and the like, in the order of the files and of the text.
  package var declarations: [Declaration]
  /// Code that a template carries inside a property.
  package var functions: [EmbeddedCode]
  /// The names of libraries that programs use, in the order of the files and of the text.
  package var symbols: [SymbolUse]
  /// What the prose around the code says was changed, in the order of the text.
  package var declaredChanges: [DeclaredChange]
  /// What could not be read, or was read with a doubt, in the order of the files.
  package var problems: [LocatedProblem]

  package init(documents: [SourceFile]) {
    self.documents = documents
    files = []
    resources = []
    declarations = []
    functions = []
    symbols = []
    declaredChanges = []
    problems = []
  }

  /// The declarations of one kind, in the order of the text.
  package func declarations(_ kind: Declaration.Kind) -> [Declaration] {
    declarations.filter { $0.kind == kind }
  }

  /// The files whose text counts.
  package var finalFiles: [TemplateFile] { files.filter { $0.standing == .final } }

  /// The 1-based lines that a location covers in its document.
  package func lines(of location: SourceLocation) -> ClosedRange<Int> {
    guard documents.indices.contains(Int(location.document)) else { return 1...1 }
    return documents[Int(location.document)].lines.lines(of: location.range)
  }

  /// The text of a location.
  package func text(_ location: SourceLocation) -> String {
    guard documents.indices.contains(Int(location.document)) else { return "" }
    return documents[Int(location.document)].text(location.range)
  }
}

/// A problem with the document that it is in.
package struct LocatedProblem: Hashable, Sendable {
  package var problem: SourceProblem
  package var location: SourceLocation

  package init(problem: SourceProblem, location: SourceLocation) {
    self.problem = problem
    self.location = location
  }
}

/// Code inside a property: a Lambda handler in `ZipFile`, a user-data script, a CloudFront function.
package struct EmbeddedCode: Sendable {
  /// Index of the owner in `Template.resources`; nil for handlers that are files of their own.
  package var resource: Int?
  package var language: Language
  package var bytes: [UInt8]
  /// Leads from offsets in `bytes` to those in the document.
  package var map: OffsetMap
  package var location: SourceLocation

  package init(
    resource: Int?, language: Language, bytes: [UInt8], map: OffsetMap, location: SourceLocation
  ) {
    self.resource = resource
    self.language = language
    self.bytes = bytes
    self.map = map
    self.location = location
  }
}
