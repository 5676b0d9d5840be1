import TemplateDiff
import TemplateModel

/// One way to find a known failure: a place to look, and conditions that must all hold there.
///
/// An entry's `detect` is a list of these alternatives. Each names exactly one place:
///
///     delta: [added, changed]     a difference between response and ideal; `any` for all kinds, `differs`
///                                 for those where both sides have a value
///       of: property                what differs: property (the default), resource, file, or a declaration's kind
///       type: [AWS::IAM::*]         the resource's canonical type
///       name: ["*Secret*"]          its logical name, the declaration's name, or the file's path
///       property: [Tags.**]         where in it, see `PropertyPattern`; a delta above the place is looked into
///       trait: encrypted            in the places where `concepts.yaml` has this trait of the things that `type`
///                                 names; a resource that brings it beside the thing counts as well
///       response: {…}  ideal: {…}   conditions on the two values, see `ValueCondition`
///       where: {Engine: {…}}        conditions on other properties of the same resource
///       unexplained: true           only deltas that no other known failure explains
///     resource: [AWS::KMS::Key]   a resource of the response
///       name, where                 as above
///       property, value             the place meant and what must hold of it
///       without: [AWS::S3::BucketPolicy]  no resource of these types refers to it
///       has, lacks                  traits of `concepts.yaml` that it must have, or lack for certain
///     declaration: [parameter]    a parameter, output or the like of the response
///       name, property, value, where
///     file: ideal-only            a file that only one side has (`response-only`, `ideal-only`)
///       role, language, path
///     text: [TODO, placeholder]   words in the text of the response's files; case does not count. Where no role is
///                                 asked for, tests and documents are left out; where the same entry has better
///                                 evidence than words, they are
///       in: ideal                   in the ideal's files instead; what both have does not count
///       role, language, path
///     detector: dependency-cycle  code in `Detectors`, for what the words above cannot say
///       type, name
///
/// Where types stand, the name of a thing from `concepts.yaml` may stand for its types: `type: [bucket]`.
///
/// They may add what holds of the whole pair, and how the finding is told:
///
///     prompt: [suffix, "unique name*"]           one of these words occurs in the prompt
///     dialect: [cloudformation]                  the response is written in one of these
///     response-has: [AWS::Logs::LogGroup.KmsKeyId]  a resource of the type, with the property; all must exist
///     response-lacks, ideal-has, ideal-lacks        alike; of `lacks` none may exist
///     at-least: 3                                so many places, or none counts
///     each: rule | type | resource | property    what makes a finding of its own; `rule` unless said otherwise
///     severity: high   because: …                instead of the entry's
///     confidence: 600                            0 to 1000, instead of the place's own
///     standing-alone: 300                        with this confidence also where the ideal has the fault itself
package struct Detection: Sendable {
  /// Where an alternative looks.
  package enum Place: Sendable {
    case delta(DeltaPlace)
    case resource(ResourcePlace)
    case declaration(DeclarationPlace)
    case file(FilePlace)
    case text(TextPlace)
    case detector(Detector, types: [Pattern], names: [Pattern])

    static let words = ["delta", "resource", "declaration", "file", "text", "detector"]
  }

  /// What makes a finding of its own.
  package enum Unit: String, Sendable, CaseIterable { case rule, type, resource, property }

  var place: Place
  var prompt: [Pattern] = []
  var dialects: [Dialect] = []
  var responseHas: [Thing] = []
  var responseLacks: [Thing] = []
  var idealHas: [Thing] = []
  var idealLacks: [Thing] = []
  var atLeast = 1
  var each = Unit.rule
  var severity: Severity?
  var because: String?
  var confidence: Int?
  var standingAlone: Int?

  /// Whether it tells a fault also where the ideal has the fault itself.
  package var standsAlone: Bool {
    if case .detector(let detector, _, _) = place { return detector.standsAlone }
    return standingAlone != nil
  }

  /// A type of resource, perhaps with a property that must be there: `AWS::Logs::LogGroup.KmsKeyId`.
  package struct Thing: Sendable {
    var type: Pattern
    var property: PropertyPattern?

    init(_ text: String) {
      let start = text.lastIndex(of: ":").map { text.index(after: $0) } ?? text.startIndex
      if let dot = text[start...].firstIndex(of: ".") {
        type = Pattern(String(text[..<dot]))
        property = PropertyPattern(String(text[text.index(after: dot)...]))
      } else {
        type = Pattern(text)
        property = nil
      }
    }
  }

  /// A condition on another property of the same subject.
  package struct Circumstance: Sendable {
    var property: PropertyPattern
    var condition: ValueCondition
  }

  package struct DeltaPlace: Sendable {
    var kinds: [Delta.Kind] = []
    var of: [DeltaSubject.Kind] = [.property]
    var types: [Pattern] = []
    var names: [Pattern] = []
    var properties: [PropertyPattern] = []
    var response: ValueCondition?
    var ideal: ValueCondition?
    var circumstances: [Circumstance] = []
    var unexplained = false
  }

  package struct ResourcePlace: Sendable {
    var types: [Pattern]
    var names: [Pattern] = []
    var property: PropertyPattern?
    var value: ValueCondition?
    var circumstances: [Circumstance] = []
    /// Types of which none may refer to the resource.
    var companions: [Pattern] = []
    /// Traits that the resource must have, each where it stands.
    var has: [TraitPlace] = []
    /// Traits that it must lack.
    var lacks: [TraitPlace] = []
  }

  package struct DeclarationPlace: Sendable {
    var kinds: [Declaration.Kind]
    var names: [Pattern] = []
    var property: PropertyPattern?
    var value: ValueCondition?
    var circumstances: [Circumstance] = []
  }

  package struct FilePlace: Sendable {
    package enum Side: String, Sendable, CaseIterable {
      case idealOnly = "ideal-only"
      case responseOnly = "response-only"
    }
    var side: Side
    var roles: [TemplateFile.Role] = []
    var languages: [Language] = []
    var paths: [Pattern] = []
  }

  package struct TextPlace: Sendable {
    package enum Side: String, Sendable, CaseIterable { case response, ideal }
    var words: [String]
    var side = Side.response
    var roles: [TemplateFile.Role] = []
    var languages: [Language] = []
    var paths: [Pattern] = []
  }
}

extension [Pattern] {
  /// Whether one of the patterns matches; no pattern at all asks for nothing.
  func allow(_ text: String) -> Bool { isEmpty || contains { $0.matches(text) } }
}
