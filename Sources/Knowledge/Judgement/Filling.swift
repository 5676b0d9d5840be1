import SourceText
import TemplateModel

/// Fills a known failure's phrases from its evidence.
///
/// Every placeholder has something to say in every case.
struct Filling {
  private let evidence: [Evidence]
  private let scene: Scene
  /// For headings: no code marks, and values cut short.
  private let isPlain: Bool

  init(_ evidence: [Evidence], scene: Scene, isPlain: Bool) {
    self.evidence = evidence
    self.scene = scene
    self.isPlain = isPlain
  }

  /// The whole phrase, every placeholder filled.
  func text(_ phrase: Phrase) -> String { Filling.begun(phrase.sentences.map(sentence).joined()) }

  /// The sentence for things that one side has as a whole and the other lacks; nil for everything else.
  var whole: String? {
    guard
      evidence.allSatisfy({
        $0.path.steps.isEmpty && $0.responseText == nil && $0.detail == nil && $0.fix == nil
      })
    else { return nil }
    let kinds = evidence.allSatisfy { $0.subject.kind != .file && $0.subject.kind != .template }
    guard kinds else { return nil }
    if evidence.allSatisfy(\.response.isEmpty), !evidence.allSatisfy(\.ideal.isEmpty) {
      let places = lines(evidence.flatMap(\.ideal), in: scene.ideal)
      return
        "The ideal declares \(list(names, otherwise: "more")) (\(places)); the response has nothing in its place."
    }
    if evidence.allSatisfy(\.ideal.isEmpty), !evidence.allSatisfy(\.deltas.isEmpty) {
      let places = lines(evidence.flatMap(\.response), in: scene.response)
      return "The response declares \(list(names, otherwise: "more")) (\(places)); the ideal does without."
    }
    return nil
  }

  /// The sentences of the phrase that have something to say; nil where none has.
  func known(_ phrase: Phrase) -> String? {
    let kept = phrase.sentences.filter { sentence in
      !sentence.contains { part in
        switch part {
        case .placeholder(.ideal): evidence.allSatisfy { $0.idealText == nil }
        case .placeholder(.idealLines): evidence.allSatisfy(\.ideal.isEmpty)
        default: false
        }
      }
    }
    return kept.isEmpty ? nil : Filling.begun(kept.map(sentence).joined())
  }

  private func sentence(_ parts: [Phrase.Part]) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      switch part {
      case .text(let run):
        // A sentence that begins with the names is said of them.
        if index == 1, case .placeholder(.name) = parts[0], names.count > 1 {
          text += Agreement.plural(run)
        } else {
          text += run
        }
      case .placeholder(let placeholder): text += value(placeholder)
      }
    }
    if !text.contains(Filling.nowhere) { return text }
    for dangling in [" (\(Filling.nowhere))", ": \(Filling.nowhere)", " \(Filling.nowhere)"] {
      text = text.replacing(dangling, with: "")
    }
    return text.replacing(Filling.nowhere, with: "")
  }

  /// Stands for a place or a property that there is not, until the sentence is complete.
  private static let nowhere = "\u{0}"

  private static func begun(_ text: String) -> String {
    let text = text.last == " " ? String(text.dropLast()) : text
    return text.first?.isLowercase == true ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  private func value(_ placeholder: Phrase.Placeholder) -> String {
    switch placeholder {
    case .type: types
    case .name: list(isPlain ? names.map(Filling.settled) : names, otherwise: "the template")
    case .property: list(distinct { Filling.property($0.path.lastKey) }, otherwise: Filling.nowhere)
    case .path: list(distinct { Filling.property($0.path.description) }, otherwise: Filling.nowhere)
    case .response: list(distinct { $0.responseText }, otherwise: "unset")
    case .ideal: list(distinct { $0.idealText }, otherwise: "nothing")
    case .lines: lines(evidence.flatMap(\.response), in: scene.response)
    case .idealLines: lines(evidence.flatMap(\.ideal), in: scene.ideal)
    case .count: "\(evidence.count)"
    case .detail: list(distinct { $0.detail }, otherwise: "nothing more", quoted: false)
    }
  }

  private static func property(_ key: String) -> String { key.hasPrefix("@") ? String(key.dropFirst()) : key }

  private var types: String {
    let types = distinct { $0.subject.type }
    let things = distinct { $0.subject.type + " " + $0.subject.address }.count
    guard types.count <= 2 else { return "\(things) resources" }
    return types.map { TypeTitle.title(of: $0, count: types.count == 1 ? things : 1) }.joined(
      separator: " and ")
  }

  private var names: [String] {
    var names: [String] = []
    for evidence in evidence {
      for name in evidence.names.isEmpty ? [evidence.subject.shownName] : evidence.names
      where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// The part of a name that is known before the program runs: `orders-${suffix}` → `orders`.
  static func settled(_ name: String) -> String {
    var parts: [Substring] = []
    var rest = name[...]
    while let start = rest.firstRange(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      parts.append(rest[..<start.lowerBound])
      rest = rest[rest.index(after: end)...]
    }
    if parts.isEmpty { return name }
    parts.append(rest)
    let separators: Set<Character> = ["-", "_", "/", ".", " "]
    let known = parts.map { part in
      var part = part.drop(while: separators.contains)
      while let last = part.last, separators.contains(last) { part.removeLast() }
      return String(part)
    }
    let settled = known.filter { !$0.isEmpty }.joined(separator: "-")
    return settled.isEmpty ? name : settled
  }

  private func distinct(_ part: (Evidence) -> String?) -> [String] {
    var found: [String] = []
    for evidence in evidence {
      if let text = part(evidence), !text.isEmpty, !found.contains(text) { found.append(text) }
    }
    return found
  }

  /// `A`, `A and B`, `A, B and 3 more`.
  private func list(_ texts: [String], otherwise: String, quoted: Bool = true) -> String {
    guard let first = texts.first else { return otherwise }
    let shown = texts.prefix(2).map { quoted ? mark($0) : $0 }
    switch texts.count {
    case 1: return quoted ? mark(first) : first
    case 2: return shown.joined(separator: " and ")
    default: return shown.joined(separator: ", ") + " and \(texts.count - 2) more"
    }
  }

  private func mark(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if isPlain { return flat.count > 40 ? flat.prefix(39) + "…" : flat }
    return flat.contains("`") ? "`` \(flat) ``" : "`\(flat)`"
  }

  /// `line 12`, `lines 12 to 15`, `lines 12, 40 and 3 more places`.
  private func lines(_ places: [SourceLocation], in template: Template) -> String {
    var starts: [Int] = []
    for place in places {
      let line = template.lines(of: place).lowerBound
      if !starts.contains(line) { starts.append(line) }
    }
    guard let first = starts.first else { return Filling.nowhere }
    if starts.count == 1, let place = places.first {
      let lines = template.lines(of: place)
      return lines.count > 1 ? "lines \(first) to \(lines.upperBound)" : "line \(first)"
    }
    let shown = starts.prefix(4).map(String.init)
    if starts.count > 4 { return "lines \(shown.joined(separator: ", ")) and \(starts.count - 4) more" }
    return "lines \(shown.dropLast().joined(separator: ", ")) and \(shown.last ?? "")"
  }
}
