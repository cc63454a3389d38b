package dev.flotsam.triage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one event, however often and in whatever upload it arrives.
 *
 * @param value 32 lower-case hex digits (128 bits of a SHA-256)
 */
public record ReportId(String value) implements Comparable<ReportId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public ReportId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a report id is 32 hex digits, not \"" + Text.shorten(value, 40) + "\"");
        }
    }

    /** The id of a report that names its incident: the same incident again is the same report, whatever its bytes. */
    public static ReportId ofIncident(String app, String incident, Instant captured) {
        return hash("incident", app, incident, Long.toString(captured.getEpochSecond()));
    }

    /** The id of a report that names no incident. */
    public static ReportId ofContent(byte[] contentHash) {
        return hash("content", Digest.hex(contentHash));
    }

    /** The id of an upload, or of a part of one, that could not be read as a report. */
    public static ReportId ofUpload(String entityTag, long size, String place) {
        return hash("upload", entityTag, Long.toString(size), place);
    }

    /** The id of one of several events that a single report tells of, such as one killed process of a JetsamEvent. */
    public ReportId part(String name) {
        return hash("part", value, name);
    }

    private static ReportId hash(String... parts) {
        return new ReportId(Digest.hex(Digest.sha256(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32));
    }

    @Override
    public int compareTo(ReportId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
