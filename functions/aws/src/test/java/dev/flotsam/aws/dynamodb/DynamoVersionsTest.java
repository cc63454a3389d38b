package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.VersionsContract;
import dev.flotsam.triage.health.Versions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoVersionsTest extends VersionsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Versions noVersions() {
        return new DynamoVersions(DYNAMO.emptyTable("Clusters"));
    }
}
