package dev.flotsam.triage.absorb;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Occurrence.MissingImage;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.symbol.Waiters;
import dev.flotsam.triage.symbol.Waiters.Waiter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which symbols would improve the cluster: one waiter an image, for the latest of the batch's reports. */
final class NoteWaiters implements ClusterWrite {
    private final Waiters waiters;

    NoteWaiters(Waiters waiters) {
        this.waiters = waiters;
    }

    @Override
    public void write(ClusterId cluster, List<Step> steps) {
        Map<MissingImage, Waiter> latest = new LinkedHashMap<>();
        for (Step step : steps) {
            if (step.joins() && step.report().outcome() instanceof Outcome.Triaged triaged) {
                for (MissingImage image : triaged.missing()) {
                    latest.merge(image, waiter(image, cluster, step), NoteWaiters::later);
                }
            }
        }
        latest.values().forEach(waiters::add);
    }

    /** Few missing images are kept with a report: when symbols of some arrive, others take their places. */
    @Override
    public void restate(ClusterId cluster, List<Step> changed) {
        write(cluster, changed);
    }

    private static Waiter waiter(MissingImage image, ClusterId cluster, Step step) {
        return new Waiter(
                image,
                cluster,
                step.report().app(),
                step.report().facts(),
                step.report().source().uploaded());
    }

    private static Waiter later(Waiter a, Waiter b) {
        return b.lastSeen().isBefore(a.lastSeen()) ? a : b;
    }
}
