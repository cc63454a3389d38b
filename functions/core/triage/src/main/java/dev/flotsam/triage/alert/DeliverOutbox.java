package dev.flotsam.triage.alert;

import dev.flotsam.triage.alert.AnnounceAlerts.Progress;
import dev.flotsam.triage.alert.Messenger.Answer;
import dev.flotsam.triage.alert.Messenger.Request;
import dev.flotsam.triage.alert.Outbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits for one hook.
 *
 * <p>A letter is written into the ledger before it is sent and taken out after all its alerts are marked: whoever finds
 * it there sends the same letter again, with the same id. One process holds the ledger at a time; its hold ends by
 * itself when it dies.
 */
final class DeliverOutbox {
    /** How long a hold lasts without being renewed: longer than one request may take. */
    static final Duration HOLD = Duration.ofSeconds(25);

    /** Time for one request and for marking a digest: no letter is begun with less left. */
    static final Duration LETTER = Duration.ofSeconds(15);

    /** Attempts for a letter within one call. */
    static final int ATTEMPTS = 3;

    /** Slack takes about one message a second. */
    static final Duration BETWEEN_LETTERS = Duration.ofSeconds(1);

    /** Alerts marked between two renewals of the hold. */
    private static final int MARKS = 50;

    private static final Duration POLL = Duration.ofSeconds(3);

    private final Alerts alerts;
    private final Outbox outbox;
    private final ComposeLetter composeLetter;
    private final Messenger messenger;
    private final Pace pace;
    private final Timing timing;

    DeliverOutbox(
            Alerts alerts, Outbox outbox, ComposeLetter composeLetter, Messenger messenger, Pace pace, Timing timing) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.composeLetter = composeLetter;
        this.messenger = messenger;
        this.pace = pace;
        this.timing = timing;
    }

    /** The first hook's share of the time that {@code hooks} have. */
    Share share(Instant deadline, int hooks) {
        Duration left = Duration.between(now(), deadline);
        return new Share(now().plus(left.dividedBy(hooks)), deadline);
    }

    /**
     * How long one hook may take.
     *
     * @param until when the next one's turn comes
     * @param deadline when all has to have stopped
     */
    record Share(Instant until, Instant deadline) {
        boolean allows(Instant waited) {
            return !waited.isAfter(until) && !waited.plus(LETTER).isAfter(deadline);
        }
    }

    /** Sends until nothing is due, the hook fails, or time is up. */
    Progress deliver(Hook hook, Share share) {
        Round round = new Round(hook, timing.holders().get(), share);
        while (isDue(hook.id(), outbox.ledger(hook.id())) && round.isTimeLeft() && round.claim()) {
            round.run();
        }
        return new Progress(hook.id(), round.letters, round.trouble);
    }

    /** Asked before claiming, so that an idle hook costs no write; and after, as alerts came while others held. */
    private boolean isDue(HookId hook, Ledger ledger) {
        return !isPostponed(ledger)
                && (ledger.letter().isPresent() || next(hook, ledger).isPresent());
    }

    private boolean isPostponed(Ledger ledger) {
        return ledger.notBefore().filter(until -> until.isAfter(now())).isPresent();
    }

    private Optional<Letter> next(HookId hook, Ledger ledger) {
        return pace.next(outbox.waiting(hook, Letter.MOST_ALERTS), ledger, now());
    }

    private Instant now() {
        return timing.clock().instant();
    }

    /** One holder's turn at one hook. */
    private final class Round {
        private final Hook hook;
        private final String holder;
        private final Share share;
        private Ledger ledger = Ledger.BLANK;
        private int letters;
        private String trouble = "";

        Round(Hook hook, String holder, Share share) {
            this.hook = hook;
            this.holder = holder;
            this.share = share;
        }

        boolean isTimeLeft() {
            return share.allows(now());
        }

        /** Takes the ledger; waits for the hold of one that may have died, but not for one that is at work. */
        boolean claim() {
            Optional<Instant> seen = Optional.empty();
            while (true) {
                switch (outbox.claim(hook.id(), holder, now(), now().plus(HOLD))) {
                    case Claim.Granted(Ledger granted) -> {
                        ledger = granted;
                        return true;
                    }
                    case Claim.Held(Instant until) -> {
                        boolean renewed =
                                seen.filter(before -> before.isBefore(until)).isPresent();
                        if (renewed || !share.allows(until)) {
                            return false;
                        }
                        seen = Optional.of(until);
                        timing.pause().of(POLL);
                    }
                }
            }
        }

        /** Sends what is due, then lets go. */
        void run() {
            boolean holds = true;
            while (holds && isTimeLeft() && !isPostponed(ledger)) {
                Optional<Letter> letter = ledger.letter().or(() -> next(hook.id(), ledger));
                if (letter.isEmpty()) {
                    break;
                }
                holds = send(letter.get());
            }
            if (holds) {
                outbox.keep(hook.id(), holder, ledger, now());
            }
        }

        /** Sends one letter; false if the hold was lost. */
        private boolean send(Letter letter) {
            ledger = ledger.sending(letter);
            if (letters > 0 && hook.style() == Hook.Style.SLACK) {
                timing.pause().of(BETWEEN_LETTERS);
            }
            for (int attempt = 1; ; attempt++) {
                if (!keep(HOLD)) {
                    return false;
                }
                switch (post(letter)) {
                    case Answer.Taken() -> {
                        return markTold(letter);
                    }
                    case Answer.Refused(String reason) -> {
                        return setAside(letter, reason);
                    }
                    case Answer.Later(String reason, Optional<Duration> after) -> {
                        Duration wait = after.orElse(Backoff.within(attempt));
                        if (attempt == ATTEMPTS || !share.allows(now().plus(wait))) {
                            return postpone(reason, after);
                        }
                        if (!keep(wait.plus(HOLD))) {
                            return false;
                        }
                        timing.pause().of(wait);
                    }
                }
            }
        }

        private Answer post(Letter letter) {
            Optional<Request> request = composeLetter.compose(hook, letter, now());
            return request.map(messenger::post)
                    .orElseGet(() -> new Answer.Later("its address or signing secret is not stored", Optional.empty()));
        }

        private boolean markTold(Letter letter) {
            List<Alert> told = letter.alerts();
            for (int from = 0; from < told.size(); from += MARKS) {
                if (from > 0 && !keep(HOLD)) {
                    return false;
                }
                told.subList(from, Math.min(told.size(), from + MARKS)).forEach(alert -> {
                    alerts.markTold(alert, hook.id(), now());
                    outbox.remove(hook.id(), alert);
                });
            }
            letters++;
            ledger = ledger.delivered(now(), pace.counted(ledger, now()));
            return keep(HOLD);
        }

        private boolean setAside(Letter letter, String reason) {
            trouble = reason;
            letter.alerts().forEach(alert -> outbox.setAside(hook.id(), alert, reason));
            ledger = ledger.refused(reason);
            return keep(HOLD);
        }

        private boolean postpone(String reason, Optional<Duration> asked) {
            trouble = reason;
            Duration pause = Backoff.between(ledger.failures());
            Duration wait = asked.filter(time -> time.compareTo(pause) > 0).orElse(pause);
            ledger = ledger.postponed(now().plus(wait), reason);
            return keep(HOLD);
        }

        private boolean keep(Duration hold) {
            return outbox.keep(hook.id(), holder, ledger, now().plus(hold));
        }
    }
}
