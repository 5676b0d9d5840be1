import Foundation
import SourceText
import TemplateModel

/// Numbers that follow from a seed, so that a failing run can be repeated with `PLUMBLINE_SEED`.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// The seed of this run: that of the environment, or one that differs from run to run.
  static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["PLUMBLINE_SEED"].flatMap(UInt64.init)
    let seed = given ?? UInt64.random(in: 0..<1_000_000)
    print("PLUMBLINE_SEED=\(seed)")
    return seed
  }()

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

/// A template that a seed decides on, as data that can be changed and written in several ways.
struct GeneratedTemplate {
  indirect enum Node {
    case text(String)
    case reference(Int, attribute: String?)
    /// Elements whose order means nothing.
    case set([Node])
    case row([Node])
    case map([(key: String, value: Node)])
  }

  struct Item {
    var name: String
    var type: String
    var properties: [(key: String, value: Node)]
  }

  var items: [Item] = []

  private static let types = [
    "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::Lambda::Function", "AWS::SNS::Topic", "AWS::EC2::Instance",
  ]
  private static let keys = [
    "Handler", "Runtime", "Purpose", "Mode", "Level", "Owner", "Window", "Zone", "Plan",
  ]
  static let words = [
    "orders", "audit", "web", "cache", "report", "ingest", "billing", "search", "archive", "login", "media",
    "stock",
    "mail", "price", "export", "claim", "cart", "route", "metric", "batch",
  ]

  init(resources: Int, using numbers: inout SeededNumbers) {
    var names = Set<String>()
    for index in 0..<resources {
      var name = ""
      repeat { name = GeneratedTemplate.name(&numbers) } while !names.insert(name).inserted
      var properties: [(key: String, value: Node)] = []
      for key in GeneratedTemplate.keys.shuffled(using: &numbers).prefix(
        Int.random(in: 4...8, using: &numbers))
      {
        properties.append((key, .text(GeneratedTemplate.word(&numbers))))
      }
      if index > 0, Bool.random(using: &numbers) {
        let target = Int.random(in: 0..<index, using: &numbers)
        properties.append(
          ("Source", .reference(target, attribute: Bool.random(using: &numbers) ? "Arn" : nil)))
      }
      if Bool.random(using: &numbers) {
        let tags = ["Team", "Stage", "Cost"].prefix(Int.random(in: 1...3, using: &numbers)).map { key in
          Node.map([("Key", .text(key)), ("Value", .text(GeneratedTemplate.word(&numbers)))])
        }
        properties.append(("Tags", .set(tags)))
      }
      if Bool.random(using: &numbers) {
        let subnets = (0..<Int.random(in: 1...3, using: &numbers)).map { Node.text("subnet-\($0)\(index)") }
        properties.append(("SubnetIds", .set(subnets)))
      }
      if Bool.random(using: &numbers) {
        let row = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
          Node.text(GeneratedTemplate.word(&numbers))
        }
        properties.append(("Command", .row(row)))
      }
      if Bool.random(using: &numbers) {
        properties.append(
          (
            "Settings",
            .map([("Size", .text("\(Int.random(in: 1...999, using: &numbers))")), ("On", .text("true"))])
          ))
      }
      items.append(
        Item(
          name: name, type: GeneratedTemplate.types.randomElement(using: &numbers) ?? "",
          properties: properties))
    }
  }

  static func name(_ numbers: inout SeededNumbers) -> String {
    (0..<3).map { _ in (words.randomElement(using: &numbers) ?? "").capitalized }.joined()
  }

  static func word(_ numbers: inout SeededNumbers) -> String {
    "\(words.randomElement(using: &numbers) ?? "")-\(Int.random(in: 0...99_999, using: &numbers))"
  }

  // MARK: Changes

  /// How many leaves a resource has that can be changed.
  func leafCount(of item: Int) -> Int {
    items[item].properties.reduce(0) { $0 + GeneratedTemplate.leaves($1.value) }
  }

  private static func leaves(_ node: Node) -> Int {
    switch node {
    case .text: 1
    case .reference: 0
    case .set(let nodes), .row(let nodes): nodes.reduce(0) { $0 + leaves($1) }
    case .map(let members): members.reduce(0) { $0 + ($1.key == "Key" ? 0 : leaves($1.value)) }
    }
  }

  /// Gives a leaf another text.
  mutating func changeLeaf(_ number: Int, of item: Int, to text: String) {
    var left = number
    for index in items[item].properties.indices {
      items[item].properties[index].value = GeneratedTemplate.changed(
        items[item].properties[index].value, &left, text)
    }
  }

  private static func changed(_ node: Node, _ left: inout Int, _ text: String) -> Node {
    switch node {
    case .text:
      left -= 1
      return left == -1 ? .text(text) : node
    case .reference: return node
    case .set(let nodes): return .set(nodes.map { changed($0, &left, text) })
    case .row(let nodes): return .row(nodes.map { changed($0, &left, text) })
    case .map(let members):
      return .map(members.map { ($0.key, $0.key == "Key" ? $0.value : changed($0.value, &left, text)) })
    }
  }

  // MARK: Writing

  /// The template as JSON; with `shuffle`, resources, keys and sets in another order and other white space.
  func json(shuffle numbers: inout SeededNumbers, isShuffled: Bool) -> String {
    var order = Array(items.indices)
    if isShuffled { order.shuffle(using: &numbers) }
    let gap = isShuffled ? "\n   " : " "
    let resources = order.map { index in
      let item = items[index]
      let members: [(key: String, value: Node)] = [
        ("Type", .text(item.type)), ("Properties", .map(item.properties)),
      ]
      return "\"\(item.name)\":\(gap)\(text(.map(members), &numbers, isShuffled))"
    }
    return "{\"Resources\":\(gap){\(resources.joined(separator: ",\(gap)"))}}"
  }

  var json: String {
    var numbers = SeededNumbers(0)
    return json(shuffle: &numbers, isShuffled: false)
  }

  private func text(_ node: Node, _ numbers: inout SeededNumbers, _ isShuffled: Bool) -> String {
    switch node {
    case .text(let text): return "\"\(text)\""
    case .reference(let index, nil): return "{\"Ref\": \"\(items[index].name)\"}"
    case .reference(let index, let attribute?):
      return isShuffled
        ? "{\"Fn::Sub\": \"${\(items[index].name).\(attribute)}\"}"
        : "{\"Fn::GetAtt\": [\"\(items[index].name)\", \"\(attribute)\"]}"
    case .set(let nodes):
      let nodes = isShuffled ? nodes.shuffled(using: &numbers) : nodes
      return "[" + nodes.map { text($0, &numbers, isShuffled) }.joined(separator: ", ") + "]"
    case .row(let nodes):
      return "[" + nodes.map { text($0, &numbers, isShuffled) }.joined(separator: ",") + "]"
    case .map(let members):
      let members = isShuffled ? members.shuffled(using: &numbers) : members
      return "{"
        + members.map { "\"\($0.key)\": \(text($0.value, &numbers, isShuffled))" }.joined(separator: ", ")
        + "}"
    }
  }
}
