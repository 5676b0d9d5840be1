package import Facts
package import Knowledge
import Readers
import TemplateDiff

extension Case {
  /// The whole way from the texts to the findings.
  ///
  /// - Parameters:
  ///   - facts: nil where nothing is known of types and members; then no finding rests on them.
  ///   - day: the day on which suppressions in the response must still hold; nil where they are not heeded.
  package func analysed(
    with knowledge: KnowledgeBase, facts: FactsTable?, suppressedOn day: CalendarDay? = nil
  ) -> FailureAnalysis {
    let diff = TemplateDiff.compare(
      response: TemplateReader.template(from: response), ideal: TemplateReader.template(from: ideal),
      facts: SchemaFacts(facts))
    return knowledge.judge(
      diff, requirements: prompt.map { PromptReader.requirements(in: $0) } ?? [], facts: facts,
      suppressedOn: day)
  }
}
