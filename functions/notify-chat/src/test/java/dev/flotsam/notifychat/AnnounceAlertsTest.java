package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.report.ReportBuilder;
import dev.flotsam.triage.Fault;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.AnnounceAlerts.Outcome;
import dev.flotsam.triage.alert.AnnounceAlerts.Progress;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Messenger.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnounceAlertsTest {
    private final Announcing world = new Announcing();
    private final RecordingMessenger messenger = new RecordingMessenger();
    private final AnnounceAlerts announceAlerts = world.over(messenger);

    @Test
    void tellsEveryHookOnceHoweverOftenTheStreamRepeats() {
        world.hook("chat", Style.SLACK, Route.EVERYTHING);
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Alert alert = world.raise("LanternView.refresh()");

        announce(alert);
        announce(alert);

        assertThat(messenger.bodiesTo("chat")).singleElement().asString().contains("LanternView.refresh()");
        assertThat(messenger.bodiesTo("ci")).hasSize(1);
        assertThat(world.alerts.told(alert)).containsOnlyKeys(new HookId("chat"), new HookId("ci"));
    }

    @Test
    void sendsTheSameIdForTheSameEvent() {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Alert alert = world.raise("LanternView.refresh()");
        messenger.answering(later("down"), later("down"));

        announce(alert);

        assertThat(messenger.ids()).hasSize(3).containsOnly(alert.messageId());
    }

    @Test
    void keepsTheOthersFromHearingTwiceWhenOneHookIsDown() {
        Hook dead = world.hook("a", Style.WEBHOOK, Route.EVERYTHING);
        world.hook("b", Style.WEBHOOK, Route.EVERYTHING);
        world.secrets.delete(dead.url());
        Alert alert = world.raise("LanternView.refresh()");

        announce(alert);
        world.sweepFor(Duration.ofMinutes(10), announceAlerts);

        assertThat(messenger.bodiesTo("b")).hasSize(1);
        assertThat(world.outbox.waiting(dead.id(), 10)).hasSize(1);
        assertThat(world.outbox.ledger(dead.id()).reason()).contains("not stored");
    }

    @Test
    void deliversWhatFailedWhenTheHookIsBack() {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        messenger.answering(later("status 500"), later("status 500"), later("status 500"));
        Alert alert = world.raise("LanternView.refresh()");

        Progress progress = announce(alert).progress().getFirst();

        assertThat(progress.trouble()).isEqualTo("status 500");
        assertThat(world.alerts.told(alert)).isEmpty();
        world.sweepFor(Duration.ofMinutes(1), announceAlerts);
        assertThat(world.alerts.told(alert)).containsOnlyKeys(hook.id());
        assertThat(world.outbox.waiting(hook.id(), 10)).isEmpty();
        assertThat(world.outbox.ledger(hook.id()).failures()).isZero();
    }

    @Test
    void waitsAsLongAsAskedWithinTheFunctionsTime() {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        messenger.answering(new Answer.Later("status 429", Optional.of(Duration.ofSeconds(7))));

        announce(world.raise("LanternView.refresh()"));

        assertThat(world.pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(messenger.requests).hasSize(2);
    }

    @Test
    void leavesItForLaterWhenAskedToWaitLongerThanTheFunctionRuns() {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        messenger.answering(new Answer.Later("status 429", Optional.of(Duration.ofMinutes(5))));

        announce(world.raise("LanternView.refresh()"));

        assertThat(world.pauses).isEmpty();
        assertThat(messenger.requests).hasSize(1);
        world.sweepFor(Duration.ofMinutes(4), announceAlerts);
        assertThat(messenger.requests).hasSize(1);
        world.sweepFor(Duration.ofMinutes(2), announceAlerts);
        assertThat(messenger.requests).hasSize(2);
        assertThat(world.outbox.waiting(hook.id(), 10)).isEmpty();
    }

    @Test
    void triesADeadHookNoMoreOftenThanOnceAnHour() {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Answer[] dead = new Answer[10_000];
        java.util.Arrays.fill(dead, later("connection refused"));
        messenger.answering(dead);
        announce(world.raise("LanternView.refresh()"));
        world.sweepFor(Duration.ofHours(6), announceAlerts);
        int before = messenger.requests.size();

        world.sweepFor(Duration.ofHours(6), announceAlerts);

        assertThat(messenger.requests.size() - before).isBetween(1, 18);
    }

    @Test
    void listsWhatAReceiverRefusesAndGoesOnWithTheRest() {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        messenger.answering(new Answer.Refused("status 400"));
        Alert refused = world.raise("LanternView.refresh()");
        Alert taken = world.raise("MapView.draw()");

        announce(refused, taken);

        assertThat(world.alerts.told(taken)).containsOnlyKeys(hook.id());
        assertThat(world.outbox.waiting(hook.id(), 10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.alert()).isEqualTo(refused);
            assertThat(waiting.reason()).isEqualTo("status 400");
        });
        world.sweepFor(Duration.ofMinutes(30), announceAlerts);
        assertThat(messenger.requests).hasSize(2);
    }

    @Test
    void routesByAppAndKind() {
        world.hook("mine", Style.WEBHOOK, new Route("com.example.lighthouse", Route.ANY));
        world.hook("other", Style.WEBHOOK, new Route("com.example.other", Route.ANY));
        world.hook("memory", Style.WEBHOOK, new Route(Route.ANY, "foom-*"));
        world.hook("access", Style.WEBHOOK, new Route(Route.ANY, "hang"), new Route(Route.ANY, "bad-*"));

        announce(world.raise(ReportBuilder.report("r").ofApp("com.example.lighthouse")));

        assertThat(messenger.requests)
                .extracting(request -> request.url())
                .containsExactlyInAnyOrder("https://hooks.example/mine", "https://hooks.example/access");
    }

    @Test
    void sendsATestToItsHookOnly() {
        Hook chat = world.hook("chat", Style.SLACK, Route.EVERYTHING);
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Alert test = Alert.hookTest(chat.id(), world.clock.instant());
        world.alerts.raise(test);

        announce(test);

        assertThat(messenger.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("The hook \\\"chat\\\" works"));
    }

    @Test
    void saysFromWhereToDeliverAgainWhenAnAlertReachesNoOutbox() {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Alert first = world.raise("LanternView.refresh()");
        Alert second = world.raise("MapView.draw()");
        Fault full = new Fault(Fault.Blame.CAPACITY, "throttled", null);

        Outcome outcome = world.over(
                        world.alerts,
                        new GatedOutbox(world.outbox, (call, alert) -> {
                            if (call.equals("add") && alert.equals(Optional.of(second))) {
                                throw full;
                            }
                        }),
                        messenger)
                .announce(List.of(first, second), world.deadline());

        assertThat(outcome.setback()).contains(new AnnounceAlerts.Setback(second, full));
        assertThat(world.alerts.told(first)).isNotEmpty();
    }

    @Test
    void leavesAHookToTheProcessThatHoldsIt() {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        world.outbox.claim(
                hook.id(),
                "someone else",
                world.clock.instant(),
                world.clock.instant().plusSeconds(3_600));

        announce(world.raise("LanternView.refresh()"));

        assertThat(messenger.requests).isEmpty();
        assertThat(world.outbox.waiting(hook.id(), 10)).hasSize(1);
    }

    private Outcome announce(Alert... alerts) {
        return announceAlerts.announce(List.of(alerts), world.deadline());
    }

    private static Answer later(String reason) {
        return new Answer.Later(reason, Optional.empty());
    }
}
