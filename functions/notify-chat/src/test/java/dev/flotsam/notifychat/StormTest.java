package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.Messenger.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand new clusters: at most twenty messages, every cluster told, whatever the batches look like. */
class StormTest {
    private static final int CLUSTERS = 1_000;
    private static final int MOST_MESSAGES = 20;

    private final Announcing world = new Announcing();
    private final RecordingMessenger messenger = new RecordingMessenger();
    private final AnnounceAlerts announceAlerts = world.over(messenger);
    private Hook hook;
    private List<Alert> alerts;

    @BeforeEach
    void raise() {
        hook = world.hook("chat", Style.SLACK, Route.EVERYTHING);
        alerts = world.raiseMany(CLUSTERS);
    }

    @ParameterizedTest
    @CsvSource({"1000, 0", "100, 1", "25, 1", "25, 10", "1, 1"})
    void becomesAFewDigests(int batch, int secondsBetween) {
        for (int from = 0; from < CLUSTERS; from += batch) {
            announceAlerts.announce(alerts.subList(from, from + batch), world.deadline());
            world.clock.advance(Duration.ofSeconds(secondsBetween));
        }
        world.sweepFor(Duration.ofMinutes(5), announceAlerts);

        assertThat(messenger.requests)
                .hasSizeBetween(1, MOST_MESSAGES)
                .allSatisfy(request -> SlackLimits.hold(request.body()));
        assertThat(alerts)
                .allSatisfy(alert -> assertThat(world.alerts.told(alert)).containsKey(hook.id()));
        assertThat(world.outbox.waiting(hook.id(), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsUnderRedeliveryDisorderAndAFailingReceiver(long seed) {
        Random random = new Random(seed);
        for (int failure = 0; failure < 8; failure++) {
            messenger.answering(new Answer.Later("status 500", Optional.empty()));
        }
        for (int round = 0; round < 2; round++) {
            List<Alert> shuffled = new java.util.ArrayList<>(alerts);
            Collections.shuffle(shuffled, random);
            for (int from = 0; from < CLUSTERS; from += 50) {
                announceAlerts.announce(shuffled.subList(from, from + 50), world.deadline());
            }
        }
        world.sweepFor(Duration.ofMinutes(90), announceAlerts);

        assertThat(messenger.requests.size() - 8).isBetween(1, MOST_MESSAGES);
        assertThat(alerts)
                .allSatisfy(alert -> assertThat(world.alerts.told(alert)).containsKey(hook.id()));
    }

    @Test
    void bringsOneDigestAfterALongOutage() {
        Answer[] outage = new Answer[200];
        java.util.Arrays.fill(outage, new Answer.Later("down", Optional.empty()));
        messenger.answering(outage);
        announceAlerts.announce(alerts.subList(0, 1), world.deadline());
        for (int from = 1; from < 301; from += 10) {
            announceAlerts.announce(alerts.subList(from, from + 10), world.deadline());
            world.clock.advance(Duration.ofMinutes(10));
        }
        int failed = messenger.requests.size();
        while (!world.outbox.waiting(hook.id(), 1).isEmpty()) {
            world.sweepFor(Duration.ofMinutes(1), announceAlerts);
        }

        assertThat(messenger.requests.size() - 200).isLessThanOrEqualTo(3);
        assertThat(failed).isLessThan(200);
    }
}
