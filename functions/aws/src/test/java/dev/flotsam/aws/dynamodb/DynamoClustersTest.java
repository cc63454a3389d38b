package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.ClustersContract;
import dev.flotsam.triage.Clusters;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoClustersTest extends ClustersContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Clusters emptyClusters() {
        return new DynamoClusters(DYNAMO.emptyTable("Clusters"));
    }
}
