package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.PagesContract;
import dev.flotsam.triage.absorb.Pages;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoPagesTest extends PagesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Pages emptyPages() {
        return new DynamoPages(DYNAMO.emptyTable("Clusters"));
    }
}
