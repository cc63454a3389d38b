package dev.flotsam.servetriage;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters that are more than text. A cursor is opaque to whoever passes it on. */
final class Cursor {
    private static final int LONGEST = 400;
    private static final int MOST_WORDS = 10;

    private Cursor() {}

    static String of(int offset) {
        return of(Integer.toString(offset));
    }

    static String of(String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> optional(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        if (cursor.length() > LONGEST) {
            throw Problem.badRequest("cursor is not one of ours");
        }
        return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    }

    static int offset(String cursor) {
        try {
            return optional(cursor).map(Integer::parseInt).filter(it -> it >= 0).orElse(0);
        } catch (IllegalArgumentException notOne) {
            throw Problem.badRequest("cursor is not one of ours");
        }
    }

    /** Words with commas between. */
    static Set<String> words(String text) {
        return text.isEmpty()
                ? Set.of()
                : Stream.of(text.split(",", MOST_WORDS)).map(String::strip).collect(Collectors.toSet());
    }

    static Optional<Instant> instant(String name, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == "2026-01-31".length()
                            ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : Instant.parse(text));
        } catch (DateTimeException wrong) {
            throw Problem.badRequest(
                    name + " is a day (2026-01-31) or a time (2026-01-31T12:00:00Z), not \"" + text + "\"");
        }
    }
}
