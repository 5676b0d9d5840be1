import Testing

@testable import Knowledge

struct RemarkFaultTests {
  @Test(arguments: [
    ("Use enum instead of string", "fixed", "engine", "string instead of enum"),
    ("Using the role of the service", "fixed", "role", "Does not use the role of the service"),
    ("Retrieve the password at run time", "fixed", "secret", "Does not retrieve the password at run time"),
    ("from 14.7 to 14.13", "changed", "engine_version", "engine_version changed from 14.7 to 14.13"),
    ("EIP for NAT Gateway", "fixed", "resource", "Missing EIP for NAT Gateway"),
    ("Removed the invalid lock", "fixed", "backend", "Unneeded the invalid lock"),
    ("missing import", "added", "import", "Missing import: import"),
  ])
  func `A remark becomes the fault that it repairs`(
    _ label: String, _ deed: String, _ thing: String, _ fault: String
  ) {
    #expect(RemarkFault.title(of: label, deed: deed, thing: thing) == fault)
  }
}
