import Testing

@testable import plumbline

struct ProgressTests {
  private func lines(inPlace: Bool, isShown: Bool = true, isQuiet: Bool = false) -> String {
    var text = ""
    let console = Console(
      environment: ["TERM": "xterm"], isQuiet: isQuiet, isTerminal: { _ in inPlace },
      send: { _, bytes in
        text += String(decoding: bytes, as: UTF8.self)
        return 0
      })
    var time = ContinuousClock.now
    let progress = Progress(of: 70, unit: "cases", on: console, isShown: isShown, now: { time })
    for _ in 1...70 {
      time += .seconds(1)
      progress.advance()
    }
    progress.finish()
    return text
  }

  @Test func `Off a terminal there is a plain line every 30 seconds`() {
    #expect(lines(inPlace: false) == "30 of 70 cases\n60 of 70 cases\n")
  }

  @Test func `On a terminal the line is rewritten in place and wiped at the end`() {
    let text = lines(inPlace: true)
    #expect(text.hasPrefix("\r\u{1B}[K1 of 70 cases\r\u{1B}[K2 of 70 cases"))
    #expect(text.hasSuffix("70 of 70 cases\r\u{1B}[K"))
    #expect(!text.contains("\n"))
  }

  @Test func `Neither --no-progress nor --quiet shows any`() {
    #expect(lines(inPlace: true, isShown: false) == "")
    #expect(lines(inPlace: false, isQuiet: true) == "")
  }
}
