variable "environmentSuffix" {
  type = string
}

resource "aws_sqs_queue" "orders" {
  name                       = "store-orders-${var.environmentSuffix}"
  visibility_timeout_seconds = 180
}

resource "aws_s3_bucket" "invoices" {
  bucket_prefix = "store-invoices-"
  tags = {
    Team = "store"
  }
  depends_on = [aws_sqs_queue.orders]
}

resource "aws_s3_bucket_versioning" "invoices-versioning" {
  bucket = aws_s3_bucket.invoices.id
  versioning_configuration {
    status = "Enabled"
  }
}

output "orders_url" {
  value = aws_sqs_queue.orders.url
}
