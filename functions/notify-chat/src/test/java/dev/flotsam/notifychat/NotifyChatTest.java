package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.Fault;
import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NotifyChatTest {
    private static final String DONE = "{\"state\":{},\"batchItemFailures\":[]}";

    private final Announcing world = new Announcing();
    private final RecordingMessenger messenger = new RecordingMessenger();
    private final NotifyChat notifyChat = new NotifyChat(world.over(messenger), world.clock);

    @Test
    void announcesTheAlertOfAStreamEvent() throws IOException {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Alert alert = SampleEvents.alert();
        world.alerts.raise(alert);

        assertThat(handle(SampleEvents.stream())).isEqualTo(DONE);

        assertThat(messenger.ids()).containsExactly(alert.messageId());
        assertThat(world.alerts.told(alert)).containsOnlyKeys(hook.id());
    }

    @Test
    void answersFromWhereToDeliverAgain() throws IOException {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        NotifyChat throttled = new NotifyChat(
                world.over(
                        world.alerts,
                        new GatedOutbox(world.outbox, (call, alert) -> {
                            throw new Fault(Fault.Blame.CAPACITY, "throttled", null);
                        }),
                        messenger),
                world.clock);

        assertThat(handle(throttled, SampleEvents.stream()))
                .isEqualTo("{\"state\":{},\"batchItemFailures\":"
                        + "[{\"itemIdentifier\":\"4421584500000000017450439091\"}]}");
    }

    @Test
    void ignoresAllThatIsNoNewAlert() throws IOException {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);

        assertThat(handle(SampleEvents.stream().replace("INSERT", "MODIFY"))).isEqualTo(DONE);
        assertThat(handle(SampleEvents.stream().replace("ALERT#new-cluster#1", "META")))
                .isEqualTo(DONE);
        assertThat(handle(SampleEvents.stream().replace("\"S\": \"new-cluster\"", "\"S\": \"of-next-year\"")))
                .isEqualTo(DONE);

        assertThat(messenger.requests).isEmpty();
    }

    @Test
    void sendsWhatWaitsWhenTheScheduleWakesIt() throws IOException {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        world.outbox.add(hook.id(), world.raise("LanternView.refresh()"));

        handle("{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.events\",\"detail\":{}}");

        assertThat(messenger.requests).hasSize(1);
    }

    private String handle(String event) throws IOException {
        return handle(notifyChat, event);
    }

    private static String handle(NotifyChat function, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, new SixtySeconds());
        return answer.toString(StandardCharsets.UTF_8);
    }
}
