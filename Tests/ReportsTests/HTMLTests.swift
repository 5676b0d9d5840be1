import Foundation
import Knowledge
import SourceText
import TemplateDiff
import TemplateModel
import Testing

@testable import Reports

/// The report as a page.
struct HTMLTests {
  private func page(_ analysis: FailureAnalysis, name: String = "small") -> String {
    HTMLReport(analysis, summary: ReportSummary(analysis)).text(case: name)
  }

  /// The page without its style sheet and its script.
  private func body(_ page: String) -> String {
    page.replacingOccurrences(of: HTMLPage.style, with: "").replacingOccurrences(
      of: HTMLReport.script, with: "")
  }

  /// The names of all tags, in their order, ends with a slash.
  private func tags(_ page: String) -> [String] {
    body(page).matches(of: /<(\/?[a-z0-9]+)[ >\/]/).map { String($0.1) }
  }

  @Test func `The digest is that of the standard's examples`() {
    func hex(_ text: String) -> String {
      SHA256.digest(Array(text.utf8)).map { byte in
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(SHA256.policySource("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test func `Every failure stands in the page with its number, severity, category and files`() {
    let page = page(Sample.analysis)
    let articles = page.matches(of: /<article class="finding" id="f(\d)" data-severity="([a-z]+)"/)
    #expect(articles.map { "\($0.1) \($0.2)" } == ["1 critical", "2 high", "3 high", "4 medium"])
    #expect(page.contains("<option value=\"0\">lib/TapStack.yml</option>"))
    #expect(page.contains("✗ 26"))
    #expect(page.contains("✓ 27"))
  }

  @Test func `Every element that is opened is closed, in order`() {
    for analysis in [Sample.analysis, ManyFindings.analysis(0), ManyFindings.analysis(3)] {
      let void: Set = ["meta", "input", "rect", "path"]
      var open: [String] = []
      for tag in tags(page(analysis)) where !void.contains(tag) {
        if tag.hasPrefix("/") {
          #expect(open.popLast() == String(tag.dropFirst()))
        } else {
          open.append(tag)
        }
      }
      #expect(open == [])
    }
  }

  @Test func `Every id is unique and every link within the page leads somewhere`() {
    let page = body(page(Sample.analysis))
    let ids = page.matches(of: /\ id="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets =
      page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
      + page.matches(of: /aria-labelledby="([^"]+)"/).map { String($0.1) }
    #expect(targets.allSatisfy(ids.contains))
    #expect(targets.count > 10)
  }

  @Test func `Nothing is loaded and nothing has a style or a handler of its own`() {
    let page = body(page(Sample.analysis))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains(" src="))
    #expect(!page.contains(" style="))
    #expect(!page.contains("url("))
    #expect(page.matches(of: /\ on[a-z]+=/).isEmpty)
    #expect(page.matches(of: /href="(?!#|https:\/\/docs\.aws)/).isEmpty)
  }

  @Test(arguments: ManyFindings.hostileTexts)
  func `A hostile text adds no element`(hostile: String) {
    let plain = tags(page(ManyFindings.analysis(2, quote: "ab", line: "ab"), name: "ab"))
    let page = page(ManyFindings.analysis(2, quote: "a\(hostile)b", line: hostile), name: hostile)
    // A line break in a text may start a paragraph of its own.
    let extra: Set = ["p", "/p"]
    #expect(tags(page).filter { !extra.contains($0) } == plain.filter { !extra.contains($0) })
    #expect(page.components(separatedBy: "</script>").count == 2)
    #expect(page.components(separatedBy: "</style>").count == 2)
    #expect(
      !page.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || [0x9B, 0x202E, 0x2066].contains($0.value)
      })
  }

  @Test func `A text of a megabyte stays bounded`() {
    let long = String(repeating: "é", count: 500_000)
    #expect(page(ManyFindings.analysis(1, quote: long, line: long), name: long).utf8.count < 300_000)
  }

  @Test func `Prose becomes paragraphs, lists, code and blocks, and nothing else`() {
    #expect(
      "Set `a<b`:\n- one\n- `two`\n\nA <b>\nline\n```yaml\nx: <y>\n```".htmlProse()
        == "<p>Set <code>a&lt;b</code>:</p><ul><li>one</li><li><code>two</code></li></ul><p>A &lt;b&gt; line</p>"
        + "<pre class=\"quote\" tabindex=\"0\"><code>x: &lt;y&gt;</code></pre>")
    #expect("a ` b `` c".htmlProse() == "<p>a ` b `` c</p>")
  }
}

/// The graph of the resources and where its nodes stand.
struct ResourceGraphTests {
  @Test func `Pairs are one node, and each says what happens to it`() {
    let graph = ResourceGraph(Sample.diff)
    #expect(
      graph.nodes.map { "\($0.name) \($0.change)" } == ["LogBucket changed", "Alarm added", "Database same"])
    #expect(graph.edges.isEmpty)
  }

  @Test func `What is referred to stands in a column before`() {
    let layout = GraphLayout(
      nodes: 5,
      edges: [.init(from: 1, to: 0), .init(from: 2, to: 1), .init(from: 2, to: 0), .init(from: 3, to: 0)])
    #expect(layout.places.map(\.column) == [0, 1, 2, 1, 0])
    #expect(layout.places[4].row == 2)
    #expect(layout.columns == 3)
    #expect(layout.rows == 3)
  }

  @Test func `A cycle is laid out too, each node in a place of its own`() {
    let edges = (0..<60).map { ResourceGraph.Edge(from: $0, to: ($0 * 7 + 1) % 60) }.filter {
      $0.from != $0.to
    }
    let layout = GraphLayout(nodes: 64, edges: edges)
    #expect(Set(layout.places.map { "\($0.column) \($0.row)" }).count == 64)
    #expect(layout.places.allSatisfy { $0.column < layout.columns && $0.row < layout.rows })
  }
}
