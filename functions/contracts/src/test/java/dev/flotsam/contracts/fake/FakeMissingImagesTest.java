package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.MissingImagesContract;

final class FakeMissingImagesTest extends MissingImagesContract {
    @Override
    protected Store emptyStore() {
        FakeWaiters waiters = new FakeWaiters();
        return new Store(waiters, waiters);
    }
}
