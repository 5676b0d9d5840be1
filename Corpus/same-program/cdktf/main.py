from cdktf import TerraformOutput, TerraformStack
from cdktf_cdktf_provider_aws.s3_bucket import S3Bucket
from cdktf_cdktf_provider_aws.s3_bucket_versioning import (
    S3BucketVersioningA,
    S3BucketVersioningVersioningConfiguration,
)
from cdktf_cdktf_provider_aws.sqs_queue import SqsQueue
from constructs import Construct


class StoreStack(TerraformStack):
    def __init__(self, scope: Construct, id: str, environment_suffix: str) -> None:
        super().__init__(scope, id)

        orders = SqsQueue(
            self,
            "orders",
            name=f"store-orders-{environment_suffix}",
            visibility_timeout_seconds=180,
        )

        invoices = S3Bucket(
            self,
            "invoices",
            bucket_prefix="store-invoices-",
            tags={"Team": "store"},
            depends_on=[orders],
        )

        S3BucketVersioningA(
            self,
            "invoices-versioning",
            bucket=invoices.id,
            versioning_configuration=S3BucketVersioningVersioningConfiguration(status="Enabled"),
        )

        TerraformOutput(self, "orders_url", value=orders.url)
