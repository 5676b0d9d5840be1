import SourceText
import TemplateModel

/// Looks at a document's bytes before it is read: empty, binary, not UTF-8, or with a byte-order mark.
struct TextCheck: Sendable {
  var problems: [LocatedProblem] = []
  /// False for an empty or binary document.
  var isReadable = true

  init(_ document: SourceFile, index: UInt32) {
    func add(_ kind: SourceProblem.Kind, _ range: SourceRange) {
      problems.append(
        LocatedProblem(
          problem: SourceProblem(kind, range: range), location: SourceLocation(document: index, range: range))
      )
    }
    let whole = SourceRange(0, document.bytes.count)
    let (hasNull, isBlank, invalid, hasMark) = document.bytes.withUnsafeBufferPointer { TextCheck.scan($0) }
    if hasNull {
      add(.binary, whole)
      isReadable = false
    } else if isBlank {
      add(.empty, whole)
      isReadable = false
    } else {
      if hasMark { add(.byteOrderMark, SourceRange(0, 3)) }
      if let invalid { add(.notUTF8, invalid) }
    }
  }

  /// The range found is the first run of bytes that is not UTF-8.
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (hasNull: Bool, isBlank: Bool, invalid: SourceRange?, hasMark: Bool) {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    var isBlank = true
    var invalid: SourceRange?
    var offset = hasMark ? 3 : 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        // Past the first letter, eight bytes of ASCII text at a time.
        if !isBlank, offset + 8 <= bytes.count {
          let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          let nulls = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
          if word & 0x8080_8080_8080_8080 == 0, nulls == 0 {
            offset += 8
            continue
          }
        }
        if byte == 0 { return (true, false, nil, hasMark) }
        if byte > 0x20 { isBlank = false }
        offset += 1
        continue
      }
      isBlank = false
      let length = lengthOfScalar(bytes, offset)
      if length == 0 {
        if let range = invalid, range.end == offset {
          invalid?.end += 1
        } else if invalid == nil {
          invalid = SourceRange(offset, offset + 1)
        }
      }
      offset += max(1, length)
    }
    return (false, isBlank, invalid, hasMark)
  }

  /// The bytes of the scalar that starts here; 0 where none does (Unicode 16, table 3-7).
  private static func lengthOfScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    let first = bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default: break
    }
    for place in 1..<length where bytes[offset + place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
