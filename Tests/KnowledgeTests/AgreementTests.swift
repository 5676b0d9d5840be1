import Testing

@testable import Knowledge

struct AgreementTests {
  @Test(arguments: [
    (" has no policy", " have no policy"), (" is open", " are open"), (" does not wait", " do not wait"),
    (" sets it", " set it"), (" attaches it", " attach it"), (" carries it", " carry it"),
    (" fixes it", " fix it"),
    (" passes it", " pass it"), (": a list", ": a list"), (" and more", " and more"), ("", ""),
  ])
  func `A verb agrees with several subjects`(one: String, several: String) {
    #expect(Agreement.plural(one) == several)
  }
}
