package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.ClustersContract;
import dev.flotsam.triage.Clusters;

final class FakeClustersTest extends ClustersContract {
    @Override
    protected Clusters emptyClusters() {
        return new FakeClusters();
    }
}
