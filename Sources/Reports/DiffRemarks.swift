import TemplateDiff
import TemplateModel

/// What is to be said of a diff beside its deltas, one sentence a line.
struct DiffRemarks {
  let diff: TemplateDiff

  /// What kind of pair it is, where that matters to who reads the deltas.
  var condition: String? {
    switch diff.condition {
    case .ordinary, .identical: nil
    case .rewrite: "Hardly anything of the response is found in the ideal: it is a rewrite."
    case .shortIdeal: "The ideal is much shorter than the response: what it lacks need not be removed."
    case .noCode: "One side holds no code of a template."
    }
  }

  /// Resources that must follow others, pairs in doubt, and what was left out.
  var closing: [String] { losses + consequences + doubts + limits }

  /// What would be gone, were the response running and changed into the ideal.
  private var losses: [String] {
    diff.deltas.filter(\.losesData).map { delta in
      let name = DiffWording(diff: diff).name(of: delta.subject)
      switch delta.impact {
      case .delete: return "\(name) loses its data: it is deleted, and nothing says to keep it."
      default:
        let reason =
          delta.path.steps.isEmpty ? "another type replaces it" : "a change of \(delta.path) replaces it"
        return "\(name) loses its data: \(reason)."
      }
    }
  }

  private var consequences: [String] {
    diff.consequences.map { consequence in
      let verb = consequence.impact == .replace ? "is replaced" : "may be replaced"
      return "\(address(consequence.pair)) \(verb) because its \(consequence.property) refers to "
        + "\(address(consequence.cause))\(consequence.losesData ? "; it loses its data" : "")."
    }
  }

  private var doubts: [String] {
    diff.pairs.filter { !$0.alternatives.isEmpty }.map { pair in
      let others = pair.alternatives.map { alternative in
        alternative.response == pair.response
          ? diff.ideal.resources[alternative.ideal].address
          : diff.response.resources[alternative.response].address
      }
      return "\(diff.response.resources[pair.response].address) is taken for "
        + "\(diff.ideal.resources[pair.ideal].address); \(others.listed) would fit about as well."
    }
  }

  private var limits: [String] {
    let limits = diff.limits
    return [
      (
        limits.pairedInOrder, "resource",
        "of large groups of equals were paired in the order of their addresses"
      ),
      (limits.commonFeatures, "value", "shared by too many resources led to no candidate"),
      (limits.hubReferences, "reference", "to hubs were not followed"),
      (limits.candidates, "candidate", "beyond the best of a resource were not weighed"),
      (limits.likeValues, "value", "of long lists told resources alike only where they are equal"),
      (limits.listElements, "list element", "were compared in their order only"),
    ].filter { $0.0 > 0 }.map { "\(counted($0.0, $0.1)) \($0.2)." }
  }

  private func address(_ pair: Int) -> String { diff.ideal.resources[diff.pairs[pair].ideal].address }
}
