extension HTMLReport {
  /// The filters; it only hides and shows what stands in the page.
  static let script = """
    (() => {
      const one = (selector) => document.querySelector(selector);
      const all = (selector) => [...document.querySelectorAll(selector)];
      const form = one("#filters");
      if (!form) return;
      form.hidden = false;
      const findings = all(".finding").map((element) => ({
        element, severity: element.dataset.severity, category: element.dataset.category,
        files: element.dataset.files.split(" "), text: element.textContent.toLowerCase(),
        link: one('[data-for="' + element.id + '"]') }));
      const apply = () => {
        const data = new FormData(form), severities = new Set(data.getAll("severity"));
        const category = data.get("category"), file = data.get("file");
        const words = data.get("text").toLowerCase().split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const finding of findings) {
          const isShown = severities.has(finding.severity) && (!category || finding.category === category)
            && (!file || finding.files.includes(file)) && words.every((word) => finding.text.includes(word));
          finding.element.hidden = !isShown;
          if (finding.link) finding.link.hidden = !isShown;
          if (isShown) shown += 1;
        }
        for (const section of all("section.severity")) section.hidden = !section.querySelector(".finding:not([hidden])");
        one("#none").hidden = shown > 0;
        one("#shown").textContent = shown + " of " + findings.length + " failures shown";
      };
      const reveal = () => {
        const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
        if (target && target.hidden) { form.reset(); apply(); target.scrollIntoView(); }
      };
      form.addEventListener("input", apply);
      form.addEventListener("reset", () => setTimeout(apply));
      form.addEventListener("submit", (event) => event.preventDefault());
      window.addEventListener("hashchange", reveal);
      document.addEventListener("keydown", (event) => {
        const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          form.elements.text.focus();
        }
      });
      window.addEventListener("beforeprint", () => all("details").forEach((details) => { details.open = true; }));
      apply();
    })();
    """
}
