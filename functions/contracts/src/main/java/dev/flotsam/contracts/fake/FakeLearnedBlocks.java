package dev.flotsam.contracts.fake;

import dev.flotsam.symbols.fleet.LearnedImage;
import dev.flotsam.triage.fleet.Block;
import dev.flotsam.triage.fleet.LearnedBlocks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Learned names in memory. */
public final class FakeLearnedBlocks implements LearnedBlocks {
    private final Map<Block, Stored> blocks = new HashMap<>();
    private int writes;

    @Override
    public synchronized Map<Block, Stored> find(Collection<Block> wanted) {
        Map<Block, Stored> found = new HashMap<>(blocks);
        found.keySet().retainAll(wanted);
        return found;
    }

    @Override
    public synchronized boolean keep(Block block, LearnedImage learned, long seen, Instant expires) {
        Stored standing = blocks.getOrDefault(block, Stored.nothing(block));
        if (standing.revision() != seen) {
            return false;
        }
        writes++;
        blocks.put(block, new Stored(LearnedImage.decode(block.image(), learned.encode()), seen + 1));
        return true;
    }

    /** How often something was stored. */
    public synchronized int writes() {
        return writes;
    }

    /** Bytes of all that is stored. */
    public synchronized long bytes() {
        return blocks.values().stream()
                .mapToLong(stored -> stored.learned().encode().length)
                .sum();
    }
}
