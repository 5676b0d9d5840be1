/// The frame of a page that needs nothing else: no network, no other file.
///
/// Its policy allows only the one script and the one style sheet in it, by their digests. Without scripts all is
/// shown and nothing can be filtered or sorted.
struct HTMLPage {
  /// Plain text.
  let title: String
  /// Plain text behind the page's name.
  let subject: String
  let script: String
  /// HTML: what stands in `div.page`.
  let content: String

  private var wholeScript: String { "\(Self.theme)\n\(script)" }

  /// The whole page, with a final line break.
  var text: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <title>\(title.htmlLine(limit: 200))</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the report</a>
    <header><h1>Model response failures <span class="case">\(subject.htmlLine(limit: 200))</span></h1>
    <button type="button" id="theme" hidden>Theme: system</button></header>
    <div class="page">
    \(content)
    </div>
    <script>\(wholeScript)</script>
    </body>
    </html>

    """
  }

  private var policy: String {
    "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '\(SHA256.policySource(Self.style))'; "
      + "script-src '\(SHA256.policySource(wholeScript))'"
  }

  /// The choice between the reader's system, light and dark.
  private static let theme = """
    (() => {
      const button = document.querySelector("#theme"), themes = ["system", "light", "dark"];
      let chosen = 0;
      button.hidden = false;
      button.addEventListener("click", () => {
        chosen = (chosen + 1) % themes.length;
        button.textContent = "Theme: " + themes[chosen];
        if (chosen === 0) delete document.documentElement.dataset.theme;
        else document.documentElement.dataset.theme = themes[chosen];
      });
    })();
    """
}
