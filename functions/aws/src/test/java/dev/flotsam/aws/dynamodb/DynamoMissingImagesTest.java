package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.MissingImagesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoMissingImagesTest extends MissingImagesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Store emptyStore() {
        DynamoWaiters waiters = new DynamoWaiters(DYNAMO.emptyTable("Symbols"));
        return new Store(waiters, waiters);
    }
}
