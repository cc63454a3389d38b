package dev.flotsam.triage.absorb;

import dev.flotsam.memory.verdict.Ending;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.absorb.AbsorbChanges.Setback;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.health.HealthKey;
import dev.flotsam.triage.health.HealthTally;
import dev.flotsam.triage.health.Run;
import dev.flotsam.triage.health.Versions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Absorbs a batch of the occurrences stream into the health of apps: what {@link AbsorbChanges} does for clusters, with
 * the same marks. A revised verdict is taken back and counted anew; the total is written last.
 */
public final class AbsorbHealth {
    private final Versions versions;
    private final Counters counters;
    private final SetAside setAside;
    private final MergeSketches sketches;
    private final List<ClusterWrite> near;
    private final Count sums;
    private final WarnOfMemory warn;

    /**
     * Over the ports that clusters are absorbed through.
     *
     * @param versions which versions there are
     * @param clusters where people are shown that runs come near the limit
     * @param alerts where they are told so
     * @param pages which runs came near the limit
     * @param sketches distinct devices
     * @param counters sums
     * @param setAside where records go that can't be absorbed
     * @param clock now
     */
    public AbsorbHealth(
            Versions versions,
            Clusters clusters,
            Alerts alerts,
            Pages pages,
            Sketches sketches,
            Counters counters,
            SetAside setAside,
            Clock clock) {
        this.versions = versions;
        this.counters = counters;
        this.setAside = setAside;
        this.sketches = new MergeSketches(sketches);
        this.near = List.of(new ListReports(pages), this.sketches, new Count(counters, clock));
        this.sums = new Count(counters, clock, AbsorbHealth::tally);
        this.warn = new WarnOfMemory(versions, counters, clusters, alerts, clock);
    }

    /**
     * Absorbs {@code batch}.
     *
     * @return what could not be absorbed, to be delivered again from there on; empty when all is done
     */
    public Optional<Setback> absorb(List<Change> batch) {
        Map<HealthKey, List<Step>> steps = new LinkedHashMap<>();
        for (Change change : batch) {
            // What can't be read is set aside with the clusters.
            Step.of(change, AbsorbHealth::isCountedOtherwise).forEach(step -> step(steps, step));
        }
        List<Setback> setbacks = new ArrayList<>();
        steps.forEach((key, ofVersion) -> {
            try {
                absorb(key, ofVersion);
            } catch (Fault fault) {
                setbacks.add(new Setback(ofVersion.getFirst().position(), fault));
            }
        });
        return Setback.earliest(setbacks.stream());
    }

    private static boolean isCountedOtherwise(Occurrence before, Occurrence after) {
        return !HealthTally.endOf(before.outcome()).equals(HealthTally.endOf(after.outcome()))
                || !before.facts().run().equals(after.facts().run());
    }

    private static void step(Map<HealthKey, List<Step>> steps, Step step) {
        Occurrence report = step.report();
        if (report.facts().run().isPresent() && !report.app().isEmpty()) {
            HealthKey key = new HealthKey(report.app(), report.facts().version());
            steps.computeIfAbsent(key, absent -> new ArrayList<>()).add(step);
        }
    }

    private void absorb(HealthKey key, List<Step> steps) {
        Counter standing = counters.read(Counter.Key.total(key.all()));
        List<Step> fresh = Step.fresh(steps, standing);
        if (fresh.isEmpty()) {
            return;
        }
        try {
            write(key, fresh, standing);
        } catch (Fault fault) {
            if (fault.blame() != Fault.Blame.DATA) {
                throw fault;
            }
            setAside(key, fresh, fault.getMessage());
        } catch (RuntimeException mistake) {
            setAside(key, fresh, mistake.toString());
        }
    }

    private void write(HealthKey key, List<Step> steps, Counter standing) {
        versions.note(key.app(), key.version(), Count.latestExpiry(steps));
        writeSome(steps, step -> run(step).isNear(), some -> near.forEach(write -> write.write(key.near(), some)));
        writeSome(steps, step -> true, some -> sketches.write(key.all(), some));
        writeSome(steps, AbsorbHealth::crashed, some -> sketches.write(key.crashed(), some));
        writeSome(steps, AbsorbHealth::foomed, some -> sketches.write(key.foomed(), some));
        warn.write(
                key,
                steps,
                standing.tally().plus(tally(steps, standing.tally().by().keySet())));
        sums.absorb(Counter.Key.total(key.all()), steps, Optional.of(Count.latestExpiry(steps)));
    }

    private static void writeSome(List<Step> steps, Predicate<Step> which, Consumer<List<Step>> write) {
        List<Step> some = steps.stream().filter(which).toList();
        if (!some.isEmpty()) {
            write.accept(some);
        }
    }

    /** Each alone, so that one that can never be written doesn't keep the others out. */
    private void setAside(HealthKey key, List<Step> steps, String reason) {
        if (steps.size() == 1) {
            Step step = steps.getFirst();
            setAside.put(step.position(), reason, step.report().id() + " in the health of " + key);
        } else {
            steps.forEach(step -> absorb(key, List.of(step)));
        }
    }

    static Tally tally(List<Step> steps, Set<String> known) {
        long room = HealthTally.MOST_DEVICES
                - known.stream().filter(HealthTally::isDevice).count();
        Map<String, Boolean> admitted = new HashMap<>();
        Map<String, Long> sums = new HashMap<>();
        for (Step step : steps) {
            String device = HealthTally.deviceKey(step.report().facts().device());
            boolean fits = admitted.containsKey(device) || admitted.size() < room;
            boolean kept = known.contains(device) || (fits && admitted.computeIfAbsent(device, added -> true));
            HealthTally.of(step.report(), run(step), kept)
                    .forEach((part, count) -> sums.merge(part, step.sign() * count, Long::sum));
        }
        sums.values().removeIf(sum -> sum == 0);
        return new Tally(steps.stream().mapToLong(Step::sign).sum(), sums);
    }

    private static Run run(Step step) {
        return step.report().facts().run().orElseThrow();
    }

    private static boolean crashed(Step step) {
        return HealthTally.endOf(step.report().outcome())
                .filter(ending -> ending == Ending.CRASH || ending == Ending.WATCHDOG)
                .isPresent();
    }

    private static boolean foomed(Step step) {
        return HealthTally.endOf(step.report().outcome()).filter(Ending::foom).isPresent();
    }
}
