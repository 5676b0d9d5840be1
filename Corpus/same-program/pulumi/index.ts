import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();
const environmentSuffix = config.require('environmentSuffix');

const deadLetters = new aws.sqs.Queue('dead-letters', {
  name: pulumi.interpolate`store-dead-letters-${environmentSuffix}`,
  messageRetentionSeconds: 1209600,
});

const orders = new aws.sqs.Queue('orders', {
  name: pulumi.interpolate`store-orders-${environmentSuffix}`,
  visibilityTimeoutSeconds: 180,
  kmsMasterKeyId: 'alias/aws/sqs',
}, { dependsOn: [deadLetters] });

const invoices = new aws.s3.Bucket('invoices', {
  versioning: { enabled: true },
  tags: { Team: 'store' },
});

new aws.s3.BucketPublicAccessBlock('invoices-block', {
  bucket: invoices.id,
  blockPublicAcls: true,
});

export const ordersUrl = orders.url;
export const invoicesName = invoices.bucket;
