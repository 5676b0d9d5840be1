package com.example.store;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

public class StoreStack extends Stack {
    public StoreStack(final Construct scope, final String id, final String environmentSuffix) {
        super(scope, id);

        Queue deadLetters = Queue.Builder.create(this, "DeadLetters")
            .queueName("store-dead-letters-" + environmentSuffix)
            .retentionPeriod(Duration.days(14))
            .build();

        Queue orders = Queue.Builder.create(this, "Orders")
            .queueName("store-orders-" + environmentSuffix)
            .visibilityTimeout(Duration.seconds(180))
            .deadLetterQueue(DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(5).build())
            .build();

        Bucket invoices = Bucket.Builder.create(this, "Invoices")
            .versioned(true)
            .encryption(BucketEncryption.S3_MANAGED)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .build();

        Table.Builder.create(this, "States")
            .partitionKey(Attribute.builder().name("orderId").type(AttributeType.STRING).build())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .build();

        CfnOutput.Builder.create(this, "OrdersUrl").value(orders.getQueueUrl()).build();
        CfnOutput.Builder.create(this, "InvoicesName").value(invoices.getBucketName()).build();
    }
}
