import SourceText
import TemplateModel

/// `Pipfile` and `pyproject.toml`, line by line: packages are dependencies, all other keys are settings.
///
///     [packages]
///     boto3 = "==1.34"                dependency boto3: "==1.34"
///     [project]
///     dependencies = [
///       "pulumi>=3",                  dependency pulumi: ">=3"
///     ]
///     name = "stack"                  setting project.name: "stack"
///
/// This is no TOML parser: a value that spans lines is kept as its text.
enum TOMLLines {
  static func read(file index: Int, into template: inout Template) {
    let file = template.files[index]
    template.declarations += file.bytes.withUnsafeBufferPointer { bytes in
      var reading = Reading(bytes: bytes, file: file, index: index)
      reading.read()
      return reading.declarations
    }
  }

  private static let packages: Set<String> = [
    "packages", "dev-packages", "tool.poetry.dependencies", "tool.poetry.dev-dependencies",
    "tool.poetry.group.dev.dependencies",
  ]

  private struct Reading {
    let bytes: UnsafeBufferPointer<UInt8>
    let file: TemplateFile
    let index: Int
    var declarations: [Declaration] = []
    private var section = ""

    init(bytes: UnsafeBufferPointer<UInt8>, file: TemplateFile, index: Int) {
      self.bytes = bytes
      self.file = file
      self.index = index
    }

    mutating func read() {
      var offset = 0
      while offset < bytes.count {
        let line = TextLine(bytes, at: offset)
        offset = line.next
        if line.first == UInt8(ascii: "[") {
          section = line.text.filter { $0 != "[" && $0 != "]" && $0 != "\"" }
        } else if !line.isBlank, line.first != UInt8(ascii: "#"), let equal = equalSign(line) {
          offset = assignment(line, equal)
        }
      }
    }

    private func equalSign(_ line: TextLine) -> Int? {
      (line.start..<line.end).first { bytes[$0] == UInt8(ascii: "=") }
    }

    /// Reads `key = value`; the offset behind it.
    private mutating func assignment(_ line: TextLine, _ equal: Int) -> Int {
      var keyEnd = equal
      while keyEnd > line.start, bytes[keyEnd - 1] == 0x20 { keyEnd -= 1 }
      var start = equal + 1
      while start < line.end, bytes[start] == 0x20 { start += 1 }
      var end = line.end
      var next = line.next
      if start < line.end, bytes[start] == UInt8(ascii: "[") {
        while bytes[end - 1] != UInt8(ascii: "]"), next < bytes.count {
          let line = TextLine(bytes, at: next)
          if line.end > line.start { end = line.end }
          next = line.next
        }
      }
      let key = SourceRange(line.start, keyEnd)
      let name = file.text(key).filter { $0 != "\"" }
      if section == "project" || section.hasPrefix("project.optional-dependencies"),
        name == "dependencies" || section != "project"
      {
        requirements(start, end)
      } else {
        declare(name, key, SourceRange(start, end))
      }
      return next
    }

    private mutating func declare(_ name: String, _ key: SourceRange, _ value: SourceRange) {
      let isPackage = TOMLLines.packages.contains(section)
      let text = file.text(value)
      let isString = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
      declarations.append(
        Declaration(
          kind: isPackage ? .dependency : .setting,
          name: isPackage || section.isEmpty ? name : "\(section).\(name)",
          unit: file.isPathGiven ? file.path : "", file: index,
          value: Value(
            isString ? .string(String(text.dropFirst().dropLast())) : .computed(text),
            at: file.location(value)),
          location: file.location(key.union(value)), nameLocation: file.location(key)))
    }

    /// The quoted requirements of a list.
    private mutating func requirements(_ start: Int, _ end: Int) {
      var offset = start
      while offset < end {
        let quote = bytes[offset]
        offset += 1
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
        let first = offset
        while offset < end, bytes[offset] != quote { offset += 1 }
        if let found = Requirements.dependency(bytes, first, offset, file, index) {
          declarations.append(found)
        }
        offset += 1
      }
    }
  }
}
