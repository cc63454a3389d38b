package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.contracts.stream.Census.Hardship;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One run of a stream against a subject; see the package. */
public final class StreamSimulator {
    private static final int SHARDS = 8;
    private static final int WRITES = 220;
    private static final int MOST_CALLS_AT_ONCE = 6;
    private static final int MOST_TURNS = 100_000;
    private static final Duration LONG_QUIET = Duration.ofDays(3);

    private final Random random;
    private final Subject subject;
    private final Census census;
    private final FakeClock clock = new FakeClock(ReportBuilder.UPLOADED);
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final Writers writers;
    private final Shards shards;
    private final Truth truth = new Truth();
    private final Stores stores = Stores.empty();
    private final CrashPoints crashPoints = new CrashPoints(stores, truth);
    private final Map<Shard, ShardReader> readers = new HashMap<>();
    private final List<ShardReader> readersInOrder = new ArrayList<>();
    private final Map<Invocation, ShardReader> running = new HashMap<>();
    private final List<Invocation> runningInOrder = new ArrayList<>();
    private final List<Invocation> zombies = new ArrayList<>();
    private int streamed;

    private StreamSimulator(long seed, Subject subject, Census census) {
        this.random = new Random(seed * 7_919 + 17);
        this.subject = subject;
        this.census = census;
        this.writers = new Writers(occurrences, clock, random, census);
        this.shards = new Shards(SHARDS, random, census);
    }

    /** Runs one seed to its end: everything written, read and settled. */
    public static Outcome run(long seed, Subject subject) {
        StreamSimulator simulator = new StreamSimulator(seed, subject, new Census());
        simulator.write(WRITES / 2);
        simulator.settle();
        simulator.beQuiet();
        simulator.write(WRITES - WRITES / 2);
        simulator.settle();
        return new Outcome(
                Differences.between(simulator.truth, simulator.stores),
                simulator.crashPoints.violations(),
                simulator.census);
    }

    /** Writes happen while readers read. */
    private void write(int writes) {
        for (int left = writes; left > 0; ) {
            int turn = random.nextInt(12);
            if (turn < 4) {
                writers.writeSomething();
                stream();
                left--;
            } else if (turn == 4 && random.nextInt(3) == 0) {
                shards.rotateOrSplitOne();
            } else {
                read();
            }
        }
    }

    /** Reads until nothing is left to read and no zombie lives. */
    private void settle() {
        for (int turn = 0; !isSettled(); turn++) {
            if (turn > MOST_TURNS) {
                throw new AssertionError("the stream does not settle: " + running.size() + " invocations run");
            }
            read();
        }
    }

    private boolean isSettled() {
        return runningInOrder.isEmpty()
                && zombies.isEmpty()
                && readers().stream().allMatch(ShardReader::isIdle);
    }

    /** Days go by, in which every shard is replaced and marks grow old. */
    private void beQuiet() {
        clock.advance(LONG_QUIET);
        shards.rotateAll();
        readers().forEach(ShardReader::forgetRead);
    }

    private void read() {
        int turn = random.nextInt(10);
        if (turn < 3) {
            List<ShardReader> ready =
                    readers().stream().filter(ShardReader::canStart).toList();
            if (!ready.isEmpty()) {
                start(ready.get(random.nextInt(ready.size())));
            }
        } else if (turn < 9 && !runningInOrder.isEmpty()) {
            resume(runningInOrder.get(random.nextInt(runningInOrder.size())));
        } else if (!zombies.isEmpty()) {
            Invocation zombie = zombies.get(random.nextInt(zombies.size()));
            zombie.resume(calls());
            if (!isRunning(zombie)) {
                census.note(Hardship.ZOMBIE_OUTLIVED);
                zombies.remove(zombie);
            }
        }
    }

    private void start(ShardReader reader) {
        Invocation invocation = new Invocation(subject, ports(), reader.nextBatch(), reader.nextMishap());
        reader.started(invocation);
        running.put(invocation, reader);
        runningInOrder.add(invocation);
    }

    private void resume(Invocation invocation) {
        invocation.resume(calls());
        if (isRunning(invocation) && !invocation.isGivenUp()) {
            return;
        }
        runningInOrder.remove(invocation);
        running.remove(invocation).ended(invocation);
        invocation.mishap().hardship().ifPresent(census::note);
        if (isRunning(invocation)) {
            zombies.add(invocation);
        }
    }

    private static boolean isRunning(Invocation invocation) {
        return switch (invocation.state()) {
            case Invocation.State.Running ignored -> true;
            case Invocation.State.Answered ignored -> false;
            case Invocation.State.Died ignored -> false;
            case Invocation.State.Broken(Throwable bug) -> throw new AssertionError("the subject broke", bug);
        };
    }

    private int calls() {
        return 1 + random.nextInt(MOST_CALLS_AT_ONCE);
    }

    private AbsorbPorts ports() {
        return stores.ports(this::exemplar, crashPoints, clock);
    }

    private Exemplar exemplar(Occurrence report) {
        if (writers.hostile().contains(report.id())) {
            throw new Fault(Fault.Blame.DATA, "exemplar of " + report.id() + ": refused by the test", null);
        }
        return Exemplar.NONE;
    }

    private void stream() {
        for (Written written : occurrences.logAfter(streamed)) {
            StreamRecord appended = shards.append(written, writers.isPoisoned(written.id()));
            truth.note(appended, subject.positionOf(appended));
            streamed++;
        }
    }

    private List<ShardReader> readers() {
        for (Shard shard :
                shards.all().subList(readersInOrder.size(), shards.all().size())) {
            ShardReader reader = new ShardReader(shard, shard.parent().map(readers::get), random, census);
            readers.put(shard, reader);
            readersInOrder.add(reader);
        }
        return readersInOrder;
    }

    /**
     * What a run came to.
     *
     * @param differences stored things that are not true at the end, in words
     * @param violations places where a crash would have left a covered position incomplete for good
     * @param census what it was put through
     */
    public record Outcome(List<String> differences, List<String> violations, Census census) {
        public Outcome {
            differences = List.copyOf(differences);
            violations = List.copyOf(violations);
        }
    }
}
