package dev.flotsam.contracts.fake;

import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Occurrences in memory, with the ordered log of what was written: what a table's stream would tell. */
public final class FakeOccurrences implements Occurrences {
    private final Map<ReportId, Occurrence> reports = new HashMap<>();
    private final Map<ReportId, Map<String, Occurrence>> variants = new HashMap<>();
    private final List<Written> log = new ArrayList<>();

    @Override
    public synchronized Claim claim(Occurrence occurrence) {
        Occurrence standing = reports.get(occurrence.id());
        if (standing == null) {
            reports.put(occurrence.id(), occurrence);
            log.add(new Written.Inserted(occurrence));
            return new Claim.Recorded();
        }
        if (standing.content().equals(occurrence.content())) {
            return new Claim.AlreadySeen();
        }
        Map<String, Occurrence> beside = variants.computeIfAbsent(occurrence.id(), id -> new LinkedHashMap<>());
        if (beside.size() < MOST_VARIANTS && beside.putIfAbsent(occurrence.content(), occurrence) == null) {
            log.add(new Written.VariantKept(occurrence));
        }
        return new Claim.Variant();
    }

    @Override
    public synchronized Optional<Occurrence> find(ReportId id) {
        return Optional.ofNullable(reports.get(id));
    }

    @Override
    public synchronized Map<ReportId, Occurrence> findAll(Collection<ReportId> ids) {
        Map<ReportId, Occurrence> found = new HashMap<>();
        ids.forEach(id -> find(id).ifPresent(report -> found.put(id, report)));
        return found;
    }

    @Override
    public synchronized List<Occurrence> variants(ReportId id) {
        return variants.getOrDefault(id, Map.of()).values().stream()
                .sorted(Comparator.comparing(
                                (Occurrence report) -> report.source().uploaded())
                        .thenComparing(Occurrence::content))
                .toList();
    }

    @Override
    public synchronized boolean revise(Occurrence revised) {
        Occurrence standing = reports.get(revised.id());
        if (standing == null || standing.revision() != revised.revision() - 1) {
            return false;
        }
        reports.put(revised.id(), revised);
        log.add(new Written.Replaced(standing, revised));
        return true;
    }

    /** Removes a report as a person does, who does not want it counted. */
    public void delete(ReportId id) {
        remove(id, false);
    }

    /** Removes a report as its time to live does. */
    public void expire(ReportId id) {
        remove(id, true);
    }

    /** Everything written so far, in order. */
    public synchronized List<Written> log() {
        return List.copyOf(log);
    }

    /** What was written after the first {@code count} writes, in order. */
    public synchronized List<Written> logAfter(int count) {
        return List.copyOf(log.subList(count, log.size()));
    }

    private synchronized void remove(ReportId id, boolean expired) {
        Occurrence standing = reports.remove(id);
        if (standing != null) {
            log.add(new Written.Removed(standing, expired));
        }
    }

    /** One write that changed something. */
    public sealed interface Written {
        /** The report that was written. */
        ReportId id();

        /** A report was claimed. */
        record Inserted(Occurrence after) implements Written {
            @Override
            public ReportId id() {
                return after.id();
            }
        }

        /** A report was revised. */
        record Replaced(Occurrence before, Occurrence after) implements Written {
            @Override
            public ReportId id() {
                return after.id();
            }
        }

        /** A report went, by its time to live or by a person. */
        record Removed(Occurrence before, boolean expired) implements Written {
            @Override
            public ReportId id() {
                return before.id();
            }
        }

        /** Another content was kept beside a report. */
        record VariantKept(Occurrence variant) implements Written {
            @Override
            public ReportId id() {
                return variant.id();
            }
        }
    }
}
