package dev.flotsam.indexsymbols;

import dev.flotsam.aws.Deployment;
import dev.flotsam.triage.symbol.IndexUpload;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What this function is made of. */
class Wiring {

    @Singleton
    IndexUpload indexUpload(DynamoDbClient dynamodb, S3Client s3) {
        return Deployment.of(System.getenv()).indexUpload(dynamodb, s3);
    }
}
