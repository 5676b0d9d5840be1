// swift-tools-version: 6.2
import PackageDescription

/// One target per room, in the order in which data flows; a room may import only what stands above it.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
  _ name: String, imports dependencies: [String] = [], resources: [Resource] = [],
  excluding files: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, exclude: files, resources: resources,
    swiftSettings: settings)
}

func tests(of name: String, using dependencies: [String] = [], excluding folders: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ([name] + dependencies).map { .byName(name: $0) },
    exclude: folders, swiftSettings: settings)
}

let package = Package(
  name: "Plumbline",
  products: [.executable(name: "plumbline", targets: ["plumbline"])],
  dependencies: [],
  targets: [
    room("SourceText"),
    room("Syntax", imports: ["SourceText"]),
    room("TemplateModel", imports: ["SourceText"]),
    room(
      "Facts", imports: ["TemplateModel", "SourceText"],
      resources: [.copy("Resources/facts.txt"), .copy("Resources/packages.txt"), .copy("Resources/NOTICE")],
      excluding: ["Resources/unpack-facts"]),
    room("Readers", imports: ["Syntax", "TemplateModel", "SourceText"]),
    room("TemplateDiff", imports: ["Facts", "TemplateModel", "SourceText"]),
    room(
      "Knowledge", imports: ["TemplateDiff", "Facts", "TemplateModel", "Syntax", "SourceText"],
      resources: [.copy("KnownFailures")]),
    room(
      "Scoring", imports: ["Knowledge", "TemplateDiff", "TemplateModel", "Syntax", "SourceText"],
      resources: [.copy("Resources/rubric.yaml")]),
    room(
      "Audit", imports: ["Knowledge", "TemplateDiff", "Facts", "TemplateModel", "Syntax", "SourceText"]),
    room(
      "Reports", imports: ["Audit", "Scoring", "Knowledge", "TemplateDiff", "TemplateModel", "SourceText"]),
    room(
      "CorpusTools",
      imports: [
        "Reports", "Audit", "Scoring", "Knowledge", "TemplateDiff", "Readers", "Facts", "TemplateModel",
        "Syntax", "SourceText",
      ]),
    .executableTarget(
      name: "plumbline",
      dependencies: [
        "CorpusTools", "Reports", "Audit", "Scoring", "Knowledge", "TemplateDiff", "Readers", "Facts",
        "TemplateModel", "Syntax", "SourceText",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "plumbline-bench",
      dependencies: [
        "CorpusTools", "Reports", "Audit", "Scoring", "Knowledge", "TemplateDiff", "Readers", "Facts",
        "TemplateModel", "Syntax", "SourceText",
      ],
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests(of: "SourceText"),
    tests(of: "Facts", using: ["TemplateModel", "SourceText", "TestSupport"]),
    tests(of: "Syntax", using: ["SourceText", "TestSupport"]),
    tests(
      of: "Readers", using: ["Syntax", "TemplateModel", "SourceText", "TestSupport"],
      excluding: ["CDK/Synthesis"]),
    tests(of: "TemplateDiff", using: ["Facts", "Readers", "TemplateModel", "SourceText", "TestSupport"]),
    tests(of: "Knowledge", using: ["Readers", "TemplateDiff", "Facts", "TemplateModel", "SourceText"]),
    tests(
      of: "Scoring",
      using: ["Readers", "Knowledge", "TemplateDiff", "TemplateModel", "SourceText", "TestSupport"]),
    tests(
      of: "Audit",
      using: ["Readers", "Knowledge", "TemplateDiff", "Facts", "TemplateModel", "SourceText", "TestSupport"]),
    tests(
      of: "plumbline",
      using: ["CorpusTools", "Reports", "Audit", "Scoring", "Knowledge", "SourceText", "TestSupport"]),
    tests(
      of: "Reports",
      using: ["Audit", "Scoring", "Knowledge", "TemplateDiff", "TemplateModel", "SourceText", "TestSupport"]),
    tests(
      of: "CorpusTools",
      using: [
        "TemplateDiff", "Knowledge", "Scoring", "Audit", "Reports", "TemplateModel", "SourceText",
        "TestSupport",
      ]),
  ]
)
