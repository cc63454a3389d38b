package dev.flotsam.triage.query;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.absorb.Dimension;
import dev.flotsam.triage.absorb.Sketch;
import dev.flotsam.triage.absorb.Tally;
import dev.flotsam.triage.decide.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cluster, or several that are shown as one, with its figures.
 *
 * @param cluster which; of several the one that stands for them
 * @param members all that are shown as it, itself first; their reports are counted together
 * @param total all their reports
 * @param sketch devices, first and last seen, samples
 * @param decision what people decided about it
 * @param days reports a day, oldest first, days without any included
 */
public record ClusterSummary(
        Cluster cluster, List<ClusterId> members, Tally total, Sketch sketch, Decision decision, List<DayCount> days) {
    public ClusterSummary {
        members = List.copyOf(members);
        days = List.copyOf(days);
    }

    ClusterSummary with(List<DayCount> trend) {
        return new ClusterSummary(cluster, members, total, sketch, decision, trend);
    }

    /** Reports, exact. */
    public long count() {
        return total.reports();
    }

    /** "open", "resolved", "ignored" or "regressed" by {@code now}. */
    public String state(Instant now) {
        return decision.standing().word(now, by(Dimension.VERSION).keySet());
    }

    /** Reports per value of a dimension, most first. */
    public Map<String, Long> by(Dimension dimension) {
        Map<String, Long> parts = new LinkedHashMap<>();
        total.by().entrySet().stream()
                .filter(part -> part.getKey().startsWith(dimension.prefix()) && part.getValue() != 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(part ->
                        parts.put(part.getKey().substring(dimension.prefix().length()), part.getValue()));
        return parts;
    }

    /**
     * Reports of one day.
     *
     * @param day which
     * @param count how many
     */
    public record DayCount(LocalDate day, long count) {}
}
