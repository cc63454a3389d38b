package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A shard: a range of key hashes, and sequence numbers that grow. Some begin shortly before a power of ten, so that they
 * get a digit longer in mid-run.
 */
final class Shard {
    private static final int FEWEST_DIGITS = 21;
    private static final int MOST_DIGITS = 39;
    private static final int LONGEST_STRIDE = 900;

    private final String id;
    private final Optional<Shard> parent;
    private final int from;
    private final int to;
    private final Random random;
    private final List<StreamRecord> records = new ArrayList<>();
    private BigInteger next;
    private boolean closed;

    Shard(String id, Optional<Shard> parent, int from, int to, Random random) {
        this.id = id;
        this.parent = parent;
        this.from = from;
        this.to = to;
        this.random = random;
        BigInteger power = BigInteger.TEN.pow(FEWEST_DIGITS - 1 + random.nextInt(MOST_DIGITS - FEWEST_DIGITS + 1));
        boolean nearPower = random.nextBoolean() && power.toString().length() > FEWEST_DIGITS;
        BigInteger offset = BigInteger.valueOf(1 + random.nextInt(10 * LONGEST_STRIDE));
        this.next = nearPower ? power.subtract(offset) : power.add(offset);
    }

    String id() {
        return id;
    }

    Optional<Shard> parent() {
        return parent;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isClosed() {
        return closed;
    }

    boolean takes(int hash) {
        return !closed && from <= hash && hash < to;
    }

    void close() {
        closed = true;
    }

    StreamRecord append(Written written, boolean poisoned) {
        StreamRecord appended = new StreamRecord(id, next.toString(), written, poisoned);
        records.add(appended);
        next = next.add(BigInteger.valueOf(1 + random.nextInt(LONGEST_STRIDE)));
        return appended;
    }

    /** How long the next sequence number is. */
    int digits() {
        return next.toString().length();
    }

    int size() {
        return records.size();
    }

    List<StreamRecord> records(int first, int end) {
        return List.copyOf(records.subList(first, end));
    }
}
