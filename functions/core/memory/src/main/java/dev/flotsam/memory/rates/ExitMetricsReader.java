package dev.flotsam.memory.rates;

import dev.flotsam.memory.Reading;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * MXMetricPayload (iOS 14 to 26) and MetricReport (iOS 27), as far as they count exits. The key spelling of iOS 27 isn't
 * confirmed by a public sample, so counts are found by their endings ("…ExitCount", "…TerminationCount") below anything
 * called foreground or background, and this is the one place that assumes it.
 */
public final class ExitMetricsReader {
    private static final int DEEPEST = 8;
    private static final int MOST_CAUSES = 64;

    /** MetricKit counts in a Measurement's kilobytes, which are 1,000 bytes (UnitInformationStorage.kilobytes). */
    private static final long KILOBYTE = 1_000;

    private static final Pattern COUNT =
            Pattern.compile("(?:cumulative)?([A-Za-z]{1,80}?)(?:Exit|Termination)Count", Pattern.CASE_INSENSITIVE);
    private static final Pattern SYSTEM = Pattern.compile("\\D{0,32}(\\d[\\d.]{0,20}).{0,64}");
    private static final DateTimeFormatter LEGACY_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

    private ExitMetricsReader() {}

    /** Whether a document counts exits. */
    public static boolean recognises(JsonValue document) {
        return document.get("applicationExitMetrics") instanceof JsonObject
                || !counts(document, "foreground").isEmpty()
                || !counts(document, "background").isEmpty();
    }

    /** Reads one payload. */
    public static Reading<ExitMetrics> read(JsonValue document) {
        if (!recognises(document)) {
            return Reading.refused("not-exit-metrics", "$", "no counts of exits in front or in background");
        }
        JsonValue about = document.firstOf("metaData", "environment");
        JsonValue system = about.get("osVersion");
        return new Reading.Read<>(new ExitMetrics(
                about.text("bundleIdentifier"),
                first(document.text("appVersion"), about.text("applicationVersion")),
                first(about.text("appBuildVersion"), about.text("applicationBuildVersion")),
                first(system.text("number"), version(system.text())),
                about.text("deviceType"),
                time(document.text("timeStampBegin"))
                        .or(() -> time(document.at("timeRange", "start").text())),
                time(document.text("timeStampEnd"))
                        .or(() -> time(document.at("timeRange", "end").text())),
                counts(document, "foreground"),
                counts(document, "background"),
                peak(document.at("memoryMetrics", "peakMemoryUsage"))));
    }

    private record Place(JsonValue value, String side, int depth) {}

    private static Map<String, Long> counts(JsonValue document, String side) {
        Map<String, Long> counts = new HashMap<>();
        Deque<Place> places = new ArrayDeque<>();
        places.add(new Place(document, "", 0));
        while (!places.isEmpty() && counts.size() < MOST_CAUSES) {
            Place place = places.poll();
            for (JsonMember member : place.value().members()) {
                String below = sideOf(member.key(), place.side());
                OptionalLong count = member.value().integer();
                Matcher match = COUNT.matcher(member.key());
                if (match.matches() && count.isPresent() && count.getAsLong() >= 0 && below.equals(side)) {
                    counts.merge(cause(match.group(1)), count.getAsLong(), Long::sum);
                } else if (member.value() instanceof JsonObject && place.depth() < DEEPEST) {
                    places.add(new Place(member.value(), below, place.depth() + 1));
                }
            }
        }
        return counts;
    }

    private static String sideOf(String key, String above) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (lower.contains("foreground")) {
            return "foreground";
        }
        return lower.startsWith("background") ? "background" : above;
    }

    /** "MemoryResourceLimit" and iOS 27's "memoryLimit" are one cause. */
    private static String cause(String name) {
        String cause = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return cause.equals("memoryLimit") ? ExitMetrics.MEMORY_LIMIT : cause;
    }

    /** "2,148,352千字节", "912 004 ko": digits of any script's grouping, then a unit in the user's language. */
    private static Optional<Long> peak(JsonValue value) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < value.text().length() && digits.length() < 15; i++) {
            char character = value.text().charAt(i);
            if (Character.isDigit(character)) {
                digits.append(Character.digit(character, 10));
            } else if (Character.isLetter(character)) {
                break;
            }
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits.toString()) * KILOBYTE);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, LEGACY_TIME).toInstant());
        } catch (DateTimeException notLegacy) {
            return iso(text);
        }
    }

    private static Optional<Instant> iso(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notTold) {
            return Optional.empty();
        }
    }

    private static String version(String text) {
        Matcher match = SYSTEM.matcher(text);
        return match.matches() ? match.group(1) : "";
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
