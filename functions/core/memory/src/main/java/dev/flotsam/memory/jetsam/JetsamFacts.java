package dev.flotsam.memory.jetsam;

import dev.flotsam.report.ParsedReport.Os;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The fields of an event. A field of the wrong type is absent, not wrong. */
final class JetsamFacts {
    private static final Set<String> TOLD = Set.of(
            "bug_type",
            "timestamp",
            "os_version",
            "incident_id",
            "date",
            "build",
            "incident",
            "crashReporterKey",
            "product",
            "largestProcess");

    private JetsamFacts() {}

    static JetsamEvent event(JsonValue header, JsonValue body, List<JetsamProcess> processes, Optional<String> damage) {
        Optional<JetsamTime> time = JetsamTime.parse(first(body.text("date"), header.text("timestamp")));
        String os = first(body.text("build"), first(header.text("os_version"), body.text("os_version")));
        return new JetsamEvent(
                first(body.text("incident"), header.text("incident_id")).toUpperCase(Locale.ROOT),
                time.map(JetsamTime::instant),
                time.map(JetsamTime::offsetSeconds),
                body.text("crashReporterKey"),
                os(os),
                body.text("product"),
                body.text("largestProcess"),
                picture(body.get("memoryStatus")),
                processes,
                damage,
                leftovers(body));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static Map<String, String> leftovers(JsonValue body) {
        Map<String, String> leftovers = new HashMap<>();
        for (JsonMember member : body.members()) {
            String text = member.value().text();
            if (!TOLD.contains(member.key()) && !text.isEmpty() && leftovers.size() < JetsamLimits.MAX_LEFTOVERS) {
                leftovers.put(member.key(), text);
            }
        }
        return leftovers;
    }

    private static DevicePicture picture(JsonValue status) {
        Map<String, Long> pages = new HashMap<>();
        for (JsonMember member : status.get("memoryPages").members()) {
            Optional<Long> count = pages(member.value().integer());
            if (count.isPresent() && pages.size() < JetsamLimits.MAX_LEFTOVERS) {
                pages.put(member.key(), count.get());
            }
        }
        return new DevicePicture(
                sane(status.integer("pageSize"), 1, JetsamLimits.MAX_PAGE_SIZE),
                pages,
                pages(status.integer("compressorSize")),
                pages(status.integer("uncompressed")),
                shortened(status.text("largestZone")),
                sane(status.integer("largestZoneSize"), 0, Long.MAX_VALUE));
    }

    /** An object without a name, or with neither pages nor pid, is no entry. */
    static Optional<JetsamProcess> process(JsonValue entry) {
        if (entry.text("name").isEmpty() || !(entry.has("rpages") || entry.has("pid"))) {
            return Optional.empty();
        }
        return Optional.of(new JetsamProcess(
                shortened(entry.text("name")),
                shortened(entry.text("uuid")).toLowerCase(Locale.ROOT),
                entry.integer("pid").orElse(-1),
                entry.get("states").elements().stream()
                        .map(JsonValue::text)
                        .filter(state -> !state.isEmpty())
                        .limit(JetsamLimits.MAX_STATES)
                        .map(JetsamFacts::shortened)
                        .toList(),
                pages(entry.integer("rpages")),
                pages(entry.integer("lifetimeMax")),
                entry.integer("coalition").orElse(-1),
                entry.integer("priority").orElse(-1),
                Optional.of(shortened(entry.text("reason"))).filter(reason -> !reason.isEmpty()),
                entry.integer("csFlags").orElse(0)));
    }

    private static Optional<Long> pages(OptionalLong count) {
        return sane(count, 0, JetsamLimits.MAX_PAGES);
    }

    private static Optional<Long> sane(OptionalLong number, long least, long most) {
        return number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most
                ? Optional.of(number.getAsLong())
                : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= JetsamLimits.MAX_NAME ? text : text.substring(0, JetsamLimits.MAX_NAME);
    }

    /** "iPhone OS 14.4 (18D52)" in its three parts. */
    private static Os os(String text) {
        int digit = 0;
        while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        int open = text.indexOf('(', digit);
        int close = text.indexOf(')', Math.max(open, 0));
        String name = text.substring(0, digit).strip();
        String version = (open < 0 ? text.substring(digit) : text.substring(digit, open)).strip();
        String build =
                open >= 0 && close > open ? text.substring(open + 1, close).strip() : "";
        return new Os(name.equals("iPhone OS") ? "iOS" : name, version, build);
    }
}
