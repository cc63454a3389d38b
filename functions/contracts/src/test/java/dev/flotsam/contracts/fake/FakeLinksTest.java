package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.LinksContract;
import dev.flotsam.triage.decide.Links;

final class FakeLinksTest extends LinksContract {
    @Override
    protected Links emptyLinks() {
        return new FakeLinks();
    }
}
