package main

import (
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	"github.com/cdktf/cdktf-provider-aws-go/aws/v21/s3bucket"
	"github.com/cdktf/cdktf-provider-aws-go/aws/v21/s3bucketversioning"
	"github.com/cdktf/cdktf-provider-aws-go/aws/v21/sqsqueue"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func NewStoreStack(scope constructs.Construct, id string, environmentSuffix string) cdktf.TerraformStack {
	stack := cdktf.NewTerraformStack(scope, &id)

	orders := sqsqueue.NewSqsQueue(stack, jsii.String("orders"), &sqsqueue.SqsQueueConfig{
		Name:                     jsii.String("store-orders-" + environmentSuffix),
		VisibilityTimeoutSeconds: jsii.Number(180),
	})

	invoices := s3bucket.NewS3Bucket(stack, jsii.String("invoices"), &s3bucket.S3BucketConfig{
		BucketPrefix: jsii.String("store-invoices-"),
		Tags:         &map[string]*string{"Team": jsii.String("store")},
		DependsOn:    &[]cdktf.ITerraformDependable{orders},
	})

	s3bucketversioning.NewS3BucketVersioningA(stack, jsii.String("invoices-versioning"), &s3bucketversioning.S3BucketVersioningAConfig{
		Bucket: invoices.Id(),
		VersioningConfiguration: &s3bucketversioning.S3BucketVersioningVersioningConfiguration{
			Status: jsii.String("Enabled"),
		},
	})

	cdktf.NewTerraformOutput(stack, jsii.String("orders_url"), &cdktf.TerraformOutputConfig{Value: orders.Url()})
	return stack
}
