package dev.flotsam.triage.alert;

import dev.flotsam.triage.alert.Outbox.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often one hook is written to. Up to {@code singles} alerts within a window get a letter each; when more wait, one
 * digest names them all, and the next digest waits a while.
 *
 * @param singles letters of one alert within a window
 * @param window how long a letter counts
 * @param digestEvery least time between two digests
 */
public record Pace(int singles, Duration window, Duration digestEvery) {
    /** Five letters in ten minutes, then a digest every two minutes: at most ten messages in ten minutes of storm. */
    public static final Pace USUAL = new Pace(5, Duration.ofMinutes(10), Duration.ofMinutes(2));

    /** This pace with another least time between two digests. */
    public Pace withDigestEvery(Duration least) {
        return new Pace(singles, window, least);
    }

    /** What to send now; empty if nothing waits or a digest has to gather first. */
    Optional<Letter> next(List<Waiting> waiting, Ledger ledger, Instant now) {
        List<Alert> alerts = waiting.stream()
                .filter(entry -> !entry.isSetAside())
                .map(Waiting::alert)
                .limit(Letter.MOST_ALERTS)
                .toList();
        if (alerts.isEmpty()) {
            return Optional.empty();
        }
        Optional<Alert> test = alerts.stream().filter(Alert::isTest).findFirst();
        if (test.isPresent()) {
            return test.map(Letter::of);
        }
        if (alerts.size() + counted(ledger, now).size() <= singles) {
            return Optional.of(Letter.of(alerts.getFirst()));
        }
        boolean gathering = ledger.digested()
                .map(last -> last.plus(digestEvery).isAfter(now))
                .orElse(false);
        return gathering ? Optional.empty() : Optional.of(new Letter(alerts, true));
    }

    /** Letters of one alert that still count at {@code now}. */
    List<Instant> counted(Ledger ledger, Instant now) {
        return ledger.singles().stream()
                .filter(sent -> sent.plus(window).isAfter(now))
                .toList();
    }
}
