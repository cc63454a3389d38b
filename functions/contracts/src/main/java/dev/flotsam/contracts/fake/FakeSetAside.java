package dev.flotsam.contracts.fake;

import dev.flotsam.triage.absorb.Position;
import dev.flotsam.triage.absorb.SetAside;
import java.util.LinkedHashMap;
import java.util.Map;

/** Set-aside records in memory, the first reason of each position. */
public final class FakeSetAside implements SetAside {
    private final Map<Position, Kept> kept = new LinkedHashMap<>();

    @Override
    public synchronized void put(Position position, String reason, String raw) {
        kept.putIfAbsent(position, new Kept(reason, raw));
    }

    /** Everything set aside, in order. */
    public synchronized Map<Position, Kept> all() {
        return new LinkedHashMap<>(kept);
    }

    /**
     * A record set aside.
     *
     * @param reason why
     * @param raw the record, bounded
     */
    public record Kept(String reason, String raw) {}
}
