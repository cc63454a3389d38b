package dev.flotsam.triage.fleet;

import dev.flotsam.triage.fleet.LearnedBlocks.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers blocks for a while, also that nothing is known of one: stacks meet in the same functions. Thread-safe. */
public final class RecentBlocks {
    private static final Duration KEPT = Duration.ofMinutes(5);

    /** Bytes remembered, by what the blocks weigh when stored. */
    static final long MOST_BYTES = 16L << 20;

    /** What a block weighs at least. */
    private static final int LEAST_BYTES = 256;

    private final LearnedBlocks blocks;
    private final Clock clock;
    private final Map<Block, Read> read = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record Read(Stored stored, int bytes, Instant until) {}

    /** Over where they are kept. */
    public RecentBlocks(LearnedBlocks blocks, Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    /** Each of the blocks, one that nothing is known of included. */
    synchronized Map<Block, Stored> find(Collection<Block> wanted) {
        Instant now = clock.instant();
        Map<Block, Stored> found = new HashMap<>();
        List<Block> unknown = new ArrayList<>();
        for (Block block : wanted) {
            Read known = read.get(block);
            if (known != null && now.isBefore(known.until())) {
                found.put(block, known.stored());
            } else if (!found.containsKey(block)) {
                unknown.add(block);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Block, Stored> fresh = blocks.find(unknown);
            for (Block block : unknown) {
                Stored stored = fresh.getOrDefault(block, Stored.nothing(block));
                found.put(block, stored);
                remember(block, stored, now);
            }
        }
        return found;
    }

    /** Forgets a block, because it has changed. */
    synchronized void forget(Block block) {
        Read known = read.remove(block);
        bytes -= known == null ? 0 : known.bytes();
    }

    private void remember(Block block, Stored stored, Instant now) {
        forget(block);
        int weight = Math.max(LEAST_BYTES, stored.learned().encode().length);
        read.put(block, new Read(stored, weight, now.plus(KEPT)));
        bytes += weight;
        Iterator<Read> oldest = read.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
