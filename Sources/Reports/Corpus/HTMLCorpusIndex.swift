import Knowledge

/// The index of many cases as one HTML page: distributions, what recurs, and a table that can be sorted and filtered.
///
///     ┌ header ──────────────────────────────┐
///     │ overview with charts                 │
///     │ the most frequent failures           │
///     │ the cases, each with a link          │
///     └──────────────────────────────────────┘
package struct HTMLCorpusIndex: Sendable {
  private let name: String
  private let entries: [CorpusEntry]
  private let tally: CorpusTally

  /// How many known failures are listed.
  private static let mostRecurrences = 30

  /// - Parameter name: what the corpus is called.
  package init(_ entries: [CorpusEntry], name: String) {
    self.name = name
    self.entries = entries
    tally = CorpusTally(entries)
  }

  /// The whole page, with a final line break.
  package var text: String {
    HTMLPage(
      title: "Failures of \(name)", subject: name, script: Self.script,
      content: """
        <main id="main" class="index">
        \(overview)
        \(recurrences)
        \(cases)
        </main>
        """
    ).text
  }

  private var overview: String {
    let reported = tally.cases - tally.failed
    var sentences = [
      "\(counted(reported, "case")) with \(counted(tally.findings, "failure")); in "
        + "\(tally.clean) of the cases none was found."
    ]
    if tally.failed > 0 {
      sentences.append(
        "\(counted(tally.failed, "case")) could not be evaluated; the table gives the reasons.")
    }
    let severities = tally.severities.map { severity, count in
      (
        name: severity.title, count: count,
        bar: HTMLBar(parts: [(severity, count)], most: mostOfASeverity).svg
      )
    }
    return """
      <section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>
      <p class="lead">\(sentences.joined(separator: " "))</p>
      <div class="charts"><div>\(chart("Failures by severity", severities))
      \(chart("Cases by number of failures", tally.sizes))
      \(chart("Cases by training value", tally.values))</div>
      <div>\(chart("Failures by category", tally.categories))</div>
      <div>\(chart("Cases by platform", tally.platforms))</div></div>
      </section>
      """
  }

  private var mostOfASeverity: Int { tally.severities.map(\.count).max() ?? 1 }

  private func chart(_ caption: String, _ shares: [CorpusTally.Share]) -> String {
    let most = shares.map(\.count).max() ?? 1
    return chart(caption, shares.map { ($0.name, $0.count, HTMLBar($0.count, most: most).svg) })
  }

  private func chart(_ caption: String, _ rows: [(name: String, count: Int, bar: String)]) -> String {
    let cells = rows.map {
      "<tr><th scope=\"row\">\($0.name.htmlLine(limit: 100))</th><td class=\"number\">\($0.count)</td>"
        + "<td class=\"bar\">\($0.bar)</td></tr>"
    }
    return "<table class=\"chart\"><caption>\(caption)</caption><tbody>\(cells.joined())</tbody></table>"
  }

  private var recurrences: String {
    let listed = tally.recurrences.prefix(Self.mostRecurrences)
    guard let most = listed.first?.cases else { return "" }
    let rows = listed.map { recurrence in
      """
      <tr><td><code>\(recurrence.rule.htmlLine(limit: 200))</code></td><td>\(recurrence.category.title)</td>\
      <td><span class="badge \(recurrence.mostSevere.rawValue)">\(recurrence.mostSevere.title)</span></td>\
      <td class="number">\(recurrence.cases)</td><td class="bar">\(HTMLBar(recurrence.cases, most: most).svg)</td>\
      <td class="number">\(recurrence.findings)</td></tr>
      """
    }
    let more = tally.recurrences.count - listed.count
    return """
      <section id="recurrences" aria-labelledby="recurrences-title"><h2 id="recurrences-title">The most frequent failures</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="The most frequent failures">\
      <table class="list recurrences" aria-label="Known failures by number of cases"><thead><tr>\
      <th scope="col">Known failure</th><th scope="col">Category</th><th scope="col">Most severe</th>\
      <th scope="col" class="number">Cases</th><th scope="col"><span class="unseen">Share</span></th>\
      <th scope="col" class="number">Failures</th></tr></thead>
      <tbody>\(rows.joined(separator: "\n"))</tbody></table></div>
      \(more > 0 ? "<p>\(more) less frequent known failures are not listed.</p>" : "")
      </section>
      """
  }

  private var cases: String {
    let platforms = tally.platforms.map {
      "<option>\($0.name.htmlLine(limit: 100))</option>"
    }
    let headers = Self.columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")><button type=\"button\">\(column.name)</button></th>"
    }
    return """
      <section id="cases" aria-labelledby="cases-title"><h2 id="cases-title">Cases</h2>
      <form id="filters" hidden aria-label="Filter the cases">
      <label>Text <input type="search" name="text" placeholder="Press / to search" autocomplete="off"></label>
      <label>Platform<select name="platform"><option value="">All</option>\(platforms.joined())</select></label>
      <label>At least one failure<select name="severity"><option value="">of any severity, or none</option>\
      <option value="3">critical</option><option value="4">high</option><option value="5">medium</option>\
      <option value="6">low</option></select></label>
      <button type="reset">Reset</button>
      <p id="shown" role="status"></p>
      </form>
      <table class="list sortable" aria-label="Cases"><thead><tr>\(headers.joined())</tr></thead>
      <tbody>\(entries.map(row).joined(separator: "\n"))</tbody></table>
      </section>
      """
  }

  private static let columns: [(name: String, isNumber: Bool)] = [
    ("Case", false), ("Platform", false), ("Failures", true), ("Critical", true), ("High", true),
    ("Medium", true), ("Low", true), ("Resources", true), ("Ideal", true), ("Value", true),
  ]

  private func row(_ entry: CorpusEntry) -> String {
    let name = entry.name.htmlLine(limit: 200)
    let link = entry.page.map { "<a href=\"\($0)\">\(name)</a>" } ?? name
    if let error = entry.error {
      return "<tr><td>\(link)</td><td class=\"error\" colspan=\"9\">\(error.htmlLine(limit: 300))</td></tr>"
    }
    func number(_ value: Int, _ kind: String = "") -> String {
      "<td class=\"number \(value == 0 ? "zero" : kind)\">\(value)</td>"
    }
    let severities = Severity.allCases.reversed().map { number(entry.severities[$0] ?? 0, $0.rawValue) }
    return "<tr><td>\(link)</td><td>\((entry.platform ?? "No template").htmlLine(limit: 100))</td>"
      + number(entry.findings.count) + severities.joined() + number(entry.resources.response)
      + number(entry.resources.ideal) + number(entry.trainingValue ?? 0) + "</tr>"
  }

  /// Sorts by the header that is pressed, first from the least for words and from the most for numbers.
  static let script = """
    (() => {
      const table = document.querySelector(".sortable"), body = table.tBodies[0];
      const form = document.querySelector("#filters"), headers = [...table.tHead.rows[0].cells];
      const rows = [...body.rows].map((element, place) => ({ element, place, text: element.textContent.toLowerCase(),
        cells: [...element.cells].map((cell) => cell.textContent) }));
      form.hidden = false;
      const compare = new Intl.Collator("en", { numeric: true }).compare;
      headers.forEach((header, column) => header.firstElementChild.addEventListener("click", () => {
        const isNumber = header.classList.contains("number");
        const before = header.getAttribute("aria-sort");
        const ascends = before ? before === "descending" : !isNumber;
        headers.forEach((other) => other.removeAttribute("aria-sort"));
        header.setAttribute("aria-sort", ascends ? "ascending" : "descending");
        const sign = ascends ? 1 : -1;
        rows.sort((one, other) => {
          const a = one.cells[column], b = other.cells[column];
          if (a === undefined || b === undefined) return (a === undefined) - (b === undefined) || one.place - other.place;
          return sign * (isNumber ? a - b : compare(a, b)) || one.place - other.place;
        });
        body.append(...rows.map((row) => row.element));
      }));
      const apply = () => {
        const data = new FormData(form), words = data.get("text").toLowerCase().split(/\\s+/).filter(Boolean);
        const platform = data.get("platform"), severity = data.get("severity");
        let shown = 0;
        for (const row of rows) {
          const isShown = (!platform || row.cells[1] === platform) && (!severity || row.cells[severity] > 0)
            && words.every((word) => row.text.includes(word));
          row.element.hidden = !isShown;
          if (isShown) shown += 1;
        }
        document.querySelector("#shown").textContent = shown + " of " + rows.length + " cases shown";
      };
      form.addEventListener("input", apply);
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", (event) => event.preventDefault());
      document.addEventListener("keydown", (event) => {
        const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          form.elements.text.focus();
        }
      });
      apply();
    })();
    """
}
