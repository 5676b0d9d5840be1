/// Finds the successor that a deprecation names; only names that exist in the package count.
enum Replacement {
  /// A member of the same type.
  static func member(
    in reason: String, of type: AssemblyType, named name: String, in assembly: Assembly
  ) -> String? {
    candidates(in: reason).lazy.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
      .first { $0 != name && assembly.has($0, in: type.fqn) }
  }

  /// A type, by preference of the same module.
  static func type(in reason: String, beside key: String, of assembly: Assembly) -> String? {
    let module = AssemblyFacts.module(of: key)
    for candidate in candidates(in: reason) {
      for full in [module.isEmpty ? candidate : "\(module).\(candidate)", candidate] where full != key {
        if assembly["\(assembly.name).\(full)"] != nil { return full }
      }
    }
    return nil
  }

  /// The words of a sentence that are meant as names: quoted, of mixed case, with an underscore or a dot, or
  /// standing behind "use".
  static func candidates(in reason: String) -> [String] {
    var found: [String] = []
    var previous = ""
    var word: [UInt8] = []
    var before: UInt8 = 0x20
    for byte in Array(reason.utf8) + [0x20] {
      let isPart =
        (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x61 && byte <= 0x7A)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      if isPart {
        word.append(byte)
        continue
      }
      while word.last == UInt8(ascii: ".") { word.removeLast() }
      if !word.isEmpty {
        let text = String(decoding: word, as: UTF8.self)
        let tail = word.dropFirst()
        let isMixed =
          tail.contains { $0 >= 0x41 && $0 <= 0x5A } || tail.contains(UInt8(ascii: "_"))
          || tail.contains(UInt8(ascii: "."))
        if isMixed || before == UInt8(ascii: "`") || previous == "use" || previous == "of" {
          found.append(text)
        }
        previous = text.lowercased()
        word = []
      }
      before = byte
    }
    return found
  }
}
