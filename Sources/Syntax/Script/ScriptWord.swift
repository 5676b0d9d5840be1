/// The words that a grammar of any of the languages looks for; every other word is `plain`.
enum ScriptWord: UInt8, CaseIterable {
  case plain
  case abstract, and, any, `as`, assert, asserts, async, await, `break`, `case`, `catch`, chan, `class`, const
  case constructor, `continue`, debugger, declare, def, `default`, `defer`, del, delete, `do`, elif, `else`
  case `enum`, except, export, extends, `fallthrough`, `false`, final, finally, `for`, from, `func`, function
  case get, global, go, goto, `if`, implements, `import`, `in`, infer, `init`, instanceof, interface, `is`,
    keyof
  case lambda, `let`, map, match, module, namespace, native, new, `nil`, nonlocal, not, null, of, or,
    override, `package`
  case pass, permits, `private`, protected, `public`, raise, range, readonly, record, require, `return`,
    satisfies
  case sealed, select, set, `static`, strictfp, `struct`, `super`, `switch`, synchronized, this, `throw`,
    `throws`
  case transient, `true`, `try`, type, typeof, undefined, unique, `var`, void, volatile, when, `while`, with,
    yield
  case noneValue, trueValue, falseValue, accessor, non

  /// The word as it is written.
  var spelling: String {
    switch self {
    case .noneValue: "None"
    case .trueValue: "True"
    case .falseValue: "False"
    default: "\(self)"
    }
  }
}

/// Finds words by their bytes: open addressing over the first eight bytes, the length and the last byte.
struct ScriptWordTable: Sendable {
  private struct Entry {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var word: UInt8 = 0
  }
  private var entries = [Entry](repeating: Entry(), count: 1024)

  static let shared = ScriptWordTable()

  private init() {
    for word in ScriptWord.allCases where word != .plain {
      let bytes = Array(word.spelling.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        let (head, tail) = Self.pack(buffer, 0, buffer.count)
        var slot = Self.slot(head, tail)
        while entries[slot].word != 0 { slot = (slot + 1) & 1023 }
        entries[slot] = Entry(head: head, tail: tail, word: word.rawValue)
      }
    }
  }

  @inline(__always)
  private static func pack(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (UInt64, UInt64)
  {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    var index = start
    while index < end {
      if index - start < 8 {
        head = head << 8 | UInt64(bytes[index])
      } else {
        tail = tail << 8 | UInt64(bytes[index])
      }
      index += 1
    }
    return (head, tail)
  }

  @inline(__always)
  private static func slot(_ head: UInt64, _ tail: UInt64) -> Int {
    Int(truncatingIfNeeded: ((head ^ (tail &* 31)) &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// The raw value of the word in a range; 0 where it is not one of `ScriptWord`.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
    let length = end - start
    guard length >= 2, length <= 12 else { return 0 }
    let (head, tail) = Self.pack(bytes, start, end)
    return entries.withUnsafeBufferPointer { entries in
      var slot = Self.slot(head, tail)
      while entries[slot].word != 0 {
        if entries[slot].head == head, entries[slot].tail == tail { return entries[slot].word }
        slot = (slot + 1) & 1023
      }
      return 0
    }
  }
}
