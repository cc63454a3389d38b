package dev.flotsam.memory.session;

import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonMember;
import dev.flotsam.report.json.JsonObject;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The table of session cases: JSON lines, a file a client shape. The first line cites the shape's source; a twin names
 * another case of its file and the change, which replaces members (null removes one).
 */
final class SessionCases {
    static final List<String> FILES =
            List.of("flotsam", "sentry", "bugsnag", "matrix", "oomdetector", "kscrash", "others");

    private static final JsonReader JSON = new JsonReader(JsonLimits.REPORT);

    private SessionCases() {}

    static List<SessionCase> all() {
        return FILES.stream().flatMap(file -> of(file).stream()).toList();
    }

    static JsonValue header(String file) {
        return lines(file).getFirst();
    }

    static List<SessionCase> of(String file) {
        List<JsonValue> lines = lines(file);
        Map<String, SessionCase> cases = new LinkedHashMap<>();
        for (JsonValue line : lines.subList(1, lines.size())) {
            SessionCase one = read(lines.getFirst().text("shape"), line, cases);
            if (cases.put(one.name(), one) != null) {
                throw new IllegalStateException("two cases are called " + one.name());
            }
        }
        return new ArrayList<>(cases.values());
    }

    private static SessionCase read(String shape, JsonValue line, Map<String, SessionCase> earlier) {
        String twinOf = line.text("twin_of");
        if (twinOf.isEmpty()) {
            return new SessionCase(line.text("case"), shape, Optional.empty(), 0, line);
        }
        SessionCase sibling = earlier.get(twinOf);
        if (sibling == null) {
            throw new IllegalStateException(line.text("case") + " is a twin of nothing: " + twinOf);
        }
        JsonValue change = line.get("change");
        String given = merged(sibling.content(), change);
        String own = line.members().stream()
                .filter(member -> !member.key().equals("change"))
                .map(SessionCases::member)
                .collect(Collectors.joining(","));
        // The record of the sibling comes first and the twin's own words last: the last duplicate key answers.
        String text = given.substring(0, given.length() - 1) + ",\"others\":{},\"missing\":\"\"," + own + "}";
        return new SessionCase(line.text("case"), shape, Optional.of(twinOf), leaves(change), parse(text));
    }

    private static String merged(JsonValue base, JsonValue change) {
        List<String> members = new ArrayList<>();
        for (JsonMember member : base.members()) {
            if (!change.has(member.key())) {
                members.add(member(member));
            }
        }
        for (JsonMember member : change.members()) {
            JsonValue old = base.get(member.key());
            if (old instanceof JsonObject && member.value() instanceof JsonObject) {
                members.add(quoted(member.key()) + ":" + merged(old, member.value()));
            } else if (member.value().isPresent()) {
                members.add(member(member));
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String member(JsonMember member) {
        return quoted(member.key()) + ":" + JsonText.write(member.value());
    }

    private static String quoted(String key) {
        return '"' + key + '"';
    }

    private static int leaves(JsonValue change) {
        return change instanceof JsonObject
                ? change.members().stream()
                        .mapToInt(member -> leaves(member.value()))
                        .sum()
                : 1;
    }

    private static List<JsonValue> lines(String file) {
        try (InputStream in = SessionCases.class.getResourceAsStream(file + ".jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(SessionCases::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonValue parse(String text) {
        JsonDocument document = JSON.read(text.getBytes(StandardCharsets.UTF_8));
        document.damage().ifPresent(damage -> {
            throw new IllegalStateException(damage.where() + ": " + damage.message() + " in " + text);
        });
        return document.root();
    }
}
