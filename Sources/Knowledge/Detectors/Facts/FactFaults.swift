import Facts
import SourceText
import TemplateDiff
import TemplateModel

/// What the two sides have that the table of facts contradicts, in the order of the text.
struct FactFaults {
  let response: [FactFault]
  /// The keys of the ideal's: what both sides do is told of neither.
  let idealKeys: Set<String>

  init(_ diff: TemplateDiff, _ facts: FactsTable?) {
    guard let facts else {
      (response, idealKeys) = ([], [])
      return
    }
    let memo = FactMemo()
    response = Self.faults(of: diff.response, facts, memo)
    idealKeys = response.isEmpty ? [] : Set(Self.faults(of: diff.ideal, facts, memo).map(\.key))
  }

  private static func faults(of template: Template, _ facts: FactsTable, _ memo: FactMemo) -> [FactFault] {
    let pins = FactPins(template)
    var symbols = SymbolFaults(facts, pins, memo)
    for use in template.symbols { symbols.check(use) }
    var schemas = SchemaFaults(facts, pins, memo, template)
    schemas.check()
    var values = ValueFaults(facts)
    values.check(template)
    var seen: Set<String> = []
    return (symbols.found + schemas.found + values.found).filter { fault in
      seen.insert("\(fault.key) \(fault.location.document) \(fault.location.range.start)").inserted
    }.sorted {
      ($0.location.document, $0.location.range.start, $0.key) < (
        $1.location.document, $1.location.range.start, $1.key
      )
    }
  }
}
