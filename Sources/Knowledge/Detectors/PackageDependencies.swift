import SourceText
import TemplateModel

/// Finds npm packages that the response imports and its own package.json does not list.
enum PackageDependencies {
  static func evidence(_ scene: Scene) -> [Evidence] {
    let manifests = scene.response.files.filter { $0.standing == .final && isManifest($0.path) }
    guard !manifests.isEmpty else { return [] }
    var found: [Evidence] = []
    var seen: Set<String> = []
    for (index, file) in scene.response.files.enumerated()
    where file.standing == .final && (file.language == .typeScript || file.language == .javaScript) {
      // Node.js looks in the folder of the importing file and in those above it.
      let near = manifests.filter { file.path.hasPrefix(folder(of: $0.path)) }
      guard let nearest = near.max(by: { $0.path.utf8.count < $1.path.utf8.count }) else { continue }
      for (package, range) in imports(of: file) where !near.contains(where: { lists(package, $0) != nil }) {
        guard seen.insert(package).inserted else { continue }
        let inIdeal = scene.ideal.files.lazy.filter { isManifest($0.path) }.compactMap { lists(package, $0) }
          .first
        found.append(
          Evidence(
            subject: DeltaSubject(nearest, order: 4_400_000 + index), detail: package,
            response: [file.location(range)], ideal: inIdeal.map { [$0] } ?? [],
            confidence: inIdeal == nil ? 450 : 750))
      }
    }
    return found
  }

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)])
  }

  /// Where a manifest lists a package or its types; nil where it does not.
  private static func lists(_ package: String, _ manifest: TemplateFile) -> SourceLocation? {
    for name in [package, "@types/\(package)"] {
      if let place = manifest.bytes.firstRange(of: Array("\"\(name)\"".utf8)) {
        return manifest.location(SourceRange(place.lowerBound, place.upperBound))
      }
    }
    return nil
  }

  private static func isManifest(_ path: String) -> Bool {
    path == "package.json" || path.hasSuffix("/package.json")
  }

  /// The packages that a program imports, without Node's own and without files.
  private static func imports(of file: TemplateFile) -> [(package: String, range: SourceRange)] {
    var found: [(String, SourceRange)] = []
    for line in ProgramLine.lines(of: file) {
      let isImport = line.starts(with: "import ") || line.starts(with: "} from ")
      guard isImport || line.text.holds("= require(") else { continue }
      let parts = String(decoding: line.text, as: UTF8.self).split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "'" || $0 == "\"" })
      guard parts.count >= 3, let last = parts.dropLast().last else { continue }
      let steps = last.split(separator: "/")
      guard let name = steps.first, name.first != ".", !last.hasPrefix("/"), !last.hasPrefix("node:"),
        !last.contains("$"), !last.contains(" ")
      else { continue }
      let package = name.first == "@" && steps.count > 1 ? "\(name)/\(steps[1])" : String(name)
      if package.first != "@" || package.contains("/"), !nodeModules.contains(package) {
        found.append((package, line.range))
      }
    }
    return found
  }

  /// Modules that Node.js brings, and what the test runners declare.
  private static let nodeModules: Set<String> = [
    "assert", "buffer", "child_process", "crypto", "dns", "events", "fs", "http", "https", "net", "os",
    "path",
    "process", "querystring", "readline", "stream", "string_decoder", "timers", "tls", "url", "util", "v8",
    "vm", "worker_threads", "zlib",
  ]
}
