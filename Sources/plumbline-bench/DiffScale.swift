import Readers
import SourceText
import TemplateDiff
import TemplateModel

/// Pairs of templates of any size, built as values, to measure the differ alone.
enum DiffScale {
  /// How the second template differs from the first.
  enum Change { case nothing, names, namesOfTwins, namesAndEdits }

  static func pair(_ count: Int, _ change: Change) -> (response: Template, ideal: Template) {
    (template(count, isIdeal: false, change), template(count, isIdeal: true, change))
  }

  private static let types = [
    "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::Lambda::Function", "AWS::SNS::Topic",
  ]

  private static func template(_ count: Int, isIdeal: Bool, _ change: Change) -> Template {
    var template = Template(documents: [])
    let isRenamed = isIdeal && change != .nothing
    func name(_ number: Int) -> String { (isRenamed ? "Store" : "Bucket") + "\(number)" }
    let place = SourceLocation(document: 0, range: SourceRange(0, 0))
    func member(_ key: String, _ kind: Value.Kind) -> Member {
      Member(key: key, keyLocation: place, value: Value(kind, at: place))
    }
    template.resources.reserveCapacity(count)
    for number in 0..<count {
      let own = change == .namesOfTwins ? 0 : number
      let edit = isIdeal && change == .namesAndEdits ? 1 : 0
      let target = Reference(target: name(number / 2), attribute: "Arn", kind: .resource)
      let properties: [Member] = [
        member("Label", .string("data-\(own)")), member("Runtime", .string("python3.12")),
        member("MemorySize", .number("\(128 + own % 1024 + edit)")), member("Timeout", .number("30")),
        member("Role", .reference(target)),
        member("VersioningConfiguration", .map([member("Status", .string("Enabled"))])),
        member(
          "Tags",
          .list([
            Value(.map([member("Key", .string("Team")), member("Value", .string("platform"))]), at: place),
            Value(.map([member("Key", .string("Name")), member("Value", .string("n-\(own)"))]), at: place),
          ])),
      ]
      let type = types[number % types.count]
      template.resources.append(
        Resource(
          address: name(number), type: type, canonicalType: type, name: name(number), file: 0,
          properties: Value(.map(properties), at: place), location: place, nameLocation: place,
          typeLocation: place))
    }
    return template
  }

  /// Seconds for one resource of a template of this size, the fastest of a few runs.
  static func secondsEach(_ count: Int, _ change: Change, runs: Int) -> (seconds: Double, pairs: Int) {
    let (response, ideal) = pair(count, change)
    var pairs = 0
    let stage = Stage.measure("", bytes: 0, runs: runs) {
      pairs = TemplateDiff.compare(response: response, ideal: ideal).pairs.count
      return pairs
    }
    return (stage.fastest, pairs)
  }

  /// - Parameter only: words of the one row that is wanted; nil for all.
  static func printAll(only: String? = nil) {
    print("\ndiff of resources built as values   1,000      10,000     100,000    µs each, last ÷ first")
    for (title, change) in [
      ("nothing differs", Change.nothing), ("every name changed", .names),
      ("every name changed, all twins", .namesOfTwins), ("every name changed, one edit each", .namesAndEdits),
    ] where only == nil || title == only {
      var line = Stage.padded(title, 36)
      var each: [Double] = []
      for (count, runs) in [(1_000, 7), (10_000, 3), (100_000, 1)] {
        let measured = secondsEach(count, change, runs: runs)
        each.append(measured.seconds / Double(count))
        line += Stage.padded("\(Stage.rounded(measured.seconds, 4)) s", 11)
        if measured.pairs != count { line += "(\(measured.pairs) pairs) " }
      }
      print(line + "\(Stage.rounded(each[2] * 1e6, 1))   \(Stage.rounded(each[2] / each[0], 2))")
    }
  }
}
