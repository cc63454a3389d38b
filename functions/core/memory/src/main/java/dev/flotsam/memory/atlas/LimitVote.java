package dev.flotsam.memory.atlas;

import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One report's word on one limit.
 *
 * @param installation hash of who says so, 12 hex digits
 * @param report hash of the report that says so, 8 hex digits
 * @param bytes the limit
 * @param source how it was seen
 */
public record LimitVote(String installation, String report, long bytes, LimitSource source) {
    /** Within one installation: what weighs more first, then an order that nobody chooses. */
    static final Comparator<LimitVote> RANK = Comparator.comparing((LimitVote vote) -> -vote.source.weight())
            .thenComparing(LimitVote::report)
            .thenComparing(LimitVote::bytes);

    private static final Pattern INSTALLATION = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern REPORT = Pattern.compile("[0-9a-f]{8}");

    public LimitVote {
        Objects.requireNonNull(source, "source");
        if (!INSTALLATION.matcher(installation).matches()
                || !REPORT.matcher(report).matches()
                || bytes <= 0) {
            throw new IllegalArgumentException("not a vote: " + installation + " " + report + " " + bytes);
        }
    }

    /** Reads {@link #toString}'s form. */
    public static LimitVote parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a vote: \"" + text + "\"");
        }
        return new LimitVote(parts[0], parts[1], Long.parseLong(parts[2]), LimitSource.named(parts[3]));
    }

    @Override
    public String toString() {
        return installation + ":" + report + ":" + bytes + ":" + source.wireName();
    }
}
