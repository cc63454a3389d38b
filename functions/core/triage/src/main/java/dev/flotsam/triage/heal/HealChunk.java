package dev.flotsam.triage.heal;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Cause;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.Occurrence.Source;
import dev.flotsam.triage.Occurrences;
import dev.flotsam.triage.ReportId;
import dev.flotsam.triage.ingest.ReadAgain;
import dev.flotsam.triage.symbol.HealJob;
import dev.flotsam.triage.symbol.HealJob.Scan;
import dev.flotsam.triage.symbol.HealJob.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Heals the reports of one chunk of entries. A report that can't be healed is counted and holds nothing up. */
final class HealChunk {
    static final Tally NOTHING = new Tally(0, 0, 0, Map.of());

    private static final int MOST_RACES = 20;

    private final Occurrences occurrences;
    private final ReadAgain readAgain;
    private final Consumer<String> leftBehind;

    HealChunk(Occurrences occurrences, ReadAgain readAgain, Consumer<String> leftBehind) {
        this.occurrences = occurrences;
        this.readAgain = readAgain;
        this.leftBehind = leftBehind;
    }

    /** Heals the entries that stand next, as many as the budget allows, up to an object that can't be read now. */
    Healed heal(HealJob job, Scan scan, Walk walk, Budget budget) {
        Round round = new Round(job, walk.chunk());
        boolean isFirst = true;
        for (List<Occurrence> ofOneObject : round.waitingByObject()) {
            if (!isFirst && budget.isSpent()) {
                break;
            }
            Optional<Fault> broken = round.heal(ofOneObject);
            if (broken.isPresent()) {
                // Attempts are kept for the report that stands next: it is in the first object.
                if (!isFirst || scan.attempts() + 1 < HealReports.MOST_ATTEMPTS) {
                    return round.healed(isFirst ? broken : Optional.empty());
                }
                round.leave(ofOneObject, broken.get().getMessage());
            }
            budget.spend(ofOneObject.size());
            isFirst = false;
        }
        return round.healed(Optional.empty());
    }

    /** One chunk. */
    private final class Round {
        private final HealJob job;
        private final List<ReportId> chunk;
        private final Map<ReportId, Occurrence> reports;
        private final Set<ReportId> waiting = new HashSet<>();
        private final Set<ReportId> failed = new HashSet<>();
        private final Set<ReportId> revised = new HashSet<>();

        Round(HealJob job, List<ReportId> chunk) {
            this.job = job;
            this.chunk = chunk;
            this.reports = new HashMap<>(occurrences.findAll(Set.copyOf(chunk)));
        }

        List<List<Occurrence>> waitingByObject() {
            Map<List<String>, List<Occurrence>> byObject = new LinkedHashMap<>();
            for (ReportId id : chunk) {
                Occurrence report = reports.get(id);
                if (report != null && report.waitsFor(job.key().image()) && waiting.add(id)) {
                    Source source = report.source();
                    byObject.computeIfAbsent(List.of(source.key(), source.version()), key -> new ArrayList<>())
                            .add(report);
                }
            }
            return List.copyOf(byObject.values());
        }

        /** What broke, if reading the object may go well another time. */
        Optional<Fault> heal(List<Occurrence> ofOneObject) {
            Optional<Map<ReportId, Outcome>> outcomes;
            try {
                outcomes = readAgain.outcomes(ofOneObject);
            } catch (Fault fault) {
                switch (fault.blame()) {
                    case CAPACITY -> throw fault;
                    case OURS -> {
                        return Optional.of(fault);
                    }
                    case DATA -> leave(ofOneObject, fault.getMessage());
                }
                return Optional.empty();
            } catch (RuntimeException mistake) {
                leave(ofOneObject, mistake.toString());
                return Optional.empty();
            }
            // Where the object is gone, so is what could be healed.
            outcomes.ifPresent(found -> ofOneObject.forEach(report -> take(report, found.get(report.id()))));
            ofOneObject.forEach(report -> waiting.remove(report.id()));
            return Optional.empty();
        }

        private void take(Occurrence report, Outcome found) {
            if (found instanceof Outcome.Triaged healed) {
                revise(report, healed);
            } else {
                leave(List.of(report), "its object does not hold it as a crash any more");
            }
        }

        void leave(List<Occurrence> ofOneObject, String reason) {
            for (Occurrence report : ofOneObject) {
                leftBehind.accept(words(report, reason));
                failed.add(report.id());
                waiting.remove(report.id());
            }
        }

        private void revise(Occurrence report, Outcome.Triaged healed) {
            Occurrence standing = report;
            for (int race = 0; race < MOST_RACES; race++) {
                if (standing.outcome().equals(healed)) {
                    // Its symbols are said to be here, and reading it did not find them.
                    failed.add(report.id());
                    return;
                }
                Occurrence better = standing.revised(healed, Cause.HEAL);
                if (occurrences.revise(better)) {
                    reports.put(report.id(), better);
                    revised.add(report.id());
                    if (better.waitsFor(job.key().image())) {
                        failed.add(report.id());
                    }
                    return;
                }
                Optional<Occurrence> now = occurrences.find(report.id());
                if (now.isEmpty()) {
                    reports.remove(report.id());
                    return;
                }
                standing = now.get();
                reports.put(report.id(), standing);
                if (!standing.waitsFor(job.key().image())) {
                    return;
                }
            }
            throw new Fault(Fault.Blame.CAPACITY, "report " + report.id() + " was revised too often meanwhile", null);
        }

        /** All entries before the first one whose report still has to be looked at. */
        Healed healed(Optional<Fault> broken) {
            int entries = 0;
            int stayed = 0;
            Map<ClusterId, Integer> moved = new HashMap<>();
            Set<ReportId> seen = new HashSet<>();
            while (entries < chunk.size() && !waiting.contains(chunk.get(entries))) {
                ReportId id = chunk.get(entries++);
                Occurrence report = reports.get(id);
                if (report == null || !seen.add(id)) {
                    continue;
                }
                Optional<ClusterId> cluster = report.cluster();
                if (cluster.filter(job.key().cluster()::equals).isPresent()) {
                    stayed++;
                } else if (cluster.isPresent() && report.cause() == Cause.HEAL) {
                    moved.merge(cluster.get(), 1, Integer::sum);
                }
            }
            revised.retainAll(seen);
            failed.retainAll(seen);
            return new Healed(entries, new Tally(revised.size(), stayed, failed.size(), moved), broken);
        }

        private String words(Occurrence report, String reason) {
            return "report " + report.id() + " of " + report.source().key() + ", healing " + job.key() + ": " + reason;
        }
    }

    /**
     * What came of a chunk.
     *
     * @param entries how many are dealt with: at least one, unless something broke
     * @param tally what became of their reports
     * @param broken why the report that stands next could not be read, and may be another time
     */
    record Healed(int entries, Tally tally, Optional<Fault> broken) {}
}
