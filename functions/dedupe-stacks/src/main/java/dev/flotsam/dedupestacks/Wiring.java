package dev.flotsam.dedupestacks;

import dev.flotsam.aws.Deployment;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.AbsorbHealth;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What this function is made of. */
class Wiring {
    private final Deployment deployment = Deployment.of(System.getenv());

    @Singleton
    AbsorbChanges absorbChanges(DynamoDbClient dynamodb, S3Client s3) {
        return deployment.absorbChanges(dynamodb, s3);
    }

    @Singleton
    AbsorbHealth absorbHealth(DynamoDbClient dynamodb) {
        return deployment.absorbHealth(dynamodb);
    }

    @Singleton
    ShardNaming shardNaming() {
        return deployment.shardNaming();
    }
}
