import Facts
import Glibc

/// The table of facts beside the executable, mapped into memory once and only when it is needed.
enum LoadedFacts {
  static let bundle = "Plumbline_Facts.resources"

  static let table: Result<FactsTable, any Error> = Result { try open() }

  private static func open() throws -> FactsTable {
    try FactsTable(
      map(ResourceLocator(environment: Console.processEnvironment).file("facts.txt", of: bundle)))
  }

  /// The bytes of a file, which the system reads as they are looked at.
  static func map(_ path: String) throws(FileError) -> FactsBytes {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.openFault(path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .readFailed(path, code: errno) }
    let size = Int(status.st_size)
    guard size > 0 else { return FactsBytes([]) }
    guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
      throw .readFailed(path, code: errno)
    }
    nonisolated(unsafe) let mapped = memory
    return FactsBytes(mapped: UnsafeRawBufferPointer(start: memory, count: size)) { munmap(mapped, size) }
  }
}
