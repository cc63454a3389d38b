package dev.flotsam.aws.dynamodb;

import dev.flotsam.contracts.port.LearnedBlocksContract;
import dev.flotsam.triage.fleet.LearnedBlocks;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoLearnedBlocksTest extends LearnedBlocksContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected LearnedBlocks emptyBlocks() {
        return new DynamoLearnedBlocks(DYNAMO.emptyTable("Symbols"));
    }
}
