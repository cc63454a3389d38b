package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.stream.Census.Hardship;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Reads one shard by Lambda's rules: one invocation at a time, children only when the parent is drained, a batch again
 * until it succeeds, from the record it failed at if it says so, else the same, half of it, or cut anew. Now and then
 * records come again that were done.
 */
final class ShardReader {
    private static final int MOST_RECORDS = 12;
    private static final int MOST_SET_BACK = 10;
    private static final int FAILURES_BEFORE_CALM = 3;

    private final Shard shard;
    private final Optional<ShardReader> parent;
    private final Random random;
    private final Census census;
    private int checkpoint;
    private int horizon;
    private int lastSize;
    private int failures;
    private boolean begun;
    private Optional<Invocation> active = Optional.empty();

    ShardReader(Shard shard, Optional<ShardReader> parent, Random random, Census census) {
        this.shard = shard;
        this.parent = parent;
        this.random = random;
        this.census = census;
    }

    Shard shard() {
        return shard;
    }

    boolean canStart() {
        boolean mayBegin = begun || parent.map(ShardReader::isDrained).orElse(true);
        return mayBegin && active.isEmpty() && checkpoint < shard.size();
    }

    boolean isIdle() {
        return active.isEmpty() && checkpoint == shard.size();
    }

    /** The batch to deliver next, and what goes wrong with it: nothing, after enough went wrong. */
    Batch nextBatch() {
        begun = true;
        if (random.nextInt(40) == 0) {
            census.note(Hardship.BATCH_EMPTY);
            return new Batch(shard.id(), List.of());
        }
        lastSize = Math.min(nextSize(), shard.size() - checkpoint);
        return new Batch(shard.id(), shard.records(checkpoint, checkpoint + lastSize));
    }

    Mishap nextMishap() {
        return failures >= FAILURES_BEFORE_CALM ? Mishap.NONE : Mishap.draw(random);
    }

    void started(Invocation invocation) {
        active = Optional.of(invocation);
    }

    /** Takes note of what the active invocation came to. */
    void ended(Invocation invocation) {
        active = Optional.empty();
        if (invocation.state() instanceof Invocation.State.Answered(Optional<String> againFrom)
                && !invocation.isGivenUp()) {
            int done = againFrom
                    .map(sequence -> indexOf(invocation.batch(), sequence))
                    .orElse(invocation.batch().records().size());
            failures = againFrom.isPresent() ? failures + 1 : 0;
            checkpoint += done;
            if (done > 0 && againFrom.isPresent()) {
                census.note(Hardship.BATCH_HALF_DONE);
            }
            if (failures == 0 && random.nextInt(10) == 0) {
                setBack();
            }
        } else {
            failures++;
        }
    }

    /** From now on nothing comes again of what was read so far: a day has gone. */
    void forgetRead() {
        horizon = checkpoint;
    }

    private boolean isDrained() {
        return shard.isClosed()
                && isIdle()
                && parent.map(ShardReader::isDrained).orElse(true);
    }

    /** Again after a failure: the same, half of it, or cut anew. */
    private int nextSize() {
        int anew = 1 + random.nextInt(MOST_RECORDS);
        int choice = failures == 0 ? 0 : random.nextInt(3);
        if (choice == 0) {
            return anew;
        }
        census.note(choice == 1 ? Hardship.BATCH_REPEATED : Hardship.BATCH_BISECTED);
        return Math.max(1, lastSize / choice);
    }

    /** Records that were done come again. */
    private void setBack() {
        int back = Math.max(horizon, checkpoint - random.nextInt(MOST_SET_BACK));
        if (back < checkpoint) {
            census.note(Hardship.RECORDS_REDELIVERED);
        }
        checkpoint = back;
    }

    private static int indexOf(Batch batch, String sequence) {
        for (int i = 0; i < batch.records().size(); i++) {
            if (batch.records().get(i).sequenceNumber().equals(sequence)) {
                return i;
            }
        }
        throw new AssertionError("asked for " + sequence + " again, which the batch did not hold");
    }
}
