package dev.flotsam.memory.jetsam;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time such as "2021-03-02 18:41:07.62 +0100". */
record JetsamTime(Instant instant, int offsetSeconds) {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)(\\.\\d{1,9})? ([+-]\\d\\d):?(\\d\\d)");

    static Optional<JetsamTime> parse(String text) {
        Matcher match = SHAPE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String fraction = match.group(3) == null ? "" : match.group(3);
        try {
            OffsetDateTime time = OffsetDateTime.parse(
                    match.group(1) + "T" + match.group(2) + fraction + match.group(4) + ":" + match.group(5));
            return Optional.of(new JetsamTime(time.toInstant(), time.getOffset().getTotalSeconds()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
