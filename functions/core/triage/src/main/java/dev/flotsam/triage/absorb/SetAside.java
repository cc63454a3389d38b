package dev.flotsam.triage.absorb;

/** Stream records that can't be absorbed and must not hold their shard. */
public interface SetAside {

    /** Keeps a record with its reason, once per position. */
    void put(Position position, String reason, String raw);
}
