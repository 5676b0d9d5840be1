import SourceText
import Syntax

/// A node of a known failure's YAML, read strictly: whatever is not as expected is an error with its line.
package struct EntryNode {
  let document: EntryDocument
  let id: KeyedTree.NodeID
  /// What it is called in an error: the key it belongs to.
  package let label: String

  private var node: KeyedTree.Node { document.tree[id] }

  /// 1-based line where it starts.
  package var line: Int { document.file.lines.line(at: node.range.start) }

  package func problem(_ kind: KnownFailureProblem.Kind) -> KnownFailureProblem {
    KnownFailureProblem(path: document.file.path, line: line, kind: kind)
  }

  /// The text of a scalar; an error for anything else and for an empty one.
  package func text() throws(KnownFailureProblem) -> String {
    guard node.kind == .scalar else { throw problem(.notAText(label)) }
    let text = document.tree.text(of: id, in: document.file.bytes)
    if text.isEmpty { throw problem(.empty(label)) }
    if text.hasPrefix(KnownFailure.gap) { throw problem(.notFilledIn(label)) }
    return text
  }

  package func number() throws(KnownFailureProblem) -> Int {
    guard let number = Int(try text()) else { throw problem(.notANumber(label)) }
    return number
  }

  func isTrue() throws(KnownFailureProblem) -> Bool { try word(in: ["true", "false"]) == "true" }

  /// A text that must be one of several words.
  package func word(in allowed: [String]) throws(KnownFailureProblem) -> String {
    let text = try text()
    guard allowed.contains(text) else { throw problem(.unknownWord(text, allowed: allowed)) }
    return text
  }

  /// The elements of a list.
  package func elements() throws(KnownFailureProblem) -> [EntryNode] {
    guard node.kind == .sequence else { throw problem(.notAList(label)) }
    return document.tree.children(of: id).map { EntryNode(document: document, id: $0, label: label) }
  }

  /// The elements of a list, or the node itself.
  func oneOrMany() throws(KnownFailureProblem) -> [EntryNode] {
    node.kind == .sequence ? try elements() : [self]
  }

  /// The texts of a list, or the one text that stands there.
  package func texts() throws(KnownFailureProblem) -> [String] {
    var texts: [String] = []
    for element in try oneOrMany() { texts.append(try element.text()) }
    return texts
  }

  func patterns() throws(KnownFailureProblem) -> [Pattern] { try texts().map(Pattern.init) }

  func phrase() throws(KnownFailureProblem) -> Phrase {
    do { return try Phrase(try text()) } catch let error as Phrase.Unknown {
      throw problem(.unknownPlaceholder(error.name))
    } catch let error as KnownFailureProblem { throw error } catch { throw problem(.notAText(label)) }
  }

  var isList: Bool { node.kind == .sequence }
  var isMapping: Bool { node.kind == .mapping }

  /// All members of a mapping in the order of the text.
  package func entries() throws(KnownFailureProblem) -> [(key: String, keyLine: Int, value: EntryNode)] {
    guard node.kind == .mapping else { throw problem(.notAMapping(label)) }
    var entries: [(key: String, keyLine: Int, value: EntryNode)] = []
    for (key, value) in document.tree.members(of: id) {
      let name = document.tree.text(of: key, in: document.file.bytes)
      let line = document.file.lines.line(at: document.tree[key].range.start)
      if entries.contains(where: { $0.key == name }) {
        throw KnownFailureProblem(path: document.file.path, line: line, kind: .repeatedKey(name))
      }
      entries.append((name, line, EntryNode(document: document, id: value, label: name)))
    }
    return entries
  }

  /// The members of a mapping that may have these keys only.
  ///
  /// - Parameter ordered: whether the keys must stand in the order given.
  package func members(
    allowed: [String], ordered: Bool = false
  ) throws(KnownFailureProblem) -> EntryMembers {
    let entries = try entries()
    var last = -1
    for entry in entries {
      guard let at = allowed.firstIndex(of: entry.key) else {
        throw KnownFailureProblem(
          path: document.file.path, line: entry.keyLine, kind: .unknownKey(entry.key, allowed: allowed))
      }
      if ordered, at < last {
        throw KnownFailureProblem(
          path: document.file.path, line: entry.keyLine, kind: .wrongOrder(entry.key, after: allowed[last]))
      }
      last = max(last, at)
    }
    return EntryMembers(node: self, entries: entries.map { ($0.key, $0.value) })
  }
}

/// The members of a mapping by key.
package struct EntryMembers {
  let node: EntryNode
  package let entries: [(key: String, value: EntryNode)]

  package subscript(_ key: String) -> EntryNode? { entries.first { $0.key == key }?.value }

  package func required(_ key: String) throws(KnownFailureProblem) -> EntryNode {
    guard let value = self[key] else { throw node.problem(.missingKey(key)) }
    return value
  }
}

/// A known failure's file with its tree.
///
/// A class, since each of its nodes holds it.
package final class EntryDocument: Sendable {
  let file: SourceFile
  let tree: KeyedTree

  /// - Throws: where the text is not YAML, or holds no document.
  package init(path: String, bytes: [UInt8]) throws(KnownFailureProblem) {
    file = SourceFile(path: path, bytes: bytes)
    tree = YAMLParser.parse(bytes)
    if let problem = tree.problems.first(where: { $0.weight != .note || $0.kind == .tabIndentation }) {
      throw KnownFailureProblem(
        path: path, line: file.lines.line(at: problem.range.start), kind: .notYAML(problem.sentence))
    }
  }

  package func root() throws(KnownFailureProblem) -> EntryNode {
    var children = tree.children(of: KeyedTree.root)
    guard let first = children.next() else {
      throw KnownFailureProblem(path: file.path, line: 1, kind: .empty("the file"))
    }
    return EntryNode(document: self, id: first, label: "the file")
  }
}
