package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.LimitsContract;
import dev.flotsam.triage.limit.Limits;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoLimitsTest extends LimitsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Limits emptyLimits() {
        return new DynamoLimits(DYNAMO.emptyTable("Sessions"));
    }
}
