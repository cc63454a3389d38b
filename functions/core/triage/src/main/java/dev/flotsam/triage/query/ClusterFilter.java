package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Tally;
import dev.flotsam.triage.decide.PartRule;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which clusters a list holds. Empty text means any.
 *
 * @param app whose
 * @param kind exception family or verdict
 * @param states "open", "resolved", "ignored", "regressed": any of them; none means all
 * @param version reports of this version, such as "5.2" or "5.2 (1042)"
 * @param os reports of this OS, such as "iOS 17"
 * @param device reports of this model
 * @param words in the title, in any case
 * @param from last seen at or after
 * @param to first seen before
 */
public record ClusterFilter(
        String app,
        String kind,
        Set<String> states,
        String version,
        String os,
        String device,
        String words,
        Optional<Instant> from,
        Optional<Instant> to) {

    /** What {@code states} may hold. */
    public static final Set<String> STATES = Set.of("open", "resolved", "ignored", "regressed");

    public ClusterFilter {
        states = Set.copyOf(states);
        if (!STATES.containsAll(states)) {
            throw new IllegalArgumentException(
                    "state is open, resolved, ignored or regressed, or several of them with commas between, not "
                            + new TreeSet<>(states));
        }
    }

    boolean admits(Cluster cluster) {
        return (kind.isEmpty() || cluster.kind().equals(kind))
                && cluster.title().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    boolean admits(ClusterSummary summary, Instant now) {
        return (states.isEmpty() || states.contains(summary.state(now))) && admits(summary.total(), summary.sketch());
    }

    private boolean admits(Tally total, Sketch sketch) {
        return has(total, Dimension.VERSION, version)
                && has(total, Dimension.OS, os)
                && has(total, Dimension.DEVICE, device)
                && from.map(start ->
                                sketch.last().map(last -> !last.isBefore(start)).orElse(true))
                        .orElse(true)
                && to.map(end ->
                                sketch.first().map(first -> first.isBefore(end)).orElse(true))
                        .orElse(true);
    }

    private static boolean has(Tally total, Dimension dimension, String value) {
        return value.isEmpty()
                || total.by().entrySet().stream()
                        .anyMatch(part ->
                                part.getValue() > 0 && PartRule.covers(dimension.prefix() + value, part.getKey()));
    }
}
