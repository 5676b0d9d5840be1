package import SourceText
import TemplateModel

extension Finding {
  /// What a finding rests on: which alternative held, on which differences, and how its place among the others came
  /// about.
  package struct Grounds: Sendable {
    /// The 0-based alternative of the known failure that held.
    package var alternative: Int
    package var places: [Place]
    /// How often a finding of the kind was one that a reviewer reported as well, in thousandths; nil where it was
    /// never counted.
    package var reported: Int?
    /// The figure that was used: the counted one, one assumed, or a higher one where the ideal's prose confirms it.
    package var share: Int
    /// What decides on the finding's place: share, confidence, severity and requirement together.
    package var score: Int
    /// What the ideal's prose says about it.
    package var confirmation: String?
    /// The severity that the entry or the context gave, where the project's configuration gives another.
    package var builtIn: Severity?

    /// One place where the known failure holds.
    package struct Place: Sendable {
      /// Type and name: `AWS::S3::Bucket Logs`.
      package var subject: String
      /// As written; empty where the whole thing is meant.
      package var property: String
      package var responseText: String?
      package var idealText: String?
      /// What a detector found out.
      package var detail: String?
      package var response: SourceLocation?
      package var ideal: SourceLocation?
      /// The differences that it explains, as indices in the diff.
      package var deltas: [Int]
      /// 0 to 1000.
      package var confidence: Int
    }
  }
}

extension Finding.Grounds {
  init(_ group: Group, share: Int, reported: Int?, score: Int, builtIn: Severity?) {
    self.init(
      alternative: group.alternative,
      places: group.evidence.map { evidence in
        Place(
          subject: [evidence.subject.type, evidence.subject.name].filter { !$0.isEmpty }.joined(
            separator: " "),
          property: evidence.path.description, responseText: evidence.responseText,
          idealText: evidence.idealText, detail: evidence.detail, response: evidence.response.first,
          ideal: evidence.ideal.first, deltas: evidence.deltas, confidence: evidence.confidence)
      },
      reported: reported, share: share, score: score, confirmation: group.fix?.text,
      builtIn: builtIn)
  }
}
