package dev.flotsam.indexsymbols;

import dev.flotsam.aws.Deployment;
import dev.flotsam.triage.heal.HealReports;
import dev.flotsam.triage.symbol.IndexUpload;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What this function is made of. */
class Wiring {
    private static final Logger LOG = Logger.getLogger(HealReports.class);

    private final Deployment deployment = Deployment.of(System.getenv());

    @Singleton
    IndexUpload indexUpload(DynamoDbClient dynamodb, S3Client s3) {
        return deployment.indexUpload(dynamodb, s3);
    }

    @Singleton
    HealSteps healSteps(DynamoDbClient dynamodb, S3Client s3) {
        return new HealSteps(
                deployment.healReports(dynamodb, s3, reason -> LOG.warnf("left behind: %s", reason)),
                Clock.systemUTC());
    }
}
