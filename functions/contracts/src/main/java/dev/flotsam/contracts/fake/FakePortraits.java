package dev.flotsam.contracts.fake;

import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.portrait.Portraits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Answers of portraits in memory. */
public final class FakePortraits implements Portraits {
    private final Map<ReportId, String> kept = new HashMap<>();

    @Override
    public synchronized void put(ReportId report, String json) {
        kept.put(report, json);
    }

    @Override
    public synchronized Optional<String> find(ReportId report) {
        return Optional.ofNullable(kept.get(report));
    }
}
