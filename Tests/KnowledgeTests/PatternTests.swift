@testable import Knowledge
import SourceText
import Testing

struct PatternTests {
  @Test(arguments: [
    ("AWS::IAM::*", "AWS::IAM::Role", true), ("AWS::IAM::*", "AWS::S3::Bucket", false),
    ("*suffix*", "EnvironmentSuffix", true),
    ("arn:*:############:*", "arn:aws:sns:eu-west-1:123456789012:a", true),
    ("arn:*:####:*", "arn:aws:12:x", false),
    ("", "", true), ("*", "", true), ("a?c", "abc", true), ("a?c", "ac", false), ("*a*b", "aXbXab", true),
  ])
  func `Wild cards stand for runs, single characters and digits`(
    _ pattern: String, _ text: String, _ fits: Bool
  ) {
    #expect(Pattern(pattern).matches(text) == fits)
  }

  @Test(arguments: [
    ("EngineVersion", "engine_version", true), ("EngineVersion", "engineVersion", true),
    ("Tags.**", "Tags", true),
    ("Tags.**", "Tags.Value", true), ("**.Resource", "Policies.Statement.Resource", true),
    ("**.Resource", "Resource", true),
    ("*.Port", "Port", false), ("*.Port", "Listeners.Port", true), ("Port", "Listeners.Port", false),
  ])
  func `A property is found however a dialect writes it`(_ pattern: String, _ path: String, _ fits: Bool) {
    let keys = path.split(separator: ".").map { PropertyPattern.normal($0) }
    #expect(PropertyPattern(pattern).matches(keys[...]) == fits)
  }
}

struct WordMatcherTests {
  private func words(_ words: [String], in text: String) -> [String] {
    var found: [String] = []
    WordMatcher(words).search(Array(text.utf8)) { word, range in found.append("\(words[word])@\(range.start)")
    }
    return found
  }

  @Test
  func `All words are found in one pass, also those inside others`() {
    #expect(words(["he", "she", "hers"], in: "he she hers") == ["he@0", "she@3", "hers@7"])
    #expect(words(["a b", "b c"], in: "a b c") == ["a b@0", "b c@2"])
  }

  @Test
  func `Case does not count, borders of words do`() {
    #expect(words(["todo"], in: "TODO: mastodont") == ["todo@0"])
    #expect(words(["test"], in: "latest testing test") == ["test@15"])
  }

  @Test
  func `No words and no text are no problem`() {
    #expect(words([], in: "text") == [])
    #expect(words(["a"], in: "") == [])
    #expect(words([""], in: "text") == [])
  }
}

struct TypeTitleTests {
  @Test(arguments: [
    ("AWS::RDS::DBCluster", 1, "RDS DB cluster"), ("AWS::EC2::VPC", 2, "VPCs"),
    ("AWS::Logs::LogGroup", 1, "CloudWatch log group"),
    ("AWS::EC2::NatGateway", 2, "NAT gateways"), ("aws_s3_bucket_policy", 2, "aws s3 bucket policies"),
  ])
  func `A type is told in people's words`(_ type: String, _ count: Int, _ title: String) {
    #expect(TypeTitle.title(of: type, count: count) == title)
  }
}
