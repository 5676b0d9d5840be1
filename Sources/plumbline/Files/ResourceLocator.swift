import Glibc

/// Where the knowledge base, the facts and the rubric lie that were installed with the program.
struct ResourceLocator {
  static let bundle = "Plumbline_Knowledge.resources"
  static let scoringBundle = "Plumbline_Scoring.resources"

  /// The folder of the running executable, links resolved.
  var executableFolder: String?
  /// The value of `PLUMBLINE_RESOURCES`: a folder that holds `KnownFailures`, `facts.txt` and `rubric.yaml`.
  var override: String?

  init(executableFolder: String?, override: String?) {
    self.executableFolder = executableFolder
    self.override = override
  }

  init(environment: [String: String]) {
    override = environment["PLUMBLINE_RESOURCES"].flatMap { $0.isEmpty ? nil : $0 }
    executableFolder = realpath("/proc/self/exe", nil).flatMap { pointer in
      defer { free(pointer) }
      guard let path = String(validatingCString: pointer), let slash = path.lastIndex(of: "/") else {
        return nil
      }
      return String(path[..<slash])
    }
  }

  /// The folders looked at, in order.
  ///
  /// The environment's word is final: where it is given, nothing else counts.
  func candidates(in bundle: String = Self.bundle) -> [String] {
    if let override { return [override] }
    guard let executableFolder else { return [] }
    return ["\(executableFolder)/\(bundle)", "\(executableFolder)/../share/plumbline/\(bundle)"]
  }

  /// A file of a bundle, such as `facts.txt` or `rubric.yaml`.
  func file(_ name: String, of bundle: String) throws(ResourceError) -> String {
    let folders = candidates(in: bundle)
    for folder in folders where FileReader.isFile("\(folder)/\(name)") { return "\(folder)/\(name)" }
    throw ResourceError.missing(name, lookedIn: folders, isOverridden: override != nil)
  }

  /// The folder of a resource, such as `KnownFailures`.
  func folder(_ name: String) throws(ResourceError) -> String {
    for candidate in candidates() {
      let path = "\(candidate)/\(name)"
      if (try? FileReader.isFolder(path)) == true { return path }
    }
    throw ResourceError.missing(name, lookedIn: candidates(), isOverridden: override != nil)
  }
}

/// A part of the installation is not there.
enum ResourceError: Error, Equatable {
  case missing(String, lookedIn: [String], isOverridden: Bool)
}
