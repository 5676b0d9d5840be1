package import TemplateModel

/// What the prompt asks for, each with what can be told of it in the response and in the ideal.
package struct RequirementMatrix: Sendable {
  package struct Row: Sendable {
    package let demand: Demand
    /// The line that asks for it.
    package let quote: Finding.RequirementQuote
    package let response: RequirementVerdict
    package let ideal: RequirementVerdict

    /// Whether the response fails where the ideal does not.
    ///
    /// Where nothing can be told of the ideal, only what is asked for certainly counts.
    package var isUnmet: Bool {
      response.state == .missed && (ideal.state == .met || ideal.state == .undecided && demand.isCertain)
    }
  }

  /// In the order of the prompt.
  package let rows: [Row]

  package static let empty = RequirementMatrix(rows: [])

  init(rows: [Row]) { self.rows = rows }

  init(
    _ requirements: [Requirement], reader: RequirementReader, response: ConceptIndex, ideal: ConceptIndex
  ) {
    let demands = reader.demands(in: requirements)
    let words = DemandWords(demands, reader.table)
    let here = RequirementCheck(response, words)
    let there = RequirementCheck(ideal, words)
    rows = demands.map { demand in
      let line = requirements[demand.requirement]
      var response = here.verdict(demand)
      var ideal = there.verdict(demand)
      // What is not asked for certainly is missed only where the ideal has it.
      if !demand.isCertain, ideal.state != .met {
        if response.state == .missed { response = .undecided }
        if ideal.state == .missed { ideal = .undecided }
      }
      return Row(
        demand: demand, quote: Finding.RequirementQuote(text: line.text, lines: line.lines),
        response: response, ideal: ideal)
    }
  }
}
