package dev.flotsam.contracts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.ClusterWrite;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The simulator is worth its time only if it notices the mistakes it was built for. */
final class MutantTest {
    private static final int SEEDS = 200;
    private static final int DIGITS = 40;

    @Test
    void countersWithoutMarksAreNoticed() {
        Subject forgetful = new UseCaseSubject(
                MutantTest::padded,
                ports -> ports.with(new Forgetful(ports.counters())).absorbChanges());
        assertThat(firstDifference("no watermark", forgetful, "total of")).contains("stored is");
    }

    @Test
    void comparingUnpaddedSequenceNumbersIsNoticed() {
        Subject unpadded = new UseCaseSubject(MutantTest::unpadded, AbsorbPorts::absorbChanges);
        assertThat(firstDifference("unpadded comparison", unpadded, "total of")).contains("stored is");
    }

    @Test
    void countingBeforeTheClusterStandsIsNoticed() {
        Subject hasty = new UseCaseSubject(MutantTest::padded, MutantTest::countingFirst);
        assertThat(firstDifference("counters before META", hasty, " exists")).contains("stored is false");
    }

    @Test
    void countingBeforeTheClusterStandsIsUnsafeEvenWhereNothingCrashes() {
        Subject hasty = new UseCaseSubject(MutantTest::padded, MutantTest::countingFirst);
        assertThat(StreamSimulator.run(0, hasty).violations())
                .anyMatch(violation -> violation.contains("but the cluster is not there"));
    }

    /** The first sign of a kind in the stored state, which a crash left wrong for good, and the seed that shows it. */
    private static String firstDifference(String mutant, Subject subject, String sign) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Optional<String> difference = StreamSimulator.run(seed, subject).differences().stream()
                    .filter(text -> text.contains(sign))
                    .findFirst();
            if (difference.isPresent()) {
                System.out.println("mutant \"" + mutant + "\": caught by seed " + seed + ": " + difference.get());
                return difference.get();
            }
        }
        throw new AssertionError("mutant \"" + mutant + "\" passes " + SEEDS + " seeds");
    }

    private static Position padded(StreamRecord entry) {
        return Position.of(entry.shardId(), entry.sequenceNumber());
    }

    /** Text order of the numbers as they come: spaces behind change nothing of it. */
    private static Position unpadded(StreamRecord entry) {
        String sequence = entry.sequenceNumber();
        return new Position(Position.laneOf(entry.shardId()), sequence + " ".repeat(DIGITS - sequence.length()));
    }

    private static AbsorbChanges countingFirst(AbsorbPorts ports) {
        List<ClusterWrite> writes = new ArrayList<>(AbsorbChanges.inOrder(
                ports.clusters(),
                ports.exemplars(),
                ports.pages(),
                ports.waiters(),
                ports.alerts(),
                ports.sketches(),
                ports.counters(),
                ports.decided(),
                ports.clock()));
        writes.addFirst(writes.removeLast());
        return new AbsorbChanges(writes, ports.counters(), ports.pages(), ports.setAside());
    }

    /** Adds without asking how far a lane got. */
    private record Forgetful(Counters inner) implements Counters {
        @Override
        public Counter read(Counter.Key key) {
            return new Counter(inner.read(key).tally(), Map.of());
        }

        @Override
        public Map<Counter.Key, Counter> readAll(Collection<Counter.Key> keys) {
            return inner.readAll(keys);
        }

        @Override
        public Optional<Counter> advance(Counter.Key key, Counter.Advance advance) {
            Optional<Counter> standing = Optional.of(inner.read(key));
            while (standing.isPresent()) {
                standing = inner.advance(
                        key,
                        new Counter.Advance(
                                advance.lane(),
                                standing.get().mark(advance.lane()),
                                advance.moved(),
                                advance.delta(),
                                advance.pruned(),
                                advance.expires()));
            }
            return standing;
        }
    }
}
