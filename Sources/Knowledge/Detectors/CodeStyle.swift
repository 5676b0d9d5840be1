import SourceText
import TemplateModel

/// Finds lines of the response's programs that a formatter would change, where the ideal's are formatted.
enum CodeStyle {
  /// Longer lines are reported by the usual linters, in UTF-8 bytes.
  private static let longest = 120

  static func evidence(_ scene: Scene) -> [Evidence] {
    let mostInIdeal = scene.ideal.finalFiles.map { isProgram($0) ? longLines($0).count : 0 }.max() ?? 0
    let idealQuotes = quotes(scene.ideal)
    var found: [Evidence] = []
    for (index, file) in scene.response.files.enumerated() where file.standing == .final && isProgram(file) {
      let long = longLines(file)
      let subject = DeltaSubject(file, order: 4_000_000 + index)
      if long.count >= 3, long.count > 2 * mostInIdeal {
        found.append(
          Evidence(
            subject: subject, detail: "\(long.count) lines of more than \(longest) characters",
            response: long.prefix(40).map(file.location), confidence: 500))
      }
      guard file.language == .typeScript, let idealQuotes, idealQuotes.single > 10 * idealQuotes.double else {
        continue
      }
      let double = doubleQuoted(file)
      if double.count >= 20, double.count > 4 * singleQuoted(file) {
        found.append(
          Evidence(
            subject: subject, detail: "double quotes where the project has single ones",
            response: double.prefix(40).map(file.location), confidence: 450))
      }
    }
    return found
  }

  private static func isProgram(_ file: TemplateFile) -> Bool {
    switch file.language {
    case .typeScript, .javaScript, .python, .go, .java: true
    default: false
    }
  }

  private static func longLines(_ file: TemplateFile) -> [SourceRange] {
    ProgramLine.lines(of: file).filter { $0.indentation + $0.text.count > longest }.map(\.range)
  }

  private static func doubleQuoted(_ file: TemplateFile) -> [SourceRange] {
    ProgramLine.lines(of: file).filter { $0.text.contains(0x22) && !$0.text.contains(0x27) }.map(\.range)
  }

  private static func singleQuoted(_ file: TemplateFile) -> Int { file.bytes.count { $0 == 0x27 } / 2 }

  /// How many quotes of each kind the TypeScript of a template has.
  private static func quotes(_ template: Template) -> (single: Int, double: Int)? {
    var single = 0
    var double = 0
    for file in template.finalFiles where file.language == .typeScript {
      for byte in file.bytes { if byte == 0x27 { single += 1 } else if byte == 0x22 { double += 1 } }
    }
    return single + double == 0 ? nil : (single, double)
  }
}
