package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

func NewStoreStack(scope constructs.Construct, id string, environmentSuffix string) awscdk.Stack {
	stack := awscdk.NewStack(scope, jsii.String(id), &awscdk.StackProps{})

	deadLetters := awssqs.NewQueue(stack, jsii.String("DeadLetters"), &awssqs.QueueProps{
		QueueName:       jsii.String("store-dead-letters-" + environmentSuffix),
		RetentionPeriod: awscdk.Duration_Days(jsii.Number(14)),
	})

	orders := awssqs.NewQueue(stack, jsii.String("Orders"), &awssqs.QueueProps{
		QueueName:         jsii.String("store-orders-" + environmentSuffix),
		VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(180)),
		DeadLetterQueue: &awssqs.DeadLetterQueue{
			Queue:           deadLetters,
			MaxReceiveCount: jsii.Number(5),
		},
	})

	invoices := awss3.NewBucket(stack, jsii.String("Invoices"), &awss3.BucketProps{
		Versioned:         jsii.Bool(true),
		Encryption:        awss3.BucketEncryption_S3_MANAGED,
		BlockPublicAccess: awss3.BlockPublicAccess_BLOCK_ALL(),
	})

	awsdynamodb.NewTable(stack, jsii.String("States"), &awsdynamodb.TableProps{
		PartitionKey: &awsdynamodb.Attribute{
			Name: jsii.String("orderId"),
			Type: awsdynamodb.AttributeType_STRING,
		},
		BillingMode: awsdynamodb.BillingMode_PAY_PER_REQUEST,
	})

	awscdk.NewCfnOutput(stack, jsii.String("OrdersUrl"), &awscdk.CfnOutputProps{Value: orders.QueueUrl()})
	awscdk.NewCfnOutput(stack, jsii.String("InvoicesName"), &awscdk.CfnOutputProps{Value: invoices.BucketName()})
	return stack
}
