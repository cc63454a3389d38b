package dev.flotsam.memory.jetsam;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.report.json.JsonDamage;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonList;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes of a JetsamEvent, bug_type 298 (seen under 211 too), become a {@link JetsamEvent}.
 *
 * <p>The file is two JSON documents, a header line and a body; a body alone is read as well. Real files are cut short
 * or were abridged by hand: the reader then keeps what it read, looks for further process entries behind the damage, and
 * says where the damage is. It refuses bytes that hold no process entry at all.
 *
 * <p>Source of the layout: Apple, "Identifying high-memory use with jetsam event reports"; the key sets of iOS 9 to 27.
 */
public final class JetsamReader {
    private static final JsonReader JSON = new JsonReader(JetsamLimits.JSON);
    private static final String PROCESSES = "processes";

    /** Damage below an entry, or so deep that its path is shortened: what was read of the last entry may be half. */
    private static final Pattern INSIDE_AN_ENTRY =
            Pattern.compile("(\\$\\.processes\\[\\d+]\\.|\\$…).*", Pattern.DOTALL);

    private JetsamReader() {}

    /** Whether a document (header or body) of a file is a JetsamEvent's. */
    public static boolean recognises(JsonValue document) {
        return document.text("bug_type").equals("298")
                || (document.has(PROCESSES) && document.get("memoryStatus").isPresent());
    }

    /** Reads one event. */
    public static Reading<JetsamEvent> read(byte[] bytes) {
        if (bytes.length == 0) {
            return Reading.refused("empty", "byte 0", "no bytes");
        }
        if (bytes.length > JetsamLimits.MAX_BYTES) {
            return Reading.refused(
                    "too-large", "byte " + JetsamLimits.MAX_BYTES, bytes.length + " bytes are no JetsamEvent");
        }
        JsonDocument first = JSON.read(bytes);
        boolean alone = first.damage().isPresent() || first.root().has(PROCESSES);
        JsonDocument body = alone ? first : JSON.read(bytes, first.end(), bytes.length);
        return read(bytes, alone ? JsonLiteral.MISSING : first.root(), body);
    }

    private static Reading<JetsamEvent> read(byte[] bytes, JsonValue header, JsonDocument body) {
        List<JetsamProcess> processes = new ArrayList<>(entries(body));
        if (body.damage().isPresent() && isEvent(header, body)) {
            readBehind(body.damage().get(), bytes, processes);
        }
        if (processes.isEmpty() && !completeList(header, body)) {
            return new Reading.Refused<>(refusal(header, body));
        }
        return new Reading.Read<>(
                JetsamFacts.event(header, body.root(), processes, body.damage().map(JetsamReader::told)));
    }

    private static boolean completeList(JsonValue header, JsonDocument body) {
        return body.damage().isEmpty() && body.root().get(PROCESSES) instanceof JsonList && isEvent(header, body);
    }

    private static boolean isEvent(JsonValue header, JsonDocument body) {
        return recognises(header) || body.root().get("memoryStatus").isPresent() || recognises(body.root());
    }

    private static Rejection refusal(JsonValue header, JsonDocument body) {
        return body.damage()
                .filter(damage -> isEvent(header, body))
                .map(damage -> new Rejection("cut-before-processes", damage.where(), damage.message()))
                .orElseGet(() -> new Rejection("not-jetsam", "$", "no list of processes with a memory status"));
    }

    private static String told(JsonDamage damage) {
        return damage.where() + ": " + Rejection.shown(damage.message());
    }

    private static List<JetsamProcess> entries(JsonDocument body) {
        List<JsonValue> listed = body.root().get(PROCESSES).elements();
        boolean lastIsHalf = !listed.isEmpty()
                && body.damage()
                        .map(damage -> INSIDE_AN_ENTRY.matcher(damage.path()).matches())
                        .orElse(false);
        return listed.stream()
                .limit(lastIsHalf ? listed.size() - 1L : listed.size())
                .limit(JetsamLimits.MAX_PROCESSES)
                .map(JetsamFacts::process)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Behind the damage every object with a name and pages is an entry; each attempt starts behind the last one. */
    private static void readBehind(JsonDamage damage, byte[] bytes, List<JetsamProcess> found) {
        int falseStarts = 0;
        long position = damage.offset() < 0 ? bytes.length : damage.offset();
        while (position < bytes.length
                && found.size() < JetsamLimits.MAX_PROCESSES
                && falseStarts < JetsamLimits.MAX_FALSE_STARTS) {
            int start = (int) position;
            if (bytes[start] != '{') {
                position++;
                continue;
            }
            JsonDocument entry = JSON.read(bytes, start, Math.min(bytes.length, start + JetsamLimits.MAX_ENTRY_BYTES));
            if (entry.damage().isPresent()) {
                falseStarts++;
                position = Math.max(start + 1L, entry.damage().get().offset());
            } else {
                JetsamFacts.process(entry.root()).ifPresent(found::add);
                position = Math.max(start + 1L, entry.end());
            }
        }
    }
}
