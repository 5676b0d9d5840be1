import SourceText
import TemplateModel

/// The lines on which things are declared: a place inside a resource is read together with the resource's first line.
///
///     resource "aws_sqs_queue" "orders" {      ← cited as well
///       name                       = "orders"
///       visibility_timeout_seconds = 60        ← the place
///     }
enum Declarations {
  /// More lines than these would bury the places themselves.
  private static let most = 6

  /// The first lines of the resources that hold the places, those left out that the places already cover.
  static func heads(of places: [SourceLocation], in template: Template) -> [SourceLocation] {
    var heads: [SourceLocation] = []
    for place in places where heads.count < most {
      guard let resource = innermost(place, in: template) else { continue }
      let head = template.head(of: resource.location, lines: 1)
      let line = template.lines(of: head).lowerBound
      let isCovered = (places + heads).contains {
        $0.document == head.document && template.lines(of: $0).contains(line)
      }
      if !isCovered { heads.append(head) }
    }
    return heads
  }

  private static func innermost(_ place: SourceLocation, in template: Template) -> Resource? {
    var found: Resource?
    for resource in template.resources
    where resource.location.document == place.document && resource.location.range.contains(place.range)
      && (found.map { $0.location.range.start < resource.location.range.start } ?? true)
    { found = resource }
    return found
  }
}
