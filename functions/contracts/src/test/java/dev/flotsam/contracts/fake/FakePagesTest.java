package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.PagesContract;
import dev.flotsam.triage.absorb.Pages;

final class FakePagesTest extends PagesContract {
    @Override
    protected Pages emptyPages() {
        return new FakePages();
    }
}
