import SourceText
import TemplateModel

/// Decides which block holds the final text of which file.
///
///     1  lib/stack.ts   300 lines    superseded: 3 gives the file again
///     2  (no path)       12 lines    excerpt: these lines stand in 3
///     3  lib/stack.ts   320 lines    final
///     4  lib/stack.ts    20 lines    excerpt: a repair of 3
///     5  bin/app.ts      30 lines    final
///
/// Where two blocks are neither clearly drafts of one another nor one a part of the other, both stay final.
struct DraftResolution {
  private var files: [BlockFile]
  private var prints: [Int: TextPrint] = [:]
  /// For a superseded block, the one that replaces it.
  private var successors: [Int: Int] = [:]

  static func resolve(_ files: [BlockFile]) -> ParsedResponse {
    var resolution = DraftResolution(files: files)
    resolution.setExamplesAside()
    resolution.resolveSamePaths()
    resolution.resolveDrafts()
    resolution.resolveReasoning()
    return ParsedResponse(files: resolution.files.map(\.file), problems: resolution.problems)
  }

  /// One note for each superseded block, with the path of the block that counts in the end.
  private var problems: [LocatedProblem] {
    files.indices.compactMap { index in
      guard var final = successors[index] else { return nil }
      // A successor stands behind its draft, so the walk ends.
      while let next = successors[final] { final = next }
      let file = files[index].file
      let problem = SourceProblem(
        .supersededDraft, range: file.location.range, detail: files[final].file.path)
      return LocatedProblem(problem: problem, location: file.location)
    }
  }

  /// The dialects in which the answer has a block that opens as a file does.
  private let wholeDialects: Set<Dialect>

  private init(files: [BlockFile]) {
    self.files = files
    wholeDialects = Set(files.filter(\.isWhole).compactMap(\.file.dialect))
  }

  // MARK: Passes

  /// Commands, outputs, diagrams and lines out of a file are no files of the template.
  private mutating func setExamplesAside() {
    let largest = files.map(\.signs.lines).max() ?? 0
    for index in files.indices where !files[index].file.isPathGiven {
      let entry = files[index]
      let isExample: Bool
      if !entry.file.language.isTemplateLanguage {
        isExample = true
      } else if let dialect = entry.file.dialect {
        isExample = isExcerpt(entry, dialect: dialect, largest: largest)
      } else {
        isExample = !entry.isWhole
      }
      if isExample { files[index].file.standing = .excerpt }
    }
    for index in files.indices where files[index].isPart || isSnippet(files[index]) {
      files[index].file.standing = .excerpt
    }
  }

  /// Lines that a sentence says belong to a file, or calls without the program around them: a repair or a sample.
  private func isSnippet(_ entry: BlockFile) -> Bool {
    switch entry.file.language {
    case .typeScript, .javaScript, .python, .java, .go:
      let isOpen = !entry.signs.hasAny(of: [
        .scriptImport, .pythonImport, .javaCode, .goCode, .declaration, .app, .handler, .test,
      ])
      return isOpen && (!entry.isLabelled || entry.signs.hasAny(of: [.constructCall, .pulumiCall]))
        || entry.signs.isElided && entry.signs.lines < 40
    case .yaml, .json:
      return entry.file.dialect == .cloudFormation && !entry.isWhole
        && wholeDialects.contains(.cloudFormation)
    case .hcl: return !entry.isLabelled && !entry.signs.has(.declaration) && entry.file.role != .configuration
    default: return false
    }
  }

  private func isExcerpt(_ entry: BlockFile, dialect: Dialect, largest: Int) -> Bool {
    if entry.isCounterExample, entry.signs.lines < 60 { return true }
    if entry.isWhole { return entry.signs.lines * 20 < largest }
    let declares = entry.signs.hasAny(of: [.resourceType, .hclResource, .pulumiType])
    return !declares || entry.signs.isElided
      || wholeDialects.contains(dialect)
  }

  /// Blocks that the answer gives the same path.
  private mutating func resolveSamePaths() {
    var groups: [String: [Int]] = [:]
    var order: [String] = []
    for index in files.indices where files[index].file.isPathGiven && files[index].file.standing == .final {
      let path = files[index].file.path
      if groups[path] == nil { order.append(path) }
      groups[path, default: []].append(index)
    }
    joinShortNames(&groups, order)
    for path in order { if let group = groups[path], group.count > 1 { resolve(group) } }
  }

  /// `tap-stack.ts` and `lib/tap-stack.ts` are one file where the texts agree.
  private mutating func joinShortNames(_ groups: inout [String: [Int]], _ order: [String]) {
    // A file of a module has the name of one at the root, but is another file.
    let near = order.filter { $0.split(separator: "/").count == 2 && !$0.hasPrefix("modules/") }
    let byName = Dictionary(grouping: near) { $0.split(separator: "/").last.map(String.init) ?? $0 }
    for name in order where !name.contains("/") {
      let longer = byName[name] ?? []
      guard longer.count == 1, let long = longer.first, let own = groups[name], let others = groups[long],
        let first = own.first, let other = others.first, likeness(first, other) >= 0.5
      else { continue }
      groups[long] = (own + others).sorted()
      groups[name] = nil
    }
  }

  private mutating func resolve(_ group: [Int]) {
    let largest = group.map { files[$0].signs.lines }.max() ?? 0
    let candidates = group.filter { index in
      let entry = files[index]
      // A whole program that is given again may have become shorter; a part of a file has no imports.
      let share = entry.isWhole && entry.file.language != .hcl ? 3 : 2
      return entry.signs.lines * share >= largest && !entry.signs.isElided
    }
    guard let final = candidates.last ?? group.last(where: { files[$0].signs.lines == largest }) else {
      return
    }
    for index in group where index != final {
      let isLong = files[index].signs.lines * 2 >= files[final].signs.lines
      let agreement = overlap(index, final)
      // Files of one name from two folders, or one file in two parts, stay.
      if agreement < 0.15, !files[index].isCounterExample, files[index].isWhole || isLong,
        files[final].isWhole || isLong
      {
        continue
      }
      if index < final, isLong || files[index].isWhole {
        supersede(index, by: final)
      } else {
        files[index].file.standing = .excerpt
      }
    }
  }

  /// Blocks without a path, and whole templates of different names, that repeat one another.
  private mutating func resolveDrafts() {
    let open = files.indices.filter { index in
      let entry = files[index]
      return entry.file.standing == .final && entry.file.language.isTemplateLanguage && entry.signs.lines >= 5
        && (!entry.file.isPathGiven || entry.isWhole && entry.file.dialect == .cloudFormation)
    }
    guard !open.isEmpty else { return }
    let finals = files.indices.filter { index in
      let entry = files[index]
      return entry.file.standing == .final && entry.file.language.isTemplateLanguage && entry.signs.lines >= 5
    }
    guard finals.count > 1 else { return }
    let texts = finals.map { (text: $0, lines: printed($0).lines) }
    for (index, other) in DraftPairs.alike(open: open, among: texts) {
      compare(min(index, other), max(index, other))
    }
  }

  private mutating func compare(_ first: Int, _ second: Int) {
    let one = files[first]
    let two = files[second]
    guard one.file.standing == .final, two.file.standing == .final, one.file.language == two.file.language,
      one.file.role == two.file.role || !one.file.isPathGiven || !two.file.isPathGiven
    else { return }
    let isPair = one.file.isPathGiven && two.file.isPathGiven
    if two.signs.lines * 2 >= one.signs.lines {
      let isSmall = one.signs.lines * 2 < two.signs.lines
      if isSmall ? overlap(first, second) < 0.6 : likeness(first, second) < (isPair ? 0.8 : 0.6) { return }
      if isSmall, !one.file.isPathGiven, !one.isWhole {
        files[first].file.standing = .excerpt
      } else if !isSmall || !one.file.isPathGiven {
        supersede(first, by: second)
      }
    } else if !two.file.isPathGiven, overlap(first, second) >= 0.6 {
      files[second].file.standing = .excerpt
    }
  }

  /// What was tried in a thinking trace gives way to the answer behind it.
  private mutating func resolveReasoning() {
    for index in files.indices where files[index].isReasoning && files[index].file.standing == .final {
      let entry = files[index]
      guard !entry.file.isPathGiven,
        let final = files.indices.last(where: {
          $0 > index && !files[$0].isReasoning && files[$0].isWhole && files[$0].file.standing == .final
            && files[$0].file.dialect == entry.file.dialect && entry.file.dialect != nil
        })
      else { continue }
      if entry.isWhole { supersede(index, by: final) } else { files[index].file.standing = .excerpt }
    }
  }

  // MARK: Measures

  private mutating func printed(_ index: Int) -> TextPrint {
    if let print = prints[index] { return print }
    let print = files[index].file.bytes.withUnsafeBufferPointer { TextPrint($0) }
    prints[index] = print
    return print
  }

  /// The share of the smaller text that stands in the larger one.
  private mutating func overlap(_ first: Int, _ second: Int) -> Double {
    let one = printed(first)
    let two = printed(second)
    let lines = min(one.lines.count, two.lines.count)
    return lines == 0 ? 0 : Double(TextPrint.shared(one.lines, two.lines)) / Double(lines)
  }

  /// The share of the larger text, or of its names, that stands in the other one.
  private mutating func likeness(_ first: Int, _ second: Int) -> Double {
    let one = printed(first)
    let two = printed(second)
    let lines = max(one.lines.count, two.lines.count, 1)
    let names = max(one.names.count, two.names.count)
    let byLines = Double(TextPrint.shared(one.lines, two.lines)) / Double(lines)
    let sharedNames = TextPrint.shared(one.names, two.names)
    // Two parts of one template may look alike; they are no drafts of one another where they declare other things.
    if sharedNames == 0, !one.names.isEmpty, !two.names.isEmpty { return 0 }
    return names < 4 ? byLines : max(byLines, Double(sharedNames) / Double(names))
  }

  private mutating func supersede(_ index: Int, by final: Int) {
    files[index].file.standing = .superseded
    successors[index] = final
  }
}
