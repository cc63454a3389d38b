package dev.flotsam.triage.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the sender of one hook got.
 *
 * @param letter the letter that is being sent: whoever comes next sends it first
 * @param singles when letters of one alert went out, oldest first, as far as {@link Pace} still counts them
 * @param digested when the last digest went out
 * @param delivered when anything last went out
 * @param notBefore until when the hook is left alone after failures
 * @param failures failed attempts since something last went out
 * @param reason why the last attempt failed; empty if it didn't
 */
public record Ledger(
        Optional<Letter> letter,
        List<Instant> singles,
        Optional<Instant> digested,
        Optional<Instant> delivered,
        Optional<Instant> notBefore,
        int failures,
        String reason) {

    /** Of a hook that was never sent to. */
    public static final Ledger BLANK =
            new Ledger(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, "");

    public Ledger {
        singles = List.copyOf(singles);
    }

    /** About to send {@code next}. */
    Ledger sending(Letter next) {
        return new Ledger(Optional.of(next), singles, digested, delivered, notBefore, failures, reason);
    }

    /** The letter went out; {@code still} are the earlier letters that still count. */
    Ledger delivered(Instant when, List<Instant> still) {
        boolean digest = letter.map(Letter::digest).orElse(false);
        List<Instant> counted = new ArrayList<>(still);
        if (!digest) {
            counted.add(when);
        }
        return new Ledger(
                Optional.empty(),
                counted,
                digest ? Optional.of(when) : digested,
                Optional.of(when),
                Optional.empty(),
                0,
                "");
    }

    /** The letter is given up; its alerts were set aside. */
    Ledger refused(String why) {
        return new Ledger(Optional.empty(), singles, digested, delivered, Optional.empty(), failures + 1, why);
    }

    /** The letter has to wait. */
    Ledger postponed(Instant until, String why) {
        return new Ledger(letter, singles, digested, delivered, Optional.of(until), failures + 1, why);
    }
}
