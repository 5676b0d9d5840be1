package com.example.store;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.aws.s3_bucket.S3Bucket;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningA;
import com.hashicorp.cdktf.providers.aws.s3_bucket_versioning.S3BucketVersioningVersioningConfiguration;
import com.hashicorp.cdktf.providers.aws.sqs_queue.SqsQueue;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

public class StoreStack extends TerraformStack {
    public StoreStack(final Construct scope, final String id, final String environmentSuffix) {
        super(scope, id);

        SqsQueue orders = SqsQueue.Builder.create(this, "orders")
            .name("store-orders-" + environmentSuffix)
            .visibilityTimeoutSeconds(180)
            .build();

        S3Bucket invoices = S3Bucket.Builder.create(this, "invoices")
            .bucketPrefix("store-invoices-")
            .tags(Map.of("Team", "store"))
            .dependsOn(List.of(orders))
            .build();

        S3BucketVersioningA.Builder.create(this, "invoices-versioning")
            .bucket(invoices.getId())
            .versioningConfiguration(S3BucketVersioningVersioningConfiguration.builder().status("Enabled").build())
            .build();

        TerraformOutput.Builder.create(this, "orders_url").value(orders.getUrl()).build();
    }
}
