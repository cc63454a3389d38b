package dev.flotsam.triage.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Outbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:00Z");

    private final Pace pace = new Pace(3, Duration.ofMinutes(10), Duration.ofMinutes(2));

    @Test
    void sendsFewAlertsOneByOneOldestFirst() {
        assertThat(pace.next(waiting(3), Ledger.BLANK, NOW)).contains(Letter.of(alert(0)));
    }

    @Test
    void sendsOneDigestWhenMoreWaitThanTheWindowHasRoomFor() {
        assertThat(pace.next(waiting(4), Ledger.BLANK, NOW).orElseThrow().alerts())
                .hasSize(4);
        assertThat(pace.next(waiting(1), sent(3, NOW), NOW)).contains(new Letter(List.of(alert(0)), true));
    }

    @Test
    void letsTheNextDigestGather() {
        Ledger digested = Ledger.BLANK
                .sending(new Letter(List.of(alert(8), alert(9)), true))
                .delivered(NOW, sent(3, NOW).singles());

        assertThat(pace.next(waiting(1), digested, NOW.plusSeconds(119))).isEmpty();
        assertThat(pace.next(waiting(1), digested, NOW.plusSeconds(120))).isPresent();
    }

    @Test
    void countsLettersForOneWindowOnly() {
        assertThat(pace.next(waiting(1), sent(3, NOW), NOW.plusSeconds(600))).contains(Letter.of(alert(0)));
    }

    @Test
    void sendsATestAtOnceAndAlone() {
        Alert test = Alert.hookTest(new HookId("a"), NOW);
        List<Waiting> waiting = List.of(new Waiting(alert(0), ""), new Waiting(test, ""), new Waiting(alert(1), ""));

        assertThat(pace.next(waiting, sent(3, NOW), NOW)).contains(Letter.of(test));
    }

    @Test
    void passesOverWhatWasSetAside() {
        assertThat(pace.next(List.of(new Waiting(alert(0), "refused")), Ledger.BLANK, NOW))
                .isEmpty();
    }

    @Test
    void putsNoMoreThanTheMostIntoOneDigest() {
        assertThat(pace.next(waiting(Letter.MOST_ALERTS + 1), Ledger.BLANK, NOW)
                        .orElseThrow()
                        .alerts())
                .hasSize(Letter.MOST_ALERTS);
    }

    private static Ledger sent(int letters, Instant when) {
        return new Ledger(
                Optional.empty(),
                Collections.nCopies(letters, when),
                Optional.empty(),
                Optional.of(when),
                Optional.empty(),
                0,
                "");
    }

    private static List<Waiting> waiting(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Waiting(alert(i), ""))
                .toList();
    }

    private static Alert alert(int number) {
        return new Alert(Alert.Kind.NEW_CLUSTER, ClusterId.of("app", "signature " + number), "app", "1", NOW);
    }
}
