package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.DecisionsContract;
import dev.flotsam.triage.decide.Decisions;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDecisionsTest extends DecisionsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Decisions emptyDecisions() {
        return new DynamoDecisions(DYNAMO.emptyTable("Settings"));
    }
}
