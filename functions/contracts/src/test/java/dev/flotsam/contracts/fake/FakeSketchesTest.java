package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.SketchesContract;
import dev.flotsam.triage.absorb.Sketches;

final class FakeSketchesTest extends SketchesContract {
    @Override
    protected Sketches emptySketches() {
        return new FakeSketches();
    }
}
