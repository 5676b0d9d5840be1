import TemplateModel

/// Demands that a word of the line is by its shape: sizes, blocks of addresses, files.
struct LiteralDemands {
  var found: [Demand] = []

  init(_ text: String, demand: (Demand.Kind, String) -> Demand) {
    let tokens = LineToken.tokens(in: text)
    let asksForFiles = tokens.contains { LiteralDemands.makers.contains($0.text) }
    for token in tokens {
      if LiteralDemands.isSize(token.text) {
        found.append(demand(.size(token.text), "instance size \(token.text)"))
      } else if LiteralDemands.isBlock(token.text) {
        found.append(demand(.block(token.text), "addresses \(token.text)"))
      } else if asksForFiles, let name = LiteralDemands.fileName(token.text) {
        found.append(demand(.file(name), "file \(name)"))
      }
    }
  }

  private static let makers: Set<String> = [
    "create", "deliver", "produce", "generate", "provide", "implement", "write", "deliverables", "output",
    "file",
    "files", "stack", "entry",
  ]

  /// `t3.medium`, `db.r5.large`, `cache.t3.micro`, `m5.2xlarge`.
  static func isSize(_ text: String) -> Bool {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 3, parts[0] == "db" || parts[0] == "cache" { parts.removeFirst() }
    guard parts.count == 2, sizes.contains(String(parts[1])) || parts[1].hasSuffix("xlarge") else {
      return false
    }
    guard let first = parts[0].first, first.isLetter, parts[0].contains(where: \.isNumber) else {
      return false
    }
    return parts[0].count <= 6 && parts[0].allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static let sizes: Set<String> = ["nano", "micro", "small", "medium", "large", "metal"]

  /// `10.0.0.0/16`.
  static func isBlock(_ text: String) -> Bool {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let length = Int(halves[1]), length > 0, length <= 32 else { return false }
    let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { Int($0).map { $0 >= 0 && $0 < 256 } ?? false }
  }

  /// The last part of a path to a source file; nil for anything else.
  private static func fileName(_ text: String) -> String? {
    guard let name = text.split(separator: "/").last.map(String.init), name.contains("."), name.first != ".",
      let ending = name.split(separator: ".").last.map(String.init),
      ["ts", "py", "tf", "yaml", "yml", "json", "go", "java", "mjs"].contains(ending),
      name.utf8.allSatisfy({ isPart($0) }), name.split(separator: ".").count <= 3,
      !["package.json", "cdk.json", "tsconfig.json", "flat-outputs.json", "metadata.json"].contains(name)
    else { return nil }
    return name
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || [0x2D, 0x2E, 0x5F].contains(byte)
  }
}
