import TemplateModel

extension Template {
  /// The files that count and belong to a dialect, in their order; for programs also the files in the same
  /// language that no dialect claims, as they hold constants and helpers.
  func programFiles(of dialect: Dialect) -> [Int] {
    let own = files.indices.filter { files[$0].dialect == dialect && files[$0].standing != .superseded }
    let languages = own.map { files[$0].language }.filter { $0.script != nil }
    return files.indices.filter { index in
      let file = files[index]
      guard file.standing != .superseded else { return false }
      return file.dialect == dialect || file.dialect == nil && languages.contains(file.language)
    }
  }
}
