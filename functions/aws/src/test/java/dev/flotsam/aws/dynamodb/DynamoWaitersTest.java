package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.WaitersContract;
import dev.flotsam.triage.symbol.Waiters;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoWaitersTest extends WaitersContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Waiters emptyWaiters() {
        return new DynamoWaiters(DYNAMO.emptyTable("Symbols"));
    }
}
