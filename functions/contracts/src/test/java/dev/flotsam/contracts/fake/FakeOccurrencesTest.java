package dev.flotsam.contracts.fake;

import dev.flotsam.contracts.port.OccurrencesContract;
import dev.flotsam.triage.Occurrences;

final class FakeOccurrencesTest extends OccurrencesContract {
    @Override
    protected Occurrences emptyOccurrences() {
        return new FakeOccurrences();
    }
}
