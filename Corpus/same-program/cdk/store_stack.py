from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_sqs as sqs
from constructs import Construct


class StoreStack(Stack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str, **kwargs) -> None:
        super().__init__(scope, id, **kwargs)

        dead_letters = sqs.Queue(
            self,
            "DeadLetters",
            queue_name=f"store-dead-letters-{environment_suffix}",
            retention_period=Duration.days(14),
        )

        orders = sqs.Queue(
            self,
            "Orders",
            queue_name=f"store-orders-{environment_suffix}",
            visibility_timeout=Duration.seconds(180),
            dead_letter_queue=sqs.DeadLetterQueue(queue=dead_letters, max_receive_count=5),
        )

        invoices = s3.Bucket(
            self,
            "Invoices",
            versioned=True,
            encryption=s3.BucketEncryption.S3_MANAGED,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        )

        dynamodb.Table(
            self,
            "States",
            partition_key=dynamodb.Attribute(name="orderId", type=dynamodb.AttributeType.STRING),
            billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
        )

        CfnOutput(self, "OrdersUrl", value=orders.queue_url)
        CfnOutput(self, "InvoicesName", value=invoices.bucket_name)
