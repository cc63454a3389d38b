package dev.flotsam.triage;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names one cluster: one signature within one app.
 *
 * @param value 20 lower-case hex digits
 */
public record ClusterId(String value) implements Comparable<ClusterId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{20}");

    public ClusterId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a cluster id is 20 hex digits, not \"" + Text.shorten(value, 40) + "\"");
        }
    }

    /** The cluster that reports of {@code app} with this signature fall into. */
    public static ClusterId of(String app, String signature) {
        byte[] key = (app + "\n" + signature).getBytes(StandardCharsets.UTF_8);
        return new ClusterId(Digest.hex(Digest.sha256(key)).substring(0, 20));
    }

    @Override
    public int compareTo(ClusterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
