package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.stream.Census.Hardship;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The shards of one stream: writes go to the open shard of their key; shards close and get one child, or two. */
final class Shards {
    private static final int HASHES = 1 << 16;

    private final Random random;
    private final Census census;
    private final List<Shard> all = new ArrayList<>();

    Shards(int count, Random random, Census census) {
        this.random = random;
        this.census = census;
        for (int i = 0; i < count; i++) {
            open(Optional.empty(), HASHES / count * i, i == count - 1 ? HASHES : HASHES / count * (i + 1));
        }
    }

    List<Shard> all() {
        return List.copyOf(all);
    }

    StreamRecord append(Written written, boolean poisoned) {
        int hash = Integer.parseInt(written.id().value().substring(0, 4), 16);
        Shard taker =
                all.stream().filter(shard -> shard.takes(hash)).findFirst().orElseThrow();
        int digits = taker.digits();
        StreamRecord appended = taker.append(written, poisoned);
        if (digits < taker.digits()) {
            census.note(Hardship.SEQUENCE_NUMBER_LENGTHENED);
        }
        return appended;
    }

    /** Closes an open shard; one child takes over its keys, or two share them. */
    void rotateOrSplitOne() {
        List<Shard> open = open();
        Shard old = open.get(random.nextInt(open.size()));
        if (random.nextBoolean() && old.to() - old.from() > 2) {
            int middle = old.from() + 1 + random.nextInt(old.to() - old.from() - 1);
            census.note(Hardship.SHARD_SPLIT);
            old.close();
            open(Optional.of(old), old.from(), middle);
            open(Optional.of(old), middle, old.to());
        } else {
            rotate(old);
        }
    }

    /** Closes every open shard: DynamoDB does within hours. */
    void rotateAll() {
        open().forEach(this::rotate);
    }

    private void rotate(Shard old) {
        census.note(Hardship.SHARD_ROTATED);
        old.close();
        open(Optional.of(old), old.from(), old.to());
    }

    private List<Shard> open() {
        return all.stream().filter(shard -> !shard.isClosed()).toList();
    }

    private void open(Optional<Shard> parent, int from, int to) {
        String id = "shardId-%020d-%08x".formatted(1_772_000_000_000L + all.size(), random.nextInt());
        all.add(new Shard(id, parent, from, to, random));
    }
}
