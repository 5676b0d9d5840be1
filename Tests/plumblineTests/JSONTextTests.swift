import Testing

@testable import plumbline

struct JSONTextTests {
  @Test(arguments: [
    ("", #""""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\t\r\u{1}\u{1F}", #""\n\t\r\u0001\u001f""#), ("é", "\"é\""),
  ])
  func `A string is escaped as RFC 8259 requires`(text: String, json: String) {
    #expect(JSONText.quoted(text) == json)
  }
}
