package dev.flotsam.report.draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A point in time as a report writes it.
 *
 * @param instant the time; of a text without a zone, as if it were UTC
 * @param zoneOffset seconds east of UTC, if the text says so
 */
public record Moment(Instant instant, Optional<Integer> zoneOffset) {

    /** Reads "2024-01-16 09:15:43.221 +0800", "2024-01-18T08:22:33Z" and their mixtures; a date alone is midnight. */
    public static Optional<Moment> parse(String written) {
        String text = written.strip();
        try {
            return text.length() < 10 ? Optional.empty() : new Scan(text).moment();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Text of the form that {@link #parse} reads, in the zone given. */
    public static String write(Instant instant, int zoneOffset) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(zoneOffset));
        StringBuilder out = new StringBuilder(32);
        out.append(local.toLocalDate()).append(' ');
        LocalTime time = local.toLocalTime();
        digits(out, time.getHour(), 2).append(':');
        digits(out, time.getMinute(), 2).append(':');
        digits(out, time.getSecond(), 2);
        fraction(out, time.getNano());
        int minutes = Math.abs(zoneOffset) / 60;
        out.append(zoneOffset < 0 ? " -" : " +");
        return digits(digits(out, minutes / 60, 2), minutes % 60, 2).toString();
    }

    private static void fraction(StringBuilder out, int nanos) {
        if (nanos == 0) {
            return;
        }
        int width = nanos % 1_000_000 == 0 ? 3 : nanos % 100_000 == 0 ? 4 : nanos % 1_000 == 0 ? 6 : 9;
        int scaled = nanos;
        for (int i = width; i < 9; i++) {
            scaled /= 10;
        }
        digits(out.append('.'), scaled, width);
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        String text = Integer.toString(value);
        return out.repeat("0", Math.max(0, width - text.length())).append(text);
    }

    /** One pass over a timestamp. */
    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Optional<Moment> moment() {
            LocalDate date = LocalDate.of(number(4), number(2, '-'), number(2, '-'));
            skipBlanks();
            LocalTime time = at < text.length() && Character.isDigit(text.charAt(at)) ? time() : LocalTime.MIDNIGHT;
            skipBlanks();
            Optional<Integer> zone = zone();
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(zone.orElse(0));
            return Optional.of(new Moment(LocalDateTime.of(date, time).toInstant(offset), zone));
        }

        private LocalTime time() {
            int hour = number(2);
            int minute = number(2, ':');
            int second = at < text.length() && text.charAt(at) == ':' ? number(2, ':') : 0;
            int nanos = 0;
            if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int unit = 100_000_000;
                for (at++; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
                    nanos += (text.charAt(at) - '0') * unit;
                    unit /= 10;
                }
            }
            // A leap second is the last nanosecond that Java's calendar has.
            return second == 60
                    ? LocalTime.of(hour, minute, 59, 999_999_999)
                    : LocalTime.of(hour, minute, second, nanos);
        }

        private Optional<Integer> zone() {
            if (at >= text.length()) {
                return Optional.empty();
            }
            char sign = text.charAt(at++);
            if (sign == 'Z') {
                return Optional.of(0);
            }
            if (sign != '+' && sign != '-') {
                return Optional.empty();
            }
            int hours = number(2);
            if (at < text.length() && text.charAt(at) == ':') {
                at++;
            }
            int seconds = hours * 3_600 + (at < text.length() ? number(2) * 60 : 0);
            return Optional.of(sign == '-' ? -seconds : seconds);
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == 'T')) {
                at++;
            }
        }

        private int number(int width, char before) {
            if (text.charAt(at++) != before) {
                throw new DateTimeException("expected " + before);
            }
            return number(width);
        }

        private int number(int width) {
            int value = 0;
            for (int end = at + width; at < end; at++) {
                int digit = text.charAt(at) - '0';
                if (digit < 0 || digit > 9) {
                    throw new DateTimeException("not a digit");
                }
                value = value * 10 + digit;
            }
            return value;
        }
    }
}
