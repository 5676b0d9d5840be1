package com.example.store;

import com.pulumi.Pulumi;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

public class App {
    public static void main(String[] args) {
        Pulumi.run(ctx -> {
            var config = ctx.config();
            var environmentSuffix = config.require("environmentSuffix");

            var deadLetters = new Queue("dead-letters", QueueArgs.builder()
                .name("store-dead-letters-" + environmentSuffix)
                .messageRetentionSeconds(1209600)
                .build());

            var orders = new Queue("orders", QueueArgs.builder()
                .name("store-orders-" + environmentSuffix)
                .visibilityTimeoutSeconds(180)
                .kmsMasterKeyId("alias/aws/sqs")
                .build(), CustomResourceOptions.builder().dependsOn(deadLetters).build());

            var invoices = new Bucket("invoices", BucketArgs.builder()
                .versioning(BucketVersioningArgs.builder().enabled(true).build())
                .tags(Map.of("Team", "store"))
                .build());

            new BucketPublicAccessBlock("invoices-block", BucketPublicAccessBlockArgs.builder()
                .bucket(invoices.id())
                .blockPublicAcls(true)
                .build());

            ctx.export("ordersUrl", orders.url());
            ctx.export("invoicesName", invoices.bucket());
        });
    }
}
