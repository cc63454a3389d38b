package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.ApiKeysContract;
import dev.flotsam.triage.access.ApiKeys;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoApiKeysTest extends ApiKeysContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected ApiKeys emptyApiKeys() {
        return new DynamoApiKeys(DYNAMO.emptyTable("Settings"));
    }
}
