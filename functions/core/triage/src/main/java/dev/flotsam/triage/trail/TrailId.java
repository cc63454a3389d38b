package dev.flotsam.triage.trail;

import dev.flotsam.memory.session.shape.Hashed;
import dev.flotsam.triage.Digest;
import dev.flotsam.triage.Text;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Names the trail of one installation, or of one run whose installation nobody told; the key itself is not kept.
 *
 * @param value 32 lower-case hex digits
 */
public record TrailId(String value) implements Comparable<TrailId> {
    /** An identifier as long as this is random: no two runs share it. */
    private static final int SURELY_ONE = 16;

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

    public TrailId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a trail id is 32 hex digits, not \"" + Text.shorten(value, 40) + "\"");
        }
    }

    /** The trail of an installation, by the key that its reports carry. */
    public static TrailId ofInstallation(String key) {
        return hash("installation", Hashed.alike(key));
    }

    /** The trail of a run, by the client's identifier of it; a short one names a run of an app only. */
    public static TrailId ofRun(String app, String run) {
        return hash("run", run.length() >= SURELY_ONE ? run : app + "\n" + run);
    }

    private static TrailId hash(String kind, String key) {
        byte[] named = (kind + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return new TrailId(Digest.hex(Digest.sha256(named)).substring(0, 32));
    }

    @Override
    public int compareTo(TrailId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
