/// Texts of any size that look like what people write, the same in every run.
///
/// Each text repeats a block with numbered names, so that names differ while the share of each construct stays.
enum Generator {
  /// A text of at least `size` bytes, or of so many blocks: a head, numbered blocks, and a foot.
  static func text(
    size: Int, blocks: Int = .max, head: String, foot: String, separator: String = "", block: (Int) -> String
  ) -> [UInt8] {
    var bytes = Array(head.utf8)
    var number = 0
    while bytes.count < size, number < blocks {
      if number > 0 { bytes += Array(separator.utf8) }
      bytes += Array(block(number).utf8)
      number += 1
    }
    return bytes + Array(foot.utf8)
  }

  /// Two resources a block.
  static func json(resources: Int) -> [UInt8] { json(size: .max, blocks: resources / 2) }

  static func json(size: Int, blocks: Int = .max) -> [UInt8] {
    text(
      size: size, blocks: blocks,
      head: "{\n  \"AWSTemplateFormatVersion\": \"2010-09-09\",\n  \"Resources\": {\n",
      foot: "\n  }\n}\n", separator: ",\n"
    ) { number in
      """
          "Bucket\(number)": {
            "Type": "AWS::S3::Bucket",
            "DeletionPolicy": "Retain",
            "Properties": {
              "BucketName": {"Fn::Sub": "data-\(number)-${AWS::AccountId}"},
              "VersioningConfiguration": {"Status": "Enabled"},
              "Tags": [
                {"Key": "Name", "Value": "bucket-\(number)"},
                {"Key": "Team", "Value": "platform"}
              ]
            }
          },
          "Function\(number)": {
            "Type": "AWS::Lambda::Function",
            "DependsOn": "Bucket\(number)",
            "Properties": {
              "Runtime": "python3.12",
              "Handler": "index.handler",
              "MemorySize": \(128 + number % 1024),
              "Role": {"Fn::GetAtt": ["Role\(number)", "Arn"]},
              "Environment": {"Variables": {"BUCKET": {"Ref": "Bucket\(number)"}}}
            }
          }
      """
    }
  }

  /// Two resources a block.
  static func yaml(resources: Int) -> [UInt8] { yaml(size: .max, blocks: resources / 2) }

  static func yaml(size: Int, blocks: Int = .max) -> [UInt8] {
    text(size: size, blocks: blocks, head: "AWSTemplateFormatVersion: '2010-09-09'\nResources:\n", foot: "") {
      number in
      """
        # Storage of tenant \(number)
        Bucket\(number):
          Type: AWS::S3::Bucket
          DeletionPolicy: Retain
          Properties:
            BucketName: !Sub 'data-\(number)-${AWS::AccountId}'
            VersioningConfiguration:
              Status: Enabled
            Tags:
              - Key: Name
                Value: bucket-\(number)
              - Key: Team
                Value: platform
        Function\(number):
          Type: AWS::Lambda::Function
          DependsOn: Bucket\(number)
          Properties:
            Runtime: python3.12
            Handler: index.handler
            MemorySize: \(128 + number % 1024)
            Role: !GetAtt Role\(number).Arn
            Code:
              ZipFile: |
                def handler(event, context):
                    return {"statusCode": 200}

      """
    }
  }

  static func markdown(size: Int) -> [UInt8] {
    text(size: size, head: "# Answer\n\n", foot: "") { number in
      """
      ## \(number). Storage

      The bucket keeps **invoices** for ten years, as asked for. It is:

      - versioned and encrypted
      - closed to the public

      `lib/storage-\(number).yml`

      ```yaml
      Resources:
        Bucket\(number):
          Type: AWS::S3::Bucket
          Properties:
            BucketName: data-\(number)
      ```


      """
    }
  }
}
