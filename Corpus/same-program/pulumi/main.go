package main

import (
	"fmt"

	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/s3"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/sqs"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		cfg := config.New(ctx, "")
		environmentSuffix := cfg.Require("environmentSuffix")

		deadLetters, err := sqs.NewQueue(ctx, "dead-letters", &sqs.QueueArgs{
			Name:                    pulumi.String(fmt.Sprintf("store-dead-letters-%s", environmentSuffix)),
			MessageRetentionSeconds: pulumi.Int(1209600),
		})
		if err != nil {
			return err
		}

		orders, err := sqs.NewQueue(ctx, "orders", &sqs.QueueArgs{
			Name:                     pulumi.String(fmt.Sprintf("store-orders-%s", environmentSuffix)),
			VisibilityTimeoutSeconds: pulumi.Int(180),
			KmsMasterKeyId:           pulumi.String("alias/aws/sqs"),
		}, pulumi.DependsOn([]pulumi.Resource{deadLetters}))
		if err != nil {
			return err
		}

		invoices, err := s3.NewBucket(ctx, "invoices", &s3.BucketArgs{
			Versioning: &s3.BucketVersioningArgs{Enabled: pulumi.Bool(true)},
			Tags:       pulumi.StringMap{"Team": pulumi.String("store")},
		})
		if err != nil {
			return err
		}

		_, err = s3.NewBucketPublicAccessBlock(ctx, "invoices-block", &s3.BucketPublicAccessBlockArgs{
			Bucket:          invoices.ID(),
			BlockPublicAcls: pulumi.Bool(true),
		})
		if err != nil {
			return err
		}

		ctx.Export("ordersUrl", orders.Url)
		ctx.Export("invoicesName", invoices.Bucket)
		return nil
	})
}
