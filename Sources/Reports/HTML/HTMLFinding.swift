import Knowledge
import SourceText
import TemplateDiff
import TemplateModel

extension HTMLReport {
  /// The failures with their filters.
  var findings: String {
    guard !analysis.findings.isEmpty else {
      return """
        <section id="failures"><h2>Failures</h2>
        <p>No failure was found. That says that none of the known failures applies to what was read; it does not say \
        that the response is right.</p></section>
        """
    }
    let sections = summary.severities.filter { $0.count > 0 }.map { section in
      let items = section.findings.map(article).joined(separator: "\n")
      return """
        <section class="severity" aria-labelledby="s-\(section.severity.rawValue)">
        <h3 id="s-\(section.severity.rawValue)">\(section.severity.title) <span class="count">\(section.count)</span></h3>
        \(items)
        </section>
        """
    }
    return """
      <section id="failures" aria-labelledby="failures-title"><h2 id="failures-title">Failures</h2>
      \(filters)
      \(sections.joined(separator: "\n"))
      <p id="none" hidden>No failure matches these filters.</p>
      </section>
      """
  }

  private var filters: String {
    let severities = summary.severities.filter { $0.count > 0 }.map { section in
      """
      <label class="pick"><input type="checkbox" name="severity" value="\(section.severity.rawValue)" checked>\
      <span class="badge \(section.severity.rawValue)">\(section.severity.title) \(section.count)</span></label>
      """
    }
    let categories = summary.gaps.map {
      "<option value=\"\($0.category.rawValue)\">\($0.category.title) (\($0.count))</option>"
    }
    let names = files.names.enumerated().map { "<option value=\"\($0)\">\($1.htmlLine(limit: 120))</option>" }
    return """
      <form id="filters" hidden aria-label="Filter the failures">
      <fieldset><legend>Severity</legend>\(severities.joined())</fieldset>
      <label>Category<select name="category"><option value="">All</option>\(categories.joined())</select></label>
      <label>File<select name="file"><option value="">All</option>\(names.joined())</select></label>
      <label>Text <input type="search" name="text" placeholder="Press / to search" autocomplete="off"></label>
      <button type="reset">Reset</button>
      <p id="shown" role="status"></p>
      </form>
      """
  }

  private func article(_ index: Int) -> String {
    let finding = analysis.findings[index]
    let number = summary.numbers[index]
    let numbers = files.numbers(of: finding, in: analysis.diff).map(String.init).joined(separator: " ")
    var parts = [
      """
      <article class="finding" id="f\(number)" data-severity="\(finding.severity.rawValue)" \
      data-category="\(finding.category.rawValue)" data-files="\(numbers)" aria-labelledby="t\(number)">
      <h4 id="t\(number)"><a class="number" href="#f\(number)">\(number)</a> \(finding.title.htmlInline(limit: 1_000))</h4>
      <p class="facts"><span class="badge \(finding.severity.rawValue)">\(finding.severity.title)</span> \
      \(finding.category.title) <code>\(finding.rule.htmlLine(limit: 200))</code>\(reason(finding))</p>
      """
    ]
    parts.append("<div class=\"sides\">")
    parts.append(
      side(
        "Response", "bad", finding.issue, finding.response, in: analysis.diff.response,
        missing: "The response has nothing here."))
    parts.append(
      side("Ideal", "good", finding.fix, finding.ideal, in: analysis.diff.ideal, missing: ""))
    parts += ["</div>", "<div class=\"mores\">"]
    if !finding.rootCause.isEmpty {
      parts.append("<div class=\"more\"><h5>Root cause</h5>\(finding.rootCause.htmlProse())</div>")
    }
    if !finding.impact.isEmpty {
      let items = finding.impact.map { "<dt>\($0.kind.title)</dt><dd>\($0.text.htmlProse())</dd>" }
      parts.append("<div class=\"more\"><h5>Impact</h5><dl>\(items.joined())</dl></div>")
    }
    if let requirement = finding.requirement {
      parts.append(
        """
        <div class="more"><h5>Asked for in \(promptPath.htmlLine(limit: 200)), \(Excerpt.name(of: requirement.lines))</h5>\
        <blockquote>\(requirement.text.htmlInline(limit: 4_000))</blockquote></div>
        """)
    }
    if !finding.references.isEmpty {
      parts.append(
        "<div class=\"more\"><h5>Documentation</h5><ul>\(finding.references.map(\.html).joined())</ul></div>")
    }
    parts += ["</div>", "</article>"]
    return parts.joined(separator: "\n")
  }

  private func reason(_ finding: Finding) -> String {
    finding.severityReason.isEmpty
      ? "" : " <span class=\"reason\">\(finding.severityReason.htmlInline(limit: 600))</span>"
  }

  private func side(
    _ name: String, _ kind: String, _ prose: String, _ locations: [SourceLocation], in template: Template,
    missing: String
  ) -> String {
    var parts = [
      "<div class=\"side \(kind)\"><h5>\(name)</h5>", "<div>\(prose.htmlProse())</div>", "<div>",
    ]
    if let excerpt = Excerpt(of: locations, in: template) {
      parts.append(excerpt.html(kind: kind))
      if !excerpt.further.isEmpty {
        parts.append(
          "<p class=\"further\">Also at \(template.markdownPlaces(excerpt.further).htmlLine(limit: 4_000)).</p>"
        )
      }
    } else if !missing.isEmpty {
      parts.append("<p class=\"absent\">\(missing)</p>")
    }
    return parts.joined(separator: "\n") + "</div></div>"
  }
}

extension Excerpt {
  /// The lines with their numbers; those meant are marked by colour and by a sign.
  func html(kind: String) -> String {
    let place = "\(path.htmlLine(limit: 300)), \(Excerpt.name(of: lines))"
    let name = file.map { " (<code>\($0.htmlLine(limit: 300))</code>)" } ?? ""
    let rows = self.rows.map { row in
      switch row {
      case .gap(let range): "<span class=\"gap\">\(Excerpt.name(ofGap: range))</span>"
      case .line(let number, let text, let isMarked):
        isMarked
          ? "<mark><span class=\"n\">\(kind == "bad" ? "✗" : "✓") \(number)</span>\(text.markupEscaped)</mark>"
          : "<span><span class=\"n\">\(number)</span>\(text.markupEscaped)</span>"
      }
    }
    return """
      <figure><figcaption>\(place)\(name)</figcaption><pre tabindex="0" role="region" aria-label="\(place)"><code>\
      \(rows.joined())</code></pre></figure>
      """
  }
}

extension Finding.Link {
  fileprivate var html: String {
    let title = title.isEmpty ? url : title
    guard isWebAddress else {
      return "<li>\(title.htmlLine(limit: 300)) (<code>\(url.htmlLine(limit: 300))</code>)</li>"
    }
    return
      "<li><a href=\"\(url.markupEscaped)\" rel=\"noreferrer noopener\">\(title.htmlLine(limit: 300))</a></li>"
  }
}
