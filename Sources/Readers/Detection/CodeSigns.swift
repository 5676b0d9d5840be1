/// What one look at a code text shows: marks of a language, an infrastructure tool or a role, and line counts.
struct CodeSigns: Sendable {
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt64

    // Languages
    static let scriptImport = Marks(rawValue: 1 << 0)
    static let scriptCode = Marks(rawValue: 1 << 1)
    static let typeNotation = Marks(rawValue: 1 << 2)
    static let pythonImport = Marks(rawValue: 1 << 3)
    static let pythonCode = Marks(rawValue: 1 << 4)
    static let javaCode = Marks(rawValue: 1 << 5)
    static let goCode = Marks(rawValue: 1 << 6)
    static let hclBlock = Marks(rawValue: 1 << 7)
    static let shellShebang = Marks(rawValue: 1 << 8)
    static let dockerfile = Marks(rawValue: 1 << 9)
    static let xml = Marks(rawValue: 1 << 10)
    static let html = Marks(rawValue: 1 << 11)
    static let section = Marks(rawValue: 1 << 12)
    static let sql = Marks(rawValue: 1 << 13)
    static let mermaid = Marks(rawValue: 1 << 14)

    // Infrastructure tools
    static let templateVersion = Marks(rawValue: 1 << 16)
    static let resourcesPart = Marks(rawValue: 1 << 17)
    static let resourceType = Marks(rawValue: 1 << 18)
    static let serverlessTransform = Marks(rawValue: 1 << 19)
    static let intrinsic = Marks(rawValue: 1 << 20)
    static let cdk = Marks(rawValue: 1 << 21)
    static let cdktf = Marks(rawValue: 1 << 22)
    static let pulumi = Marks(rawValue: 1 << 23)
    static let pulumiType = Marks(rawValue: 1 << 24)
    static let runtimeKey = Marks(rawValue: 1 << 25)
    static let servicesKey = Marks(rawValue: 1 << 26)
    static let imageKey = Marks(rawValue: 1 << 27)
    static let onKey = Marks(rawValue: 1 << 28)
    static let jobsKey = Marks(rawValue: 1 << 29)
    static let runsOn = Marks(rawValue: 1 << 30)
    static let usesAction = Marks(rawValue: 1 << 31)
    static let stagesKey = Marks(rawValue: 1 << 32)
    static let stageKey = Marks(rawValue: 1 << 33)
    static let scriptKey = Marks(rawValue: 1 << 34)
    static let constructCall = Marks(rawValue: 1 << 35)
    static let pulumiCall = Marks(rawValue: 1 << 36)
    static let nameKey = Marks(rawValue: 1 << 37)
    static let hclResource = Marks(rawValue: 1 << 38)
    static let terraformPlan = Marks(rawValue: 1 << 39)
    static let terraformType = Marks(rawValue: 1 << 40)

    // Roles
    static let test = Marks(rawValue: 1 << 48)
    static let app = Marks(rawValue: 1 << 49)
    static let stackClass = Marks(rawValue: 1 << 50)
    static let componentClass = Marks(rawValue: 1 << 51)
    static let handler = Marks(rawValue: 1 << 52)
    static let declaration = Marks(rawValue: 1 << 53)
  }

  var marks: Marks = []
  /// Lines that are not blank.
  var lines = 0
  /// Lines such as `Key: value` and `- item`.
  var keyLines = 0
  /// Lines such as `"key": value`.
  var memberLines = 0
  /// Lines that end in `;`, `{`, `}`, `(`, `)` or `,`.
  var codeLines = 0
  /// Lines such as `name = value`.
  var assignmentLines = 0
  /// Lines that start like a command: `aws …`, `$ …`.
  var commandLines = 0
  /// Lines with a box-drawing character.
  var drawnLines = 0
  /// Lines that start with `#`, and of these the ones that look like a Markdown heading.
  var hashLines = 0
  var headingLines = 0
  /// Comments and dots that stand for lines left out.
  var elisions = 0
  /// The first byte that is not white space, and the next one.
  var firstByte: UInt8 = 0
  var secondByte: UInt8 = 0

  init() {}

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var previous: UInt8 = 0
    bytes.forEachLine { line in
      if line.isBlank { return true }
      if firstByte == 0 {
        firstByte = line.first
      } else if lines <= 1, secondByte == 0 {
        secondByte = line.first
      }
      if lines == 0, line.count > 1 { secondByte = CodeSigns.secondByte(line) }
      lines += 1
      look(at: line, previous: previous)
      previous = line.last
      return true
    }
  }

  private static func secondByte(_ line: TextLine) -> UInt8 {
    var offset = line.start + 1
    while offset < line.end, line.bytes[offset] == 0x20 { offset += 1 }
    return offset < line.end ? line.bytes[offset] : 0
  }

  /// Whether lines left out are what the text mostly is, rather than one remark in a long file.
  var isElided: Bool { elisions > 0 && (lines < 40 || elisions * 25 > lines) }

  func has(_ mark: Marks) -> Bool { marks.contains(mark) }
  func hasAny(of some: Marks) -> Bool { !marks.isDisjoint(with: some) }
}
