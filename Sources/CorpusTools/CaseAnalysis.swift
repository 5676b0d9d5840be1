package import Knowledge
import Readers
import TemplateDiff

extension Case {
  /// The whole way from the texts to the findings.
  package func analysed(with knowledge: KnowledgeBase) -> FailureAnalysis {
    let diff = TemplateDiff.compare(
      response: TemplateReader.template(from: response), ideal: TemplateReader.template(from: ideal))
    return knowledge.judge(diff, requirements: prompt.map { PromptReader.requirements(in: $0) } ?? [])
  }
}
