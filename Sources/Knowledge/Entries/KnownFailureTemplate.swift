extension KnownFailure {
  /// What the template of a known failure writes where its author has something to say.
  package static let gap = "FILL IN"

  /// The file of a new known failure: complete and in order, but for what only its author knows.
  ///
  /// What is left to write is marked with `gap`, and the loader refuses the file for each of them.
  package static func template(id: String, category: Category) -> String {
    """
    id: \(id)
    title: "\(gap): the fault as a noun phrase, of {name}"
    category: \(category.rawValue)
    severity:
      level: medium
      because: "\(gap): half a sentence, the service refuses the version"
    # One alternative that holds is enough; `plumbline explain ID` shows how others are written.
    detect:
      - delta: [changed, added, removed]
        type: ["\(gap): AWS::S3::Bucket"]
        property: ["\(gap): BucketEncryption.**"]
    issue: >
      \(gap): what the response has, {name} sets {property} to {response} ({lines}).
    fix: >
      \(gap): what to write instead. The ideal writes {ideal}.
    root-cause: >
      \(gap): why a model gets it wrong.
    # One of deployment, security, cost, performance and operations, or several in this order.
    impact:
      deployment: >
        \(gap): what follows if it stays.
    references:
      - title: "\(gap): the page's title"
        url: "\(gap): https://docs.aws.amazon.com/"
    examples:
      - name: "a pair that has the fault"
        response: |
          \(gap): a template with the fault
        ideal: |
          \(gap): the same without it
        findings:
          - title: "\(gap): the title, its places filled"
            line: 1
            ideal: 1
      - name: "a pair without it"
        response: |
          \(gap): a template without the fault
        ideal: |
          \(gap): the same
        findings: []

    """
  }
}
