package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.OutboxContract;
import dev.flotsam.triage.alert.Outbox;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoOutboxTest extends OutboxContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Outbox emptyOutbox() {
        return new DynamoOutbox(DYNAMO.emptyTable("Clusters"));
    }
}
