import Knowledge

/// A bar of a chart; the table that holds it says the numbers.
struct HTMLBar {
  let parts: [(name: String, count: Int)]
  let most: Int

  init(parts: [(severity: Severity, count: Int)], most: Int) {
    self.parts = parts.map { ($0.severity.rawValue, $0.count) }
    self.most = max(1, most)
  }

  /// A bar of one colour.
  init(_ count: Int, most: Int) {
    parts = [("plain", count)]
    self.most = max(1, most)
  }

  var svg: String {
    var start = 0
    var rects = ""
    for part in parts where part.count > 0 {
      let width = part.count * 1_000 / most
      rects += "<rect class=\"\(part.name)\" x=\"\(start)\" width=\"\(width)\" height=\"10\"/>"
      start += width
    }
    return "<svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(rects)</svg>"
  }
}
