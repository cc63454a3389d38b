package dev.flotsam.triage.fleet;

import dev.flotsam.symbols.fleet.LearnedImage;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What was learned, block by block. */
public interface LearnedBlocks {

    /** Those of the blocks that something is known of; they may lag behind a moment. */
    Map<Block, Stored> find(Collection<Block> blocks);

    /**
     * Stores a block if nobody has stored it since it was read. Atomic.
     *
     * @param seen its revision when it was read, 0 if nothing was known
     * @param expires when it is forgotten, unless it is stored again
     * @return false if somebody has
     */
    boolean keep(Block block, LearnedImage learned, long seen, Instant expires);

    /**
     * A block as it was read.
     *
     * @param learned what is known
     * @param revision goes up with every change, from 1
     */
    record Stored(LearnedImage learned, long revision) {
        /** A block that nothing is known of. */
        public static Stored nothing(Block block) {
            return new Stored(LearnedImage.nothing(block.image()), 0);
        }
    }
}
