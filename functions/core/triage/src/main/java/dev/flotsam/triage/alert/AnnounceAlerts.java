package dev.flotsam.triage.alert;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts reach people: each goes into the outbox of every hook that wants it, then every outbox is delivered as far as
 * time allows.
 *
 * <p>Call it with no alerts too, every minute or so: that sends digests that have gathered and tries again what failed.
 * Calls may be repeated, run beside each other and die anywhere.
 */
public final class AnnounceAlerts {
    private final Alerts alerts;
    private final Clusters clusters;
    private final Hooks hooks;
    private final Outbox outbox;
    private final DeliverOutbox deliverOutbox;

    /** The use case over its ports. */
    public AnnounceAlerts(
            Alerts alerts,
            Clusters clusters,
            Hooks hooks,
            Outbox outbox,
            ComposeLetter composeLetter,
            Messenger messenger,
            Pace pace,
            Timing timing) {
        this.alerts = alerts;
        this.clusters = clusters;
        this.hooks = hooks;
        this.outbox = outbox;
        this.deliverOutbox = new DeliverOutbox(alerts, outbox, composeLetter, messenger, pace, timing);
    }

    /**
     * Announces {@code raised} and whatever waits.
     *
     * @param raised in stream order
     * @param deadline when to have stopped
     */
    public Outcome announce(List<Alert> raised, Instant deadline) {
        List<Hook> all = hooks.all();
        Optional<Setback> setback = enqueue(raised, all);
        List<Progress> progress = new ArrayList<>();
        for (Hook hook : all) {
            progress.add(deliver(hook, deliverOutbox.share(deadline, all.size() - progress.size())));
        }
        return new Outcome(setback, progress);
    }

    private Optional<Setback> enqueue(List<Alert> raised, List<Hook> all) {
        Map<ClusterId, Cluster> known =
                clusters.findAll(raised.stream().map(Alert::cluster).toList());
        for (Alert alert : raised) {
            Cluster cluster = known.get(alert.cluster());
            try {
                enqueue(alert, cluster == null ? "" : cluster.kind(), all);
            } catch (Fault fault) {
                return Optional.of(new Setback(alert, fault));
            }
        }
        return Optional.empty();
    }

    /**
     * Told is looked up again after adding: an invocation that was overtaken must not leave behind what others have
     * told and cleared away.
     */
    private void enqueue(Alert alert, String kind, List<Hook> all) {
        List<Hook> wanting =
                all.stream().filter(hook -> hook.wants(alert, kind)).toList();
        if (wanting.isEmpty()) {
            return;
        }
        Map<HookId, Instant> told = alerts.told(alert);
        List<Hook> untold =
                wanting.stream().filter(hook -> !told.containsKey(hook.id())).toList();
        untold.forEach(hook -> outbox.add(hook.id(), alert));
        Map<HookId, Instant> toldNow = alerts.told(alert);
        wanting.stream()
                .filter(hook -> toldNow.containsKey(hook.id()))
                .forEach(hook -> outbox.remove(hook.id(), alert));
    }

    private Progress deliver(Hook hook, DeliverOutbox.Share share) {
        try {
            return deliverOutbox.deliver(hook, share);
        } catch (Fault fault) {
            return new Progress(hook.id(), 0, fault.getMessage());
        }
    }

    /**
     * What came of it.
     *
     * @param setback the first alert that could not be put into the outboxes, to be announced again from there on
     * @param progress of each hook
     */
    public record Outcome(Optional<Setback> setback, List<Progress> progress) {
        public Outcome {
            progress = List.copyOf(progress);
        }
    }

    /**
     * Why alerts have to come again.
     *
     * @param from the earliest that is in no outbox
     * @param fault what broke there
     */
    public record Setback(Alert from, Fault fault) {}

    /**
     * How far one hook got.
     *
     * @param hook which
     * @param letters sent
     * @param trouble why it stopped early, without address or secret; empty if all that was due went out
     */
    public record Progress(HookId hook, int letters, String trouble) {}
}
