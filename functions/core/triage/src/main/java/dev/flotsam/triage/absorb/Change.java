package dev.flotsam.triage.absorb;

import dev.flotsam.triage.Occurrence;

/** One record of the occurrences stream. */
public sealed interface Change {

    /** Where it stands in the stream. */
    Position position();

    /** A report was claimed. */
    record Appeared(Position position, Occurrence after) implements Change {}

    /** A report was healed, signed anew, moved or replayed. */
    record Revised(Position position, Occurrence before, Occurrence after) implements Change {}

    /**
     * A report was removed.
     *
     * @param expired by its time to live, which does not count; else by a person, which does
     */
    record Removed(Position position, Occurrence before, boolean expired) implements Change {}

    /** A variant or another record that is kept but never counted. */
    record Uncounted(Position position) implements Change {}

    /**
     * A record that can't be read; it must not hold its shard.
     *
     * @param reason what is wrong, and where
     * @param raw the record as it came, bounded
     */
    record Unreadable(Position position, String reason, String raw) implements Change {}
}
