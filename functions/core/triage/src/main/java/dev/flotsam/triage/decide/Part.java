package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Text;
import java.time.Instant;

/**
 * A part of a cluster that people set apart.
 *
 * @param source the cluster it was part of
 * @param rule what tells its reports
 * @param target the cluster its reports are in
 * @param at when it was set apart
 * @param by label of the key that asked for it
 */
public record Part(ClusterId source, PartRule rule, ClusterId target, Instant at, String by) {

    public Part {
        by = Text.bound(by, LinkBook.LABEL_BYTES);
    }

    /** Where a part of {@code source} goes: the same rule gives the same cluster. */
    public static ClusterId target(String app, ClusterId source, PartRule rule) {
        return ClusterId.of(app, "part of " + source + "\n" + rule.key() + "\n" + rule.value());
    }

    Part from(ClusterId other) {
        return new Part(other, rule, target, at, by);
    }

    Part into(ClusterId other) {
        return new Part(source, rule, other, at, by);
    }
}
