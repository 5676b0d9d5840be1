import SourceText
import TemplateModel

/// `requirements.txt`: a package a line, with the versions that it may have.
///
///     boto3[crt]>=1.34,<2  # comment      dependency boto3: ">=1.34,<2"
///
/// Source: pip's documentation, "Requirements File Format".
enum Requirements {
  static func read(file index: Int, into template: inout Template) {
    let file = template.files[index]
    let declarations = file.bytes.withUnsafeBufferPointer { bytes in
      var found: [Declaration] = []
      bytes.forEachLine { line in
        if let declaration = dependency(bytes, line.start, line.end, file, index) {
          found.append(declaration)
        }
        return true
      }
      return found
    }
    template.declarations += declarations
  }

  /// The requirement between two offsets; nil for comments, options and blank text.
  static func dependency(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineEnd: Int, _ file: TemplateFile, _ index: Int
  ) -> Declaration? {
    var nameEnd = start
    while nameEnd < lineEnd, isName(bytes[nameEnd]) { nameEnd += 1 }
    guard nameEnd > start, bytes[start] != UInt8(ascii: "-") else { return nil }
    var end = nameEnd
    while end < lineEnd, bytes[end] != UInt8(ascii: "#"), bytes[end] != UInt8(ascii: ";") { end += 1 }
    while end > nameEnd, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    var version = nameEnd
    if version < end, bytes[version] == UInt8(ascii: "[") {
      while version < end, bytes[version] != UInt8(ascii: "]") { version += 1 }
      version = min(version + 1, end)
    }
    while version < end, bytes[version] == 0x20 { version += 1 }
    let name = SourceRange(start, nameEnd)
    let value = Value(
      .string(file.text(SourceRange(version, end))), at: file.location(SourceRange(version, end)))
    return Declaration(
      kind: .dependency, name: file.text(name), unit: file.isPathGiven ? file.path : "", file: index,
      value: value,
      location: file.location(SourceRange(start, end)), nameLocation: file.location(name))
  }

  /// The letters of a package's name.
  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
