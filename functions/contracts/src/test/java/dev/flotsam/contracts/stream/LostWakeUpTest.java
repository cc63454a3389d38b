package dev.flotsam.contracts.stream;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeHealJobs;
import dev.flotsam.contracts.fake.FakeStoredSymbols;
import dev.flotsam.contracts.fake.FakeWaiters;
import dev.flotsam.contracts.fault.FaultyGate.Breakage;
import dev.flotsam.contracts.fault.Gate;
import dev.flotsam.contracts.fault.HealPorts;
import dev.flotsam.symbols.Arch;
import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.StoredImage;
import dev.flotsam.triage.symbol.StoredImage.State;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A report is read and absorbed while its symbols are indexed. Both sides make their port calls in every order there is,
 * and each may die at each call and come again: a report that was read without symbols is always healed.
 */
final class LostWakeUpTest {
    private static final ImageId IMAGE =
            new ImageId(UUID.fromString("3f1c5a6e-7b2d-4c8e-9a10-000000000001"), new Arch("arm64"));
    private static final ClusterId CLUSTER = ClusterId.of(APP, "LanternKit + 50404");
    private static final Waiter WAITER = new Waiter(
            new MissingImage("3F1C5A6E-7B2D-4C8E-9A10-000000000001", "arm64", "LanternKit"),
            CLUSTER,
            APP,
            new Facts("5.1 (1019)", "iOS 17.2", "iPhone15,4", "", Optional.empty()),
            UPLOADED);
    private static final StoredImage STORED =
            new StoredImage(IMAGE, "LanternKit", State.INDEXED, 1, 0, 1, 1, "hash", "", UPLOADED);

    @Test
    void noOrderOfTheStepsOfBothSidesLosesAWakeUp() {
        assertThat(losingOrders(LostWakeUpTest::absorb, LostWakeUpTest::index)).isEmpty();
    }

    @Test
    void whoWaitsForNamesThatBitcodeHidesIsWokenByTheirMapsAndByNothingElse() {
        Waiter hidden = new Waiter(
                new MissingImage(WAITER.image().uuid(), "arm64", "LanternKit", 40),
                CLUSTER,
                APP,
                WAITER.facts(),
                WAITER.lastSeen());
        BiConsumer<HealPorts, Waiter> absorb = (ports, waiter) -> absorb(ports, hidden);
        assertThat(losingOrders(absorb, LostWakeUpTest::index)).isEmpty();

        HealPorts ports = new Race(absorb, LostWakeUpTest::index, Mishap.NONE).ports;
        ports.symbols().publish(hiding(40));
        absorb(ports, hidden);
        assertThat(ports.jobs().find(new HealJob.Key(IMAGE, CLUSTER))).isEmpty();
        ports.symbols().publish(hiding(39));
        absorb(ports, hidden);
        assertThat(ports.jobs().find(new HealJob.Key(IMAGE, CLUSTER))).isPresent();
    }

    private static StoredImage hiding(int names) {
        return new StoredImage(IMAGE, "LanternKit", State.INDEXED, 1, names, 1, 1, "hash" + names, "", UPLOADED);
    }

    @Test
    void leavingTheSecondLookOutLosesSome() {
        assertThat(losingOrders((ports, waiter) -> ports.waiters().add(waiter), LostWakeUpTest::index))
                .isNotEmpty();
    }

    @Test
    void lookingBeforeTheWaiterIsThereLosesSome() {
        BiConsumer<HealPorts, Waiter> hasty = (ports, waiter) -> {
            boolean isHere = ports.symbols().find(IMAGE).isPresent();
            ports.waiters().add(waiter);
            if (isHere) {
                ports.jobs().wake(new HealJob.Key(IMAGE, CLUSTER), APP);
            }
        };
        assertThat(losingOrders(hasty, LostWakeUpTest::index)).isNotEmpty();
    }

    @Test
    void readingTheWaitersBeforePublishingLosesSome() {
        Consumer<HealPorts> hasty = ports -> {
            ports.wakeWaiting().wake(IMAGE);
            ports.symbols().publish(STORED);
        };
        assertThat(losingOrders(LostWakeUpTest::absorb, hasty)).isNotEmpty();
    }

    @Test
    void noDeathOfEitherSideLosesAWakeUpOnceItsDeliveryCameAgain() {
        for (Breakage breakage : Breakage.values()) {
            for (int at = 1; at <= 4; at++) {
                assertThat(losingOrders(
                                LostWakeUpTest::absorb,
                                LostWakeUpTest::index,
                                new Mishap(Optional.of(breakage), false, at)))
                        .as("%s at call %d", breakage, at)
                        .isEmpty();
            }
        }
    }

    /** As dedupe-stacks does it. */
    private static void absorb(HealPorts ports, Waiter waiter) {
        ports.wakefulWaiters().add(waiter);
    }

    /** As index-symbols does it. */
    private static void index(HealPorts ports) {
        ports.symbols().publish(STORED);
        ports.wakeWaiting().wake(IMAGE);
    }

    private static List<String> losingOrders(BiConsumer<HealPorts, Waiter> absorb, Consumer<HealPorts> index) {
        return losingOrders(absorb, index, Mishap.NONE);
    }

    private static List<String> losingOrders(
            BiConsumer<HealPorts, Waiter> absorb, Consumer<HealPorts> index, Mishap mishap) {
        List<String> losing = new ArrayList<>();
        int orders = 0;
        Optional<String> order = Optional.of("");
        while (order.isPresent()) {
            Race race = new Race(absorb, index, mishap);
            String run = race.run(order.get());
            orders++;
            if (race.isLost()) {
                losing.add(run);
            }
            order = next(run);
        }
        assertThat(orders).as("orders tried").isGreaterThanOrEqualTo(5);
        return losing;
    }

    /** The next order to try: the last step that the reader took is taken by the indexer instead. */
    private static Optional<String> next(String run) {
        int last = run.lastIndexOf('r');
        return last < 0 ? Optional.empty() : Optional.of(run.substring(0, last) + "i");
    }

    /**
     * One order of steps: r is a call of whoever reads and absorbs the report, i one of whoever indexes, - one of the only
     * one that is left.
     */
    private static final class Race {
        private final FakeHealJobs jobs = new FakeHealJobs();
        private final HealPorts ports = new HealPorts(
                new FakeStoredSymbols(),
                new FakeWaiters(),
                jobs,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new FakeClock(UPLOADED));
        private final BiConsumer<HealPorts, Waiter> absorb;
        private final Consumer<HealPorts> index;
        private boolean readWithout;
        private Invocation reader;
        private Invocation indexer;

        Race(BiConsumer<HealPorts, Waiter> absorb, Consumer<HealPorts> index, Mishap mishap) {
            this.absorb = absorb;
            this.index = index;
            this.reader = invocation(this::read, mishap);
            this.indexer = invocation(index, mishap);
        }

        private static Invocation invocation(Consumer<HealPorts> work, HealPorts ports, Mishap mishap) {
            return new Invocation(new Batch("race", List.of()), mishap, (Gate gate) -> {
                work.accept(ports.behind(gate));
                return Optional.empty();
            });
        }

        private Invocation invocation(Consumer<HealPorts> work, Mishap mishap) {
            return invocation(work, ports, mishap);
        }

        /** Whoever absorbs a report comes again until it is done; the report was read once. */
        private void read(HealPorts gated) {
            readWithout = readWithout || gated.symbols().find(IMAGE).isEmpty();
            if (readWithout) {
                absorb.accept(gated, WAITER);
            }
        }

        /** Takes the steps of {@code order}, then the reader's, then the indexer's; answers which were taken. */
        String run(String order) {
            StringBuilder taken = new StringBuilder();
            while (isRunning(reader) || isRunning(indexer)) {
                boolean wantsReader = taken.length() >= order.length() || order.charAt(taken.length()) == 'r';
                boolean isFree = isRunning(reader) && isRunning(indexer);
                boolean isReader = isFree ? wantsReader : isRunning(reader);
                (isReader ? reader : indexer).resume(1);
                taken.append(isFree ? (isReader ? 'r' : 'i') : '-');
                if (reader.state() instanceof Invocation.State.Died) {
                    reader = invocation(this::read, Mishap.NONE);
                }
                if (indexer.state() instanceof Invocation.State.Died) {
                    indexer = invocation(index, Mishap.NONE);
                }
            }
            return taken.toString();
        }

        boolean isLost() {
            assertThat(reader.state()).isInstanceOf(Invocation.State.Answered.class);
            assertThat(indexer.state()).isInstanceOf(Invocation.State.Answered.class);
            return readWithout && jobs.find(new HealJob.Key(IMAGE, CLUSTER)).isEmpty();
        }

        private static boolean isRunning(Invocation side) {
            return side.state() instanceof Invocation.State.Running;
        }
    }
}
