import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Reports
@testable import Scoring

/// The pages in a browser; skipped where Chromium is not installed.
struct BrowserTests {
  private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first(where: FileManager.default.isExecutableFile)

  /// The document as it is after the page's own script and another one have run.
  private func dom(of page: String, afterClicking script: String = "") throws -> String {
    let folder = try TemporaryFolder()
    // The policy forbids further scripts, so that the test's own stands beside it in a page without one.
    let text =
      script.isEmpty
      ? page
      : page.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
        .replacing("</body>", with: "<script>\(script)</script></body>")
    let file = try folder.write(text, to: "page.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.chromium ?? "")
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.url.path)/profile",
      "--virtual-time-budget=2000", "--dump-dom", "file://\(file)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return output
  }

  private func report() -> String {
    let analysis = ManyFindings.analysis(4, quote: ManyFindings.hostileTexts.joined(separator: " "))
    return HTMLReport(analysis, summary: ReportSummary(analysis)).text(case: "page")
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed"))
  func `The policy lets the page's own script run, which shows the filters`() throws {
    let output = try dom(of: report())
    #expect(output.contains("<p id=\"shown\" role=\"status\">4 of 4 failures shown</p>"))
    #expect(output.contains("<form id=\"filters\" aria-label=\"Filter the failures\">"))
    #expect(output.contains("<button type=\"button\" id=\"theme\">Theme: system</button>"))
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed"))
  func `A severity that is not wanted, and a text, filter the failures`() throws {
    let output = try dom(
      of: report(),
      afterClicking: """
        const form = document.querySelector("#filters");
        form.querySelector("[value=low]").click();
        form.elements.text.value = "alert(1)";
        form.dispatchEvent(new Event("input"));
        """)
    #expect(output.contains("<p id=\"shown\" role=\"status\">3 of 4 failures shown</p>"))
  }

  private static func index(_ count: Int) -> String {
    let entries = (0..<count).map { number in
      let analysis = ManyFindings.analysis(number % 9)
      let value = TrainingValue(
        value: number % 11, grade: "g", blocker: nil, points: [],
        classes: analysis.findings.map { _ in .moderate })
      return CorpusEntry(
        name: "case-\(number)", analysis, summary: ReportSummary(analysis), value: value
      ).with(page: "cases/case-\(number).html")
    }
    return HTMLCorpusIndex(entries, name: "corpus").text
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed"))
  func `The index of a thousand cases is sorted and filtered within two seconds`() throws {
    let page = Self.index(1_000)
    #expect(page.utf8.count < 1_000_000)
    #expect(try dom(of: page).contains("1000 of 1000 cases shown"))
    let output = try dom(
      of: page,
      afterClicking: """
        const start = performance.now(), buttons = document.querySelectorAll(".sortable th button");
        buttons[0].click(); buttons[0].click(); buttons[9].click();
        const form = document.querySelector("#filters");
        form.elements.severity.value = "3";
        form.dispatchEvent(new Event("input"));
        document.body.dataset.first = document.querySelector(".sortable tbody tr:not([hidden]) a").textContent;
        document.body.dataset.quick = performance.now() - start < 2000;
        """)
    #expect(output.contains("aria-sort=\"descending\"><button type=\"button\">Value</button>"))
    // The first case with the value 10 and, of at least four failures, a critical one.
    #expect(output.contains("data-first=\"case-32\""))
    #expect(output.contains("data-quick=\"true\""))
  }
}
