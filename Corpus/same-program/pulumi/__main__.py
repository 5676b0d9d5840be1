import pulumi
import pulumi_aws as aws

config = pulumi.Config()
environment_suffix = config.require("environmentSuffix")

dead_letters = aws.sqs.Queue(
    "dead-letters",
    name=f"store-dead-letters-{environment_suffix}",
    message_retention_seconds=1209600,
)

orders = aws.sqs.Queue(
    "orders",
    name=f"store-orders-{environment_suffix}",
    visibility_timeout_seconds=180,
    kms_master_key_id="alias/aws/sqs",
    opts=pulumi.ResourceOptions(depends_on=[dead_letters]),
)

invoices = aws.s3.Bucket(
    "invoices",
    versioning=aws.s3.BucketVersioningArgs(enabled=True),
    tags={"Team": "store"},
)

aws.s3.BucketPublicAccessBlock("invoices-block", bucket=invoices.id, block_public_acls=True)

pulumi.export("ordersUrl", orders.url)
pulumi.export("invoicesName", invoices.bucket)
