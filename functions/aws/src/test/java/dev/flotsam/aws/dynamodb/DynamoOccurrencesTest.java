package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.OccurrencesContract;
import dev.flotsam.triage.Occurrences;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoOccurrencesTest extends OccurrencesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Occurrences emptyOccurrences() {
        return new DynamoOccurrences(DYNAMO.emptyTable("Occurrences"));
    }
}
