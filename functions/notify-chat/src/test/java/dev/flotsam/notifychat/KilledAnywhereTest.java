package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.contracts.fault.ProcessDeath;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Alerts;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Messenger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the process at every single call, before and after it took effect, and lets the stream deliver again. */
class KilledAnywhereTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12})
    void everyAlertArrivesAndARepeatHasTheSameId(int alerts) {
        int calls = 0;
        boolean died = true;
        while (died) {
            died = surviveDeathAt(calls++, alerts);
        }
        assertThat(calls).isGreaterThan(10);
    }

    private static boolean surviveDeathAt(int deadly, int count) {
        Announcing world = new Announcing();
        RecordingMessenger messenger = new RecordingMessenger();
        HookId hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING).id();
        List<Alert> alerts = world.raiseMany(count);
        Deadly deadlyCalls = new Deadly(deadly);
        boolean died = false;
        try {
            world.over(
                            deadlyCalls.before(world.alerts),
                            new GatedOutbox(world.outbox, (call, alert) -> deadlyCalls.count(call)),
                            deadlyCalls.around(messenger))
                    .announce(alerts, world.deadline());
        } catch (ProcessDeath death) {
            died = true;
        }
        int sentBeforeDeath = messenger.requests.size();
        world.over(messenger).announce(alerts, world.deadline());
        world.sweepFor(Duration.ofMinutes(5), world.over(messenger));

        assertThat(alerts)
                .allSatisfy(alert -> assertThat(world.alerts.told(alert)).containsOnlyKeys(hook));
        assertThat(world.outbox.waiting(hook, 1)).isEmpty();
        int repeats = messenger.ids().size() - new HashSet<>(messenger.ids()).size();
        assertThat(repeats).isLessThanOrEqualTo(died && sentBeforeDeath > 0 ? 1 : 0);
        return died;
    }

    @org.junit.jupiter.api.Test
    void dyingIsSeen() {
        Deadly first = new Deadly(0);
        assertThatThrownBy(() -> first.count("add")).isInstanceOf(ProcessDeath.class);
    }

    /** Counts calls and dies at one of them. */
    private record Deadly(int at, AtomicInteger calls) {
        Deadly(int at) {
            this(at, new AtomicInteger());
        }

        void count(String call) {
            if (calls.getAndIncrement() == at) {
                throw new ProcessDeath(call);
            }
        }

        /** Dies before sending, or after it. */
        Messenger around(Messenger inner) {
            return request -> {
                count("post");
                Messenger.Answer answer = inner.post(request);
                count("posted");
                return answer;
            };
        }

        Alerts before(Alerts inner) {
            return new Alerts() {
                @Override
                public boolean raise(Alert alert) {
                    return inner.raise(alert);
                }

                @Override
                public Map<HookId, Instant> told(Alert alert) {
                    count("told");
                    return inner.told(alert);
                }

                @Override
                public void markTold(Alert alert, HookId hook, Instant when) {
                    count("markTold");
                    inner.markTold(alert, hook, when);
                }
            };
        }
    }
}
