import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

export class StoreStack extends TerraformStack {
  constructor(scope: Construct, id: string, environmentSuffix: string) {
    super(scope, id);

    const orders = new SqsQueue(this, 'orders', {
      name: `store-orders-${environmentSuffix}`,
      visibilityTimeoutSeconds: 180,
    });

    const invoices = new S3Bucket(this, 'invoices', {
      bucketPrefix: 'store-invoices-',
      tags: { Team: 'store' },
      dependsOn: [orders],
    });

    new S3BucketVersioningA(this, 'invoices-versioning', {
      bucket: invoices.id,
      versioningConfiguration: { status: 'Enabled' },
    });

    new TerraformOutput(this, 'orders_url', { value: orders.url });
  }
}
