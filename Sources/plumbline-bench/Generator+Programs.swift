/// Terraform and programs, made as the templates are.
extension Generator {
  static func hcl(size: Int) -> [UInt8] {
    text(size: size, head: "terraform {\n  required_version = \">= 1.5\"\n}\n\n", foot: "") { number in
      """
      # Storage of tenant \(number)
      resource "aws_s3_bucket" "tenant_\(number)" {
        bucket        = "data-\(number)-${var.environment_suffix}"
        force_destroy = true
        tags = merge(local.tags, { Name = "bucket-\(number)", Team = "platform" })
      }

      resource "aws_iam_role" "tenant_\(number)" {
        name = "tenant-\(number)-${var.environment_suffix}"
        assume_role_policy = jsonencode({
          Version   = "2012-10-17"
          Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
        })
        count = var.is_enabled ? 1 : 0
      }


      """
    }
  }

  static func typeScript(size: Int) -> [UInt8] {
    text(size: size, head: "import * as s3 from 'aws-cdk-lib/aws-s3';\n\n", foot: "") { number in
      """
      export class Storage\(number) extends Construct {
        public readonly bucket: s3.Bucket;

        constructor(scope: Construct, id: string, props: StorageProps) {
          super(scope, id);
          // One bucket a tenant
          this.bucket = new s3.Bucket(this, 'Bucket', {
            bucketName: `data-\(number)-${props.environmentSuffix}`,
            encryption: s3.BucketEncryption.S3_MANAGED,
            versioned: true,
            lifecycleRules: [{ expiration: cdk.Duration.days(\(30 + number % 300)) }],
          });
          if (props.isPublic) {
            props.readers.forEach((reader) => this.bucket.grantRead(reader));
          }
        }
      }


      """
    }
  }

  static func python(size: Int) -> [UInt8] {
    text(size: size, head: "from aws_cdk import aws_s3 as s3\n\n", foot: "") { number in
      """
      class Storage\(number)(Construct):
          def __init__(self, scope: Construct, id: str, environment_suffix: str, **kwargs) -> None:
              super().__init__(scope, id, **kwargs)
              # One bucket a tenant
              self.bucket = s3.Bucket(
                  self,
                  "Bucket",
                  bucket_name=f"data-\(number)-{environment_suffix}",
                  encryption=s3.BucketEncryption.S3_MANAGED,
                  versioned=True,
                  lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(\(30 + number % 300)))],
              )
              for reader in kwargs.get("readers", []):
                  self.bucket.grant_read(reader)


      """
    }
  }

  static func java(size: Int) -> [UInt8] {
    text(size: size, head: "package com.example;\n\n", foot: "") { number in
      """
      public class Storage\(number) extends Construct {
          private final Bucket bucket;

          public Storage\(number)(final Construct scope, final String id, final String environmentSuffix) {
              super(scope, id);
              // One bucket a tenant
              this.bucket = Bucket.Builder.create(this, "Bucket")
                  .bucketName("data-\(number)-" + environmentSuffix)
                  .encryption(BucketEncryption.S3_MANAGED)
                  .versioned(true)
                  .lifecycleRules(List.of(LifecycleRule.builder().expiration(Duration.days(\(30 + number % 300))).build()))
                  .build();
          }
      }


      """
    }
  }

  static func go(size: Int) -> [UInt8] {
    text(size: size, head: "package main\n\n", foot: "") { number in
      """
      func NewStorage\(number)(scope constructs.Construct, environmentSuffix string) awss3.Bucket {
      \t// One bucket a tenant
      \tbucket := awss3.NewBucket(scope, jsii.String("Bucket\(number)"), &awss3.BucketProps{
      \t\tBucketName: jsii.String("data-\(number)-" + environmentSuffix),
      \t\tEncryption: awss3.BucketEncryption_S3_MANAGED,
      \t\tVersioned:  jsii.Bool(true),
      \t})
      \tif bucket == nil {
      \t\treturn nil
      \t}
      \treturn bucket
      }


      """
    }
  }
}
