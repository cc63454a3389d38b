package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.HealJobsContract;
import dev.flotsam.triage.symbol.HealJobs;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoHealJobsTest extends HealJobsContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected HealJobs emptyHealJobs() {
        return new DynamoHealJobs(DYNAMO.emptyTable("Symbols"), Clock.systemUTC());
    }
}
