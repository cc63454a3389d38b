package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.LinksContract;
import dev.flotsam.triage.decide.Links;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoLinksTest extends LinksContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Links emptyLinks() {
        return new DynamoLinks(DYNAMO.emptyTable("Settings"));
    }
}
