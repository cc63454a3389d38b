package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.Messenger.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {
    private static final String OTHER_SECRET = "whsec_YmluZCB0aGUgb3RoZXIga2V5IG9mIHJvdGF0aW9u";

    private final Announcing world = new Announcing();
    private final RecordingMessenger messenger = new RecordingMessenger();

    /** The published examples of the specification and of its reference libraries. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw|msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330"
                        + "|{\"test\": 2432232314}|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "whsec_plJ3nmyCDGBKInavdOK15jsl|msg_loFOjxBNrRLzqYUf|1731705121"
                        + "|{\"event_type\":\"ping\",\"data\":{\"success\":true}}"
                        + "|v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="
            })
    void theReceiverAcceptsThePublishedVectors(
            String secret, String id, String timestamp, String body, String signature) {
        StandardWebhooksReceiver receiver = new StandardWebhooksReceiver(secret);
        Map<String, String> headers =
                Map.of("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
        Instant now = Instant.ofEpochSecond(Long.parseLong(timestamp));

        assertThat(receiver.accepts(headers, body, now)).isTrue();
        assertThat(receiver.accepts(headers, body + " ", now)).isFalse();
        assertThat(receiver.accepts(headers, body, now.plusSeconds(301))).isFalse();
    }

    @Test
    void theReceiverAcceptsOurMessages() {
        world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        Request request = send();

        assertThat(accepted(Announcing.SECRET, request)).isTrue();
        assertThat(accepted(OTHER_SECRET, request)).isFalse();
    }

    @Test
    void signsWithEverySecretWhileOneIsRotatedOut() {
        Hook hook = world.hook("ci", Style.WEBHOOK, Route.EVERYTHING);
        world.secrets.write("next", OTHER_SECRET);
        world.hooks.put(new Hook(
                hook.id(),
                hook.label(),
                hook.style(),
                hook.url(),
                List.of("next", hook.secrets().getFirst()),
                hook.routes(),
                hook.created()));
        Request request = send();

        assertThat(accepted(Announcing.SECRET, request)).isTrue();
        assertThat(accepted(OTHER_SECRET, request)).isTrue();
    }

    private Request send() {
        world.over(messenger).announce(List.of(world.raise("LanternView.refresh()")), world.deadline());
        return messenger.requests.getFirst();
    }

    private boolean accepted(String secret, Request request) {
        return new StandardWebhooksReceiver(secret).accepts(request.headers(), request.body(), world.clock.instant());
    }
}
