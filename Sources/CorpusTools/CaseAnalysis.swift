package import Facts
package import Knowledge
import Readers
import TemplateDiff

extension Case {
  /// The whole way from the texts to the findings.
  ///
  /// - Parameter facts: nil where nothing is known of types and members; then no finding rests on them.
  package func analysed(with knowledge: KnowledgeBase, facts: FactsTable?) -> FailureAnalysis {
    let diff = TemplateDiff.compare(
      response: TemplateReader.template(from: response), ideal: TemplateReader.template(from: ideal),
      facts: SchemaFacts(facts))
    return knowledge.judge(
      diff, requirements: prompt.map { PromptReader.requirements(in: $0) } ?? [], facts: facts)
  }
}
