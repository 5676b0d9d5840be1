import SourceText
import TemplateModel

/// The lines that findings speak of already, by document.
struct CitedLines {
  private var response: Set<Int> = []
  private var ideal: Set<Int> = []
  /// The lines where places begin, however long they are.
  private var responseStarts: Set<Int> = []
  private var idealStarts: Set<Int> = []
  /// Longer places are about something as a whole and do not keep a line from being told by itself.
  private static let longest = 12

  init() {}

  init(_ groups: [Group], in scene: Scene) {
    // What a resource lacks is told at the resource as a whole, and does not speak of each of its lines.
    for group in groups where !group.detection.looksAtResources {
      for evidence in group.evidence {
        for place in evidence.response {
          CitedLines.add(place, of: scene.response, to: &response)
          responseStarts.insert(CitedLines.start(of: place, in: scene.response))
        }
        for place in evidence.ideal {
          CitedLines.add(place, of: scene.ideal, to: &ideal)
          idealStarts.insert(CitedLines.start(of: place, in: scene.ideal))
        }
      }
    }
  }

  /// Whether a line of the places is spoken of.
  func touches(_ here: [SourceLocation], _ there: [SourceLocation], _ scene: Scene) -> Bool {
    here.contains { CitedLines.holds($0, of: scene.response, response) }
      || there.contains { CitedLines.holds($0, of: scene.ideal, ideal) }
  }

  /// Whether a line of the places is spoken of, or something begins where one of them begins.
  func tells(_ here: [SourceLocation], _ there: [SourceLocation], _ scene: Scene) -> Bool {
    here.contains { responseStarts.contains(CitedLines.start(of: $0, in: scene.response)) }
      || there.contains { idealStarts.contains(CitedLines.start(of: $0, in: scene.ideal)) }
      || touches(here, there, scene)
  }

  private static func start(of place: SourceLocation, in template: Template) -> Int {
    key(template.lines(of: place).lowerBound, place.document)
  }

  private static func key(_ line: Int, _ document: UInt32) -> Int { Int(document) << 32 | line }

  private static func add(_ place: SourceLocation, of template: Template, to set: inout Set<Int>) {
    let lines = template.lines(of: place)
    guard lines.count <= longest else { return }
    for line in lines { set.insert(key(line, place.document)) }
  }

  private static func holds(_ place: SourceLocation, of template: Template, _ set: Set<Int>) -> Bool {
    template.lines(of: place).contains { set.contains(key($0, place.document)) }
  }
}
