package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeDecisions;
import dev.flotsam.contracts.fake.FakeHealJobs;
import dev.flotsam.contracts.fake.FakeLinks;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.HealPorts;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.decide.DecideCluster;
import dev.flotsam.triage.decide.DecideCluster.Change;
import dev.flotsam.triage.decide.LinkClusters;
import dev.flotsam.triage.decide.State;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.Waiters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Thousands of reports wait for symbols that arrive while new reports of the same app do: devices write, shards are read,
 * dSYMs are indexed and jobs are stepped side by side, interleaved between any two port calls. Any of these processes dies
 * at any call, or is given up and goes on as a zombie; what it was to do is delivered again.
 */
final class HealSimulator {
    /** Offsets whose every report heals, in a run of a thousand. */
    static final int DECIDED = 2;

    static final int MERGED = 4;
    static final State RESOLVED = new State.Resolved("5.2");

    private static final List<Breakage> BREAKAGES = List.of(Breakage.values());
    private static final int SHARDS = 4;
    private static final int MOST_CALLS_AT_ONCE = 60;
    private static final int LATEST_CALL = 900;
    private static final int FAILURES_BEFORE_CALM = 3;
    private static final int MOST_TURNS = 20_000_000;

    final Stores stores = Stores.empty();
    final FakeOccurrences occurrences = new FakeOccurrences();
    final FakeHealJobs jobs = new FakeHealJobs();
    final FakeDecisions decisions = new FakeDecisions();
    final FakeLinks links = new FakeLinks();
    final Truth truth = new Truth();
    final LateSymbols late;

    private final Random random;
    private final Census census = new Census();
    private final FakeClock clock = new FakeClock(ReportBuilder.UPLOADED);
    private final Shards shards;
    private final List<ShardReader> readers = new ArrayList<>();
    private final Map<Invocation, ShardReader> absorbing = new HashMap<>();
    private final Map<HealJob.Key, Lane> lanes = new HashMap<>();
    private final List<Lane> lanesInOrder = new ArrayList<>();
    private final List<Invocation> running = new ArrayList<>();
    private final List<Invocation> zombies = new ArrayList<>();
    private final List<Occurrence> beingRead = new ArrayList<>();
    private final List<ImageId> toIndex = new ArrayList<>();
    private final boolean looksAgain;
    private Optional<Invocation> indexing = Optional.empty();
    private int sent;
    private int streamed;
    private int told;
    int deaths;
    int steps;

    private HealSimulator(long seed, boolean looksAgain) {
        this.random = new Random(seed * 6_007 + 3);
        this.late = new LateSymbols(random);
        this.shards = new Shards(SHARDS, random, census);
        this.looksAgain = looksAgain;
        shards.all().forEach(shard -> readers.add(new ShardReader(shard, Optional.empty(), random, census)));
    }

    /**
     * Runs until nothing is left to do.
     *
     * @param waiting reports that were claimed before any symbols arrive
     * @param arriving reports that arrive meanwhile
     */
    static HealSimulator run(long seed, int waiting, int arriving) {
        return run(seed, waiting, arriving, true);
    }

    /** The same, with dedupe-stacks looking for symbols again behind each waiter, or not. */
    static HealSimulator run(long seed, int waiting, int arriving, boolean looksAgain) {
        HealSimulator simulator = new HealSimulator(seed, looksAgain);
        simulator.live(waiting, waiting + arriving);
        return simulator;
    }

    /** Reports that were sent. */
    int sent() {
        return sent;
    }

    private void live(int waiting, int all) {
        for (int turn = 0; sent < all || !isSettled(); turn++) {
            if (turn > MOST_TURNS) {
                throw new AssertionError("does not settle: " + running.size() + " processes run");
            }
            int kind = random.nextInt(20);
            if (kind < 4) {
                // Before symbols arrive in a rush, then one by one between the steps of jobs.
                for (int left = sent < waiting ? 40 : 1; left > 0 && sent < all; left--) {
                    arrive();
                }
                if (sent >= waiting && sent < waiting + 40 && toIndex.isEmpty()) {
                    decide();
                    toIndex.addAll(List.of(LateSymbols.LANTERN, LateSymbols.BUOY));
                }
            } else if (kind == 4) {
                claimOneBeingRead();
            } else if (kind == 5) {
                index();
            } else if (kind < 9) {
                startAbsorbing();
            } else if (kind < 12) {
                startStepping();
            } else {
                resumeSomething();
            }
            stream();
        }
    }

    /** People resolve a cluster whose name is an address, and merge another one into it. */
    private void decide() {
        DecideCluster decideCluster = new DecideCluster(decisions, clock);
        Change.Edit resolves = new Change.Edit(Optional.of(RESOLVED), Optional.empty(), Optional.empty());
        decideCluster.decide(ReportBuilder.APP, LateSymbols.cluster(DECIDED, false), 0, resolves, List.of(), "people");
        new LinkClusters(links, clock)
                .merge(
                        ReportBuilder.APP,
                        LateSymbols.cluster(DECIDED, false),
                        List.of(LateSymbols.cluster(MERGED, false)),
                        "people");
    }

    private boolean isSettled() {
        return running.isEmpty()
                && zombies.isEmpty()
                && beingRead.isEmpty()
                && indexing.isEmpty()
                && toIndex.isEmpty()
                && lanesInOrder.stream().allMatch(lane -> lane.pending == 0)
                && readers.stream().allMatch(ShardReader::isIdle);
    }

    /** A report is read with the symbols of this moment; now and then it is claimed much later. */
    private void arrive() {
        beingRead.add(late.read(sent++));
        if (random.nextInt(8) != 0) {
            occurrences.claim(beingRead.removeLast());
        }
    }

    private void claimOneBeingRead() {
        if (!beingRead.isEmpty() && (sent % 7 == 0 || random.nextInt(30) == 0)) {
            occurrences.claim(beingRead.remove(random.nextInt(beingRead.size())));
        }
    }

    private void index() {
        if (indexing.isEmpty() && !toIndex.isEmpty() && random.nextInt(40) == 0) {
            ImageId image = toIndex.getFirst();
            Invocation invocation = process(mishap(12), ports -> {
                ports.symbols().publish(LateSymbols.record(image));
                ports.wakeWaiting().wake(image);
            });
            indexing = Optional.of(invocation);
            running.add(invocation);
        }
    }

    private void startAbsorbing() {
        List<ShardReader> ready = readers.stream().filter(ShardReader::canStart).toList();
        if (!ready.isEmpty()) {
            ShardReader reader = ready.get(random.nextInt(ready.size()));
            Batch batch = reader.nextBatch();
            Invocation invocation = new Invocation(
                    batch,
                    reader.nextMishap(),
                    gate -> UseCaseSubject.sound()
                            .absorb(absorbPorts().behind(gate).with(waiters(gate)), batch));
            reader.started(invocation);
            absorbing.put(invocation, reader);
            running.add(invocation);
        }
    }

    private void startStepping() {
        List<Lane> ready = lanesInOrder.stream()
                .filter(lane -> lane.pending > 0 && lane.active.isEmpty())
                .toList();
        if (!ready.isEmpty()) {
            Lane lane = ready.get(random.nextInt(ready.size()));
            lane.delivered = 1 + random.nextInt(lane.pending);
            // A step out of time reads one object only.
            boolean isShort = random.nextInt(3) == 0;
            Invocation invocation = process(
                    lane.failures < FAILURES_BEFORE_CALM ? mishap(LATEST_CALL) : Mishap.NONE,
                    ports -> ports.healReports()
                            .step(
                                    lane.key,
                                    isShort ? clock.instant() : clock.instant().plusSeconds(60)));
            lane.active = Optional.of(invocation);
            running.add(invocation);
            steps++;
        }
    }

    private void resumeSomething() {
        if (!zombies.isEmpty() && random.nextInt(6) == 0) {
            Invocation zombie = zombies.get(random.nextInt(zombies.size()));
            zombie.resume(calls());
            if (!isRunning(zombie)) {
                zombies.remove(zombie);
            }
        } else if (!running.isEmpty()) {
            resume(running.get(random.nextInt(running.size())));
        }
    }

    private void resume(Invocation invocation) {
        invocation.resume(calls());
        if (isRunning(invocation) && !invocation.isGivenUp()) {
            return;
        }
        running.remove(invocation);
        if (isRunning(invocation)) {
            zombies.add(invocation);
        }
        boolean isDone = invocation.state() instanceof Invocation.State.Answered && !invocation.isGivenUp();
        deaths += isDone ? 0 : 1;
        if (absorbing.containsKey(invocation)) {
            absorbing.remove(invocation).ended(invocation);
        } else if (indexing.filter(invocation::equals).isPresent()) {
            indexing = Optional.empty();
            if (isDone) {
                toIndex.removeFirst();
            }
        } else {
            lanesInOrder.stream()
                    .filter(lane -> lane.active.filter(invocation::equals).isPresent())
                    .forEach(lane -> lane.ended(isDone));
        }
    }

    private static boolean isRunning(Invocation invocation) {
        if (invocation.state() instanceof Invocation.State.Broken(Throwable bug)) {
            throw new AssertionError("a process broke", bug);
        }
        return invocation.state() instanceof Invocation.State.Running;
    }

    private Invocation process(Mishap mishap, Work work) {
        return new Invocation(new Batch("", List.of()), mishap, gate -> {
            work.through(healPorts().behind(gate));
            return Optional.empty();
        });
    }

    private Mishap mishap(int latest) {
        int at = 1 + random.nextInt(1 + random.nextInt(latest));
        return switch (random.nextInt(4)) {
            case 0 -> new Mishap(Optional.of(BREAKAGES.get(random.nextInt(BREAKAGES.size()))), false, at);
            case 1 -> new Mishap(Optional.empty(), true, at);
            default -> Mishap.NONE;
        };
    }

    private int calls() {
        return 1 + random.nextInt(MOST_CALLS_AT_ONCE);
    }

    private Waiters waiters(Gate gate) {
        HealPorts gated = healPorts().behind(gate);
        return looksAgain ? gated.wakefulWaiters() : gated.waiters();
    }

    private AbsorbPorts absorbPorts() {
        return stores.ports(report -> Exemplar.NONE, stores.counters(), clock);
    }

    private HealPorts healPorts() {
        return new HealPorts(
                late.stored(),
                stores.waiters(),
                jobs,
                occurrences,
                late,
                stores.pages(),
                stores.clusters(),
                stores.alerts(),
                decisions,
                links,
                clock);
    }

    private void stream() {
        for (Written written : occurrences.logAfter(streamed)) {
            StreamRecord appended = shards.append(written, false);
            truth.note(appended, UseCaseSubject.sound().positionOf(appended));
            streamed++;
        }
        for (HealJob.Key key : jobs.logAfter(told)) {
            lanes.computeIfAbsent(key, this::lane).pending++;
            told++;
        }
    }

    private Lane lane(HealJob.Key key) {
        Lane lane = new Lane(key);
        lanesInOrder.add(lane);
        return lane;
    }

    /** What one process does through its ports. */
    private interface Work {
        void through(HealPorts ports);
    }

    /** Changes of one job, in order, one step at a time. */
    private static final class Lane {
        private final HealJob.Key key;
        private Optional<Invocation> active = Optional.empty();
        private int pending;
        private int delivered;
        private int failures;

        Lane(HealJob.Key key) {
            this.key = key;
        }

        void ended(boolean isDone) {
            active = Optional.empty();
            pending -= isDone ? delivered : 0;
            failures = isDone ? 0 : failures + 1;
        }
    }
}
