package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.TrailsContract;
import dev.flotsam.triage.trail.Trails;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoTrailsTest extends TrailsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Trails emptyTrails() {
        return new DynamoTrails(DYNAMO.emptyTable("Sessions"));
    }
}
