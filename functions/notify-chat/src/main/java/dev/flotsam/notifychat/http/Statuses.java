package dev.flotsam.notifychat.http;

import dev.flotsam.triage.alert.Messenger.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/** What a status means for a message. */
final class Statuses {
    /** Longest wait that a receiver may ask for. */
    static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /** The message itself is not taken; another one may be. */
    private static final Set<Integer> THIS_MESSAGE = Set.of(400, 413, 414, 415, 422);

    private Statuses() {}

    static Answer answer(int status, Optional<Duration> wait) {
        if (status >= 200 && status < 300) {
            return new Answer.Taken();
        }
        if (THIS_MESSAGE.contains(status)) {
            return new Answer.Refused("it refused this message with status " + status);
        }
        if (status >= 300 && status < 400) {
            return new Answer.Later("it answered with a redirect (" + status + "), which is not followed", wait);
        }
        return new Answer.Later("it answered with status " + status, wait);
    }

    /** Reads {@code Retry-After}, seconds or a date (RFC 9110, 10.2.3); empty if it is neither. */
    static Optional<Duration> wait(String retryAfter, Instant now) {
        String value = retryAfter.strip();
        if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, until)));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
