package dev.flotsam.notifychat;

import dev.flotsam.contracts.fake.FakeAlerts;
import dev.flotsam.contracts.fake.FakeClock;
import dev.flotsam.contracts.fake.FakeClusters;
import dev.flotsam.contracts.fake.FakeHooks;
import dev.flotsam.contracts.fake.FakeOutbox;
import dev.flotsam.contracts.fake.FakeSecrets;
import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.Cluster.Exemplar;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome.Triaged;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.ComposeLetter;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Messenger;
import dev.flotsam.triage.alert.Outbox;
import dev.flotsam.triage.alert.Pace;
import dev.flotsam.triage.alert.Timing;
import dev.flotsam.triage.alert.message.Links;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that announcing needs, in memory; pausing moves the clock. */
final class Announcing {
    static final Instant START = Instant.parse("2026-03-02T09:15:00Z");

    /** The public test key of the Standard Webhooks specification. */
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    static final Duration FUNCTION_TIME = Duration.ofSeconds(57);

    final FakeClock clock = new FakeClock(START);
    final FakeAlerts alerts = new FakeAlerts();
    final FakeClusters clusters = new FakeClusters();
    final FakeHooks hooks = new FakeHooks();
    final FakeOutbox outbox = new FakeOutbox();
    final FakeSecrets secrets = new FakeSecrets();
    final List<Duration> pauses = new ArrayList<>();
    private int holders;

    Hook hook(String id, Style style, Route... routes) {
        List<String> signing = style == Style.WEBHOOK ? List.of(id + "/secret") : List.of();
        Hook hook = new Hook(new HookId(id), id, style, id + "/url", signing, List.of(routes), START);
        secrets.write(hook.url(), "https://hooks.example/" + id);
        signing.forEach(name -> secrets.write(name, SECRET));
        hooks.put(hook);
        return hook;
    }

    /** A new cluster of Lighthouse with its alert. */
    Alert raise(String title) {
        return raise(ReportBuilder.report(title).signed(title));
    }

    Alert raise(ReportBuilder report) {
        Occurrence first = report.build();
        Triaged triaged = (Triaged) first.outcome();
        clusters.putIfAbsent(new Cluster(
                triaged.cluster(),
                first.app(),
                triaged.kind(),
                triaged.title(),
                triaged.signature(),
                triaged.ruleset(),
                false,
                "shard:1",
                Occurrence.Cause.INGEST,
                first.source().uploaded(),
                first.id(),
                first.facts(),
                Exemplar.NONE));
        Alert alert = new Alert(Alert.Kind.NEW_CLUSTER, triaged.cluster(), first.app(), "1", clock.instant());
        alerts.raise(alert);
        return alert;
    }

    List<Alert> raiseMany(int count) {
        return IntStream.range(0, count).mapToObj(i -> raise("Signature " + i)).toList();
    }

    AnnounceAlerts over(Messenger messenger) {
        return over(alerts, outbox, messenger);
    }

    AnnounceAlerts over(Alerts someAlerts, Outbox someOutbox, Messenger messenger) {
        return new AnnounceAlerts(
                someAlerts,
                clusters,
                hooks,
                someOutbox,
                new ComposeLetter(clusters, cluster -> 7, secrets, new Links("https://triage.example")),
                messenger,
                Pace.USUAL,
                new Timing(clock, this::pause, () -> "holder " + holders++));
    }

    Instant deadline() {
        return clock.instant().plus(FUNCTION_TIME);
    }

    /** The schedule, as often as {@code time} has minutes. */
    void sweepFor(Duration time, AnnounceAlerts announceAlerts) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            clock.advance(Duration.ofMinutes(1));
            announceAlerts.announce(List.of(), deadline());
        }
    }

    private void pause(Duration time) {
        pauses.add(time);
        clock.advance(time);
    }
}
