import Readers
import SourceText
import TemplateModel
import Testing

struct DeclaredChangesTests {
  @Test func `Prose that declares changes is read with its kind, names and lines`() {
    let document = SourceFile(
      path: "IDEAL_RESPONSE.md",
      text: """
        # Ideal

        The template is below. It works.

        ```yaml
        Resources: {B: {Type: 'AWS::S3::Bucket'}}
        ```

        Fixed the policy of `LogBucket`.

        ## Key corrections

        1. **KMS policy**: added `kms:Decrypt`
        2. Least privilege for the role

        ## Usage

        - Deploy it
        """)
    let template = TemplateReader.template(from: [document])
    #expect(template.declaredChanges.map(\.kind) == [.fixed, .added, .changed])
    #expect(
      template.declaredChanges.map(\.text) == [
        "Fixed the policy of LogBucket.", "KMS policy: added kms:Decrypt", "Least privilege for the role",
      ])
    #expect(template.declaredChanges.map(\.names) == [["LogBucket"], ["kms:Decrypt"], []])
    #expect(template.declaredChanges.map { template.lines(of: $0.location).lowerBound } == [9, 13, 14])
  }
}
