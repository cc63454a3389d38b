package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.Facts;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.symbol.Waiters;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of waiters does. */
public abstract class WaitersContract {
    private static final String UUID = "3F1C5A6E-7B2D-4C8E-9A10-000000000001";

    /** A store that holds nothing. */
    protected abstract Waiters emptyWaiters();

    @Test
    void whoWaitsIsFoundByImageAndArchitecture() {
        Waiters waiters = emptyWaiters();
        Waiter waiter = waiter("Lantern.decode()", "arm64", "5.2 (1042)", 0);
        waiters.add(waiter);
        waiters.add(waiter("Lantern.decode()", "arm64e", "5.2 (1042)", 0));
        assertThat(waiters.of(UUID, "arm64")).containsExactly(waiter);
        assertThat(waiters.of(UUID, "arm")).isEmpty();
        assertThat(waiters.of("3F1C5A6E-7B2D-4C8E-9A10-000000000002", "arm64")).isEmpty();
    }

    @Test
    void theSameAgainOnlyMovesItForward() {
        Waiters waiters = emptyWaiters();
        waiters.add(waiter("Lantern.decode()", "arm64", "5.2 (1042)", 50));
        waiters.add(waiter("Lantern.decode()", "arm64", "5.1 (1019)", 10));
        assertThat(waiters.of(UUID, "arm64")).containsExactly(waiter("Lantern.decode()", "arm64", "5.2 (1042)", 50));
        waiters.add(waiter("Lantern.decode()", "arm64", "5.3 (1050)", 90));
        assertThat(waiters.of(UUID, "arm64")).containsExactly(waiter("Lantern.decode()", "arm64", "5.3 (1050)", 90));
    }

    @Test
    void whoNoLongerWaitsIsNotFound() {
        Waiters waiters = emptyWaiters();
        Waiter other = waiter("Lantern.encode()", "arm64", "5.2", 0);
        waiters.add(waiter("Lantern.decode()", "arm64", "5.2", 0));
        waiters.add(other);
        waiters.remove(waiter("Lantern.decode()", "arm64", "5.1", 7));
        waiters.remove(waiter("Lantern.decode()", "arm64", "5.2", 0));
        assertThat(waiters.of(UUID, "arm64")).containsExactly(other);
    }

    @Test
    void everyClusterThatWaitsIsFound() {
        Waiters waiters = emptyWaiters();
        IntStream.range(0, 30).forEach(number -> waiters.add(waiter("Place" + number, "arm64", "5.2", 0)));
        assertThat(waiters.of(UUID, "arm64")).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void whoWaitsForHiddenNamesWaitsBesideWhoHasNoSymbolsAtAll() {
        Waiters waiters = emptyWaiters();
        Waiter without = waiter("Lantern.decode()", "arm64", "5.2", 0);
        Waiter hidden = new Waiter(
                new MissingImage(UUID, "arm64", "Lantern Kit", 17),
                without.cluster(),
                APP,
                without.facts(),
                without.lastSeen());
        waiters.add(without);
        waiters.add(hidden);
        assertThat(waiters.of(UUID, "arm64")).containsExactlyInAnyOrder(without, hidden);
        waiters.remove(without);
        assertThat(waiters.of(UUID, "arm64")).containsExactly(hidden);
    }

    private static Waiter waiter(String signature, String architecture, String version, int second) {
        return new Waiter(
                new MissingImage(UUID, architecture, "Lantern Kit"),
                ClusterId.of(APP, signature),
                APP,
                new Facts(version, "iOS 17.2", "iPhone15,4", "", Optional.empty()),
                UPLOADED.plusSeconds(second));
    }
}
