package dev.flotsam.contracts.fake;

import dev.flotsam.memory.atlas.LimitKey;
import dev.flotsam.memory.atlas.LimitVotes;
import dev.flotsam.triage.limit.Limits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The memory-limit atlas in memory. */
public final class FakeLimits implements Limits {
    private final TreeMap<String, Kept> limits = new TreeMap<>();
    private int merges;

    /** How often something was merged. */
    public synchronized int merges() {
        return merges;
    }

    @Override
    public synchronized Optional<Kept> find(LimitKey key) {
        return Optional.ofNullable(limits.get(sort(key)));
    }

    @Override
    public synchronized void merge(LimitKey key, LimitVotes more, Instant expires) {
        merges++;
        Kept fresh = new Kept(key, more, expires.truncatedTo(ChronoUnit.SECONDS));
        limits.merge(
                sort(key),
                fresh,
                (kept, added) -> new Kept(
                        key,
                        kept.votes().merge(added.votes()),
                        added.expires().isAfter(kept.expires()) ? added.expires() : kept.expires()));
    }

    @Override
    public synchronized Slice list(String device, String os, Optional<String> after, int most) {
        if (after.filter(cursor -> !cursor.startsWith(device)).isPresent()) {
            throw new IllegalArgumentException("cursor is not one of this list");
        }
        List<Kept> rest = limits.tailMap(after.orElse(""), false).values().stream()
                .filter(kept -> device.isEmpty() || kept.key().device().equals(device))
                .filter(kept ->
                        device.isEmpty() || os.isEmpty() || kept.key().os().equals(os))
                .toList();
        List<Kept> page = rest.subList(0, Math.min(most, rest.size()));
        return new Slice(
                page, rest.size() > most ? Optional.of(sort(page.getLast().key())) : Optional.empty());
    }

    private static String sort(LimitKey key) {
        return String.join(
                "#", key.device(), key.os(), key.kind().name(), key.state().name());
    }
}
