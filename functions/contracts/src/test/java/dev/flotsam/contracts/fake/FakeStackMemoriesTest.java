package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.StackMemoriesContract;
import dev.flotsam.triage.similar.StackMemories;

final class FakeStackMemoriesTest extends StackMemoriesContract {
    @Override
    protected StackMemories emptyMemories() {
        return new FakeStackMemories();
    }
}
