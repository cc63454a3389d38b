package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Decided;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Ledger;
import dev.flotsam.triage.alert.Letter;
import dev.flotsam.triage.alert.Outbox;
import dev.flotsam.triage.alert.Outbox.Claim;
import dev.flotsam.triage.alert.Outbox.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every outbox does. */
public abstract class OutboxContract {
    private static final HookId HOOK = new HookId("team1");
    private static final HookId OTHER = new HookId("ci");
    private static final Instant NOW = UPLOADED;
    private static final Instant LATER = NOW.plusSeconds(25);

    /** An outbox in which nothing waits. */
    protected abstract Outbox emptyOutbox();

    @Test
    void alertsWaitOnceOldestFirstUntilTheyAreRemoved() {
        Outbox outbox = emptyOutbox();
        outbox.add(HOOK, alert(2));
        outbox.add(HOOK, alert(1));
        outbox.add(HOOK, alert(2));
        outbox.add(OTHER, alert(3));

        assertThat(outbox.waiting(HOOK, 10)).containsExactly(new Waiting(alert(1), ""), new Waiting(alert(2), ""));
        assertThat(outbox.waiting(HOOK, 1)).containsExactly(new Waiting(alert(1), ""));
        outbox.remove(HOOK, alert(1));
        outbox.remove(HOOK, alert(1));
        assertThat(outbox.waiting(HOOK, 10)).containsExactly(new Waiting(alert(2), ""));
        assertThat(outbox.waiting(OTHER, 10)).hasSize(1);
    }

    @Test
    void whatIsSetAsideStaysListedUntilItIsResumed() {
        Outbox outbox = emptyOutbox();
        outbox.add(HOOK, alert(1));
        outbox.setAside(HOOK, alert(1), "refused");
        outbox.setAside(HOOK, alert(2), "never waited");
        outbox.add(HOOK, alert(1));

        assertThat(outbox.waiting(HOOK, 10)).containsExactly(new Waiting(alert(1), "refused"));
        outbox.resume(HOOK, alert(1));
        outbox.resume(HOOK, alert(2));
        assertThat(outbox.waiting(HOOK, 10)).containsExactly(new Waiting(alert(1), ""));
    }

    @Test
    void aFullLedgerComesBackAsItWasKept() {
        Outbox outbox = emptyOutbox();
        List<Alert> many = IntStream.range(0, Letter.MOST_ALERTS)
                .mapToObj(OutboxContract::alert)
                .toList();
        Ledger full = new Ledger(
                Optional.of(new Letter(many, true)),
                List.of(NOW, LATER),
                Optional.of(NOW),
                Optional.of(LATER),
                Optional.of(LATER.plusSeconds(60)),
                7,
                "it answered with status 500");

        assertThat(outbox.ledger(HOOK)).isEqualTo(Ledger.BLANK);
        assertThat(outbox.claim(HOOK, "a", NOW, LATER)).isEqualTo(new Claim.Granted(Ledger.BLANK));
        assertThat(outbox.keep(HOOK, "a", full, LATER)).isTrue();
        assertThat(outbox.ledger(HOOK)).isEqualTo(full);
        assertThat(outbox.keep(HOOK, "a", Ledger.BLANK, LATER)).isTrue();
        assertThat(outbox.ledger(HOOK)).isEqualTo(Ledger.BLANK);
    }

    @Test
    void oneHoldsTheLedgerUntilItsTimeIsUp() {
        Outbox outbox = emptyOutbox();
        outbox.claim(HOOK, "a", NOW, LATER);

        assertThat(outbox.claim(HOOK, "b", LATER.minusMillis(1), LATER.plusSeconds(25)))
                .isEqualTo(new Claim.Held(LATER));
        assertThat(outbox.claim(OTHER, "b", NOW, LATER)).isInstanceOf(Claim.Granted.class);
        assertThat(outbox.claim(HOOK, "a", NOW, LATER)).isInstanceOf(Claim.Granted.class);
        assertThat(outbox.claim(HOOK, "b", LATER, LATER.plusSeconds(25))).isInstanceOf(Claim.Granted.class);
    }

    @Test
    void whoLostTheLedgerWritesNothing() {
        Outbox outbox = emptyOutbox();
        Ledger letter = new Ledger(
                Optional.of(new Letter(List.of(alert(1)), false)),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                "");
        assertThat(outbox.keep(HOOK, "a", letter, LATER)).isFalse();
        outbox.claim(HOOK, "a", NOW, LATER);
        outbox.claim(HOOK, "b", LATER, LATER.plusSeconds(25));

        assertThat(outbox.keep(HOOK, "a", letter, LATER.plusSeconds(60))).isFalse();
        assertThat(outbox.ledger(HOOK)).isEqualTo(Ledger.BLANK);
        assertThat(outbox.keep(HOOK, "b", letter, LATER)).isTrue();
        assertThat(outbox.claim(HOOK, "c", LATER, LATER.plusSeconds(9))).isEqualTo(new Claim.Granted(letter));
    }

    @Test
    void ofManyWhoClaimAtOnceExactlyOneHolds() throws Exception {
        Outbox outbox = emptyOutbox();
        List<Claim> claims = Racing.all(8, number -> outbox.claim(HOOK, "holder " + number, NOW, LATER));
        assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    }

    @Test
    void wakingForgetsFailuresAndKeepsTheRest() {
        Outbox outbox = emptyOutbox();
        outbox.wake(HOOK);
        assertThat(outbox.ledger(HOOK)).isEqualTo(Ledger.BLANK);
        Letter letter = new Letter(List.of(alert(1)), false);
        outbox.claim(HOOK, "a", NOW, LATER);
        outbox.keep(
                HOOK,
                "a",
                new Ledger(
                        Optional.of(letter),
                        List.of(NOW),
                        Optional.empty(),
                        Optional.of(NOW),
                        Optional.of(LATER),
                        3,
                        "down"),
                NOW);
        outbox.wake(HOOK);

        assertThat(outbox.ledger(HOOK))
                .isEqualTo(new Ledger(
                        Optional.of(letter),
                        List.of(NOW),
                        Optional.empty(),
                        Optional.of(NOW),
                        Optional.empty(),
                        0,
                        "down"));
    }

    @Test
    void droppingLeavesNothing() {
        Outbox outbox = emptyOutbox();
        outbox.add(HOOK, alert(1));
        outbox.claim(HOOK, "a", NOW, LATER);
        outbox.drop(HOOK);
        outbox.drop(HOOK);

        assertThat(outbox.waiting(HOOK, 10)).isEmpty();
        assertThat(outbox.ledger(HOOK)).isEqualTo(Ledger.BLANK);
        assertThat(outbox.claim(HOOK, "b", NOW, LATER)).isInstanceOf(Claim.Granted.class);
    }

    /** New clusters, and every third one a regression. */
    private static Alert alert(int number) {
        ClusterId cluster = ClusterId.of(APP, "Signature " + number);
        return number % 3 == 0
                ? Alert.regression(
                        APP,
                        new Decided.Regression(cluster, "5.2", "5.3 (1050)", UPLOADED),
                        UPLOADED.plusMillis(number))
                : new Alert(Alert.Kind.NEW_CLUSTER, cluster, APP, "1", UPLOADED.plusMillis(number));
    }
}
