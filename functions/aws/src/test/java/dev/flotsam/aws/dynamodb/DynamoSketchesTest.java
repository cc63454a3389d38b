package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.SketchesContract;
import dev.flotsam.triage.absorb.Sketches;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoSketchesTest extends SketchesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected Sketches emptySketches() {
        return new DynamoSketches(DYNAMO.emptyTable("Clusters"));
    }
}
