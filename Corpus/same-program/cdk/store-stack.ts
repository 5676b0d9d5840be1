import * as cdk from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface StoreStackProps extends cdk.StackProps {
  readonly environmentSuffix: string;
}

export class StoreStack extends cdk.Stack {
  constructor(scope: Construct, id: string, props: StoreStackProps) {
    super(scope, id, props);

    const deadLetters = new sqs.Queue(this, 'DeadLetters', {
      queueName: `store-dead-letters-${props.environmentSuffix}`,
      retentionPeriod: cdk.Duration.days(14),
    });

    const orders = new sqs.Queue(this, 'Orders', {
      queueName: `store-orders-${props.environmentSuffix}`,
      visibilityTimeout: cdk.Duration.seconds(180),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });

    const invoices = new s3.Bucket(this, 'Invoices', {
      versioned: true,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    });

    new dynamodb.Table(this, 'States', {
      partitionKey: { name: 'orderId', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    });

    new cdk.CfnOutput(this, 'OrdersUrl', { value: orders.queueUrl });
    new cdk.CfnOutput(this, 'InvoicesName', { value: invoices.bucketName });
  }
}
