import TemplateModel

/// Which file of the ideal corresponds to which of the response.
enum FilePairs {
  /// Files with the same path; then those that are the only one of their role and language on both sides.
  ///
  /// - Parameter counts: which files are meant at all.
  static func pairs(in scene: Scene, where counts: (TemplateFile) -> Bool) -> [(response: Int, ideal: Int)] {
    let here = scene.response.files.indices.filter { counts(scene.response.files[$0]) }
    var there = scene.ideal.files.indices.filter { counts(scene.ideal.files[$0]) }
    var pairs: [(response: Int, ideal: Int)] = []
    var open: [Int] = []
    for index in here {
      let path = scene.response.files[index].path
      guard let at = there.firstIndex(where: { scene.ideal.files[$0].path == path }) else {
        open.append(index)
        continue
      }
      pairs.append((index, there.remove(at: at)))
    }
    for index in open {
      let file = scene.response.files[index]
      let alike: (TemplateFile) -> Bool = { $0.role == file.role && $0.language == file.language }
      let partners = there.filter { alike(scene.ideal.files[$0]) }
      guard partners.count == 1, open.count(where: { alike(scene.response.files[$0]) }) == 1 else { continue }
      pairs.append((index, partners[0]))
    }
    return pairs
  }
}
