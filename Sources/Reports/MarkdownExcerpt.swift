import SourceText
import TemplateModel

extension Excerpt {
  /// The fenced block: `mark` behind the lines that are meant, a remark for every gap.
  func markdown(mark: String) -> String {
    var lines: [String] = []
    var hasRemarks = false
    for (index, row) in rows.enumerated() {
      switch row {
      case .line(_, let text, let isMarked):
        hasRemarks = hasRemarks || isMarked
        lines.append(isMarked ? text + (text.isEmpty ? "" : " ") + language.remark(mark) : text)
      case .gap(let range):
        hasRemarks = true
        lines.append(indentation(around: index) + language.remark(Excerpt.name(ofGap: range)))
      }
    }
    let fence = fence(around: lines)
    return ([fence + language.fenceName(hasRemarks: hasRemarks)] + lines + [fence]).joined(separator: "\n")
  }

  /// `MODEL_RESPONSE.md, lines 120–126` and, where the document holds several files, which one.
  var markdownPlace: String {
    let place = "\(path.markdownInline), \(Excerpt.name(of: lines))"
    return file.map { "\(place) (\($0.markdownCode))" } ?? place
  }

  /// The smaller indentation of the lines around a gap.
  private func indentation(around index: Int) -> Substring {
    let neighbours = [index - 1, index + 1].filter(rows.indices.contains).compactMap { place -> Substring? in
      guard case .line(_, let text, _) = rows[place], !text.isEmpty else { return nil }
      return text.prefix { $0 == " " || $0 == "\t" }
    }
    return neighbours.min { $0.utf8.count < $1.utf8.count } ?? ""
  }
}

extension Template {
  /// Places as `MODEL_RESPONSE.md, lines 3–9, 14 and 20–22`, a part for each document.
  ///
  /// Beyond the thirtieth they are counted; the JSON report names them all.
  func markdownPlaces(_ locations: [SourceLocation]) -> String {
    let named = 30
    var parts: [(path: String, lines: [String])] = []
    for location in locations.prefix(named) {
      let index = Int(location.document)
      let path = documents.indices.contains(index) ? documents[index].path : ""
      let lines = lines(of: location)
      let text = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
      if parts.last?.path == path {
        if !parts[parts.count - 1].lines.contains(text) { parts[parts.count - 1].lines.append(text) }
      } else {
        parts.append((path, [text]))
      }
    }
    var places = parts.map { part in
      let word = part.lines.count == 1 && !part.lines[0].contains("–") ? "line" : "lines"
      return "\(part.path.markdownInline), \(word) \(part.lines.listed)"
    }
    if locations.count > named { places.append(counted(locations.count - named, "more place")) }
    return places.joined(separator: "; ")
  }
}
