package dev.flotsam.memory.atlas;

import dev.flotsam.memory.atlas.LimitKey.State;
import dev.flotsam.memory.session.Build;
import dev.flotsam.memory.session.KnownLimits;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Memory limits by device, system and kind of process, learned from samples. Immutable; merging is adding, so any order
 * and any partition of the samples gives the same atlas.
 *
 * @param entries what is known of each limit
 */
public record LimitAtlas(Map<LimitKey, LimitEntry> entries) implements KnownLimits {
    /** Nothing known. */
    public static final LimitAtlas EMPTY = new LimitAtlas(Map.of());

    public LimitAtlas {
        Objects.requireNonNull(entries, "entries");
        entries = Map.copyOf(entries);
    }

    /** This atlas and more samples. */
    public LimitAtlas with(Collection<LimitSample> samples) {
        Map<LimitKey, LimitEntry> sum = new HashMap<>(entries);
        for (LimitSample sample : samples) {
            sum.merge(sample.key(), LimitEntry.of(sample), LimitEntry::merge);
        }
        return new LimitAtlas(sum);
    }

    /** Both atlases' samples. */
    public LimitAtlas merge(LimitAtlas other) {
        Map<LimitKey, LimitEntry> sum = new HashMap<>(entries);
        other.entries.forEach((key, entry) -> sum.merge(key, entry, LimitEntry::merge));
        return new LimitAtlas(sum);
    }

    /** What is known of a limit. */
    public Optional<LimitEntry> entry(LimitKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The active limit of a process by its own device and system; no guessing from neighbours. */
    @Override
    public Optional<Long> limitOf(Build build) {
        return LimitSample.keyOf(build, State.ACTIVE).flatMap(this::entry).flatMap(LimitEntry::limit);
    }
}
