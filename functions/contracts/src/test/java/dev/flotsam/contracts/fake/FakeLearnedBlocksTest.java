package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.LearnedBlocksContract;
import dev.flotsam.triage.fleet.LearnedBlocks;

final class FakeLearnedBlocksTest extends LearnedBlocksContract {
    @Override
    protected LearnedBlocks emptyBlocks() {
        return new FakeLearnedBlocks();
    }
}
