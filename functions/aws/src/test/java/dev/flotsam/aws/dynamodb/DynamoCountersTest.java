package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.CountersContract;
import dev.flotsam.triage.absorb.Counters;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoCountersTest extends CountersContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Counters emptyCounters() {
        return new DynamoCounters(DYNAMO.emptyTable("Clusters"));
    }
}
