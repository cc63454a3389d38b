package dev.flotsam.parsecrashes;

import dev.flotsam.aws.Deployment;
import dev.flotsam.aws.event.UploadEvents;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What this function is made of. */
class Wiring {

    @Singleton
    UploadEvents uploadEvents(DynamoDbClient dynamodb, S3Client s3) {
        return Deployment.of(System.getenv()).uploadEvents(dynamodb, s3);
    }
}
