package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.StoredRulesContract;
import dev.flotsam.triage.rules.StoredRules;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoStoredRulesTest extends StoredRulesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected StoredRules emptyRules() {
        return new DynamoStoredRules(DYNAMO.emptyTable("Settings"));
    }
}
