package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.HooksContract;
import dev.flotsam.triage.alert.Hooks;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoHooksTest extends HooksContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Hooks emptyHooks() {
        return new DynamoHooks(DYNAMO.emptyTable("Settings"));
    }
}
