package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.triage.alert.Alert;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.ManageHooks;
import dev.flotsam.triage.alert.ManageHooks.Created;
import dev.flotsam.triage.alert.Messenger.Answer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManageHooksTest {
    private static final String URL = "https://hooks.example/services/T0/B0/verysecret";

    private final Announcing world = new Announcing();
    private final RecordingMessenger messenger = new RecordingMessenger();
    private final ManageHooks manageHooks = new ManageHooks(
            world.hooks,
            world.outbox,
            world.alerts,
            world.secrets,
            "/flotsam/hooks/",
            false,
            world.clock,
            new SecureRandom());

    @Test
    void createsAWebhookWhoseSecretIsShownOnceAndVerifies() {
        Created created = manageHooks.create("CI", Style.WEBHOOK, URL, List.of());
        announce(world.raise("LanternView.refresh()"));

        assertThat(messenger.requests).singleElement().satisfies(request -> {
            assertThat(request.url()).isEqualTo(URL);
            assertThat(new StandardWebhooksReceiver(created.secret().orElseThrow())
                            .accepts(request.headers(), request.body(), world.clock.instant()))
                    .isTrue();
        });
        assertThat(manageHooks.list().toString())
                .contains("CI")
                .doesNotContain(created.secret().get())
                .doesNotContain("verysecret");
        assertThat(created.toString()).doesNotContain(created.secret().get());
    }

    @Test
    void keepsAddressAndSecretAsParametersUnderThePrefix() {
        Hook hook = manageHooks.create("CI", Style.WEBHOOK, URL, List.of()).hook();

        assertThat(hook.url()).isEqualTo("/flotsam/hooks/" + hook.id() + "/url");
        assertThat(world.secrets.read(hook.url())).contains(URL);
        assertThat(world.secrets.read(hook.secrets().getFirst()).orElseThrow()).startsWith("whsec_");
    }

    @Test
    void givesSlackNoSecretAndEveryAlert() {
        Created created = manageHooks.create("Chat", Style.SLACK, URL, List.of());

        assertThat(created.secret()).isEmpty();
        assertThat(created.hook().routes()).containsExactly(Route.EVERYTHING);
    }

    @Test
    void deletesAHookWithItsSecretsAndWhatWaits() {
        Hook hook = manageHooks.create("CI", Style.WEBHOOK, URL, List.of()).hook();
        world.outbox.add(hook.id(), world.raise("LanternView.refresh()"));

        assertThat(manageHooks.delete(hook.id())).isTrue();
        assertThat(manageHooks.delete(hook.id())).isFalse();

        assertThat(manageHooks.list()).isEmpty();
        assertThat(world.secrets.read(hook.url())).isEmpty();
        assertThat(world.secrets.read(hook.secrets().getFirst())).isEmpty();
        assertThat(world.outbox.waiting(hook.id(), 10)).isEmpty();
    }

    @Test
    void hasATestSentByWhoeverAnnouncesAlerts() {
        Hook hook = manageHooks.create("CI", Style.WEBHOOK, URL, List.of()).hook();

        assertThat(manageHooks.test(hook.id())).isTrue();
        assertThat(messenger.requests).isEmpty();
        announce(world.alerts.raised().getFirst());

        assertThat(messenger.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"hook.test\""));
        assertThat(manageHooks.list().getFirst().ledger().delivered()).contains(world.clock.instant());
        assertThat(manageHooks.test(new HookId("none"))).isFalse();
    }

    @Test
    void listsWhatWasRefusedAndSendsItAgainWhenAsked() {
        Hook hook = manageHooks.create("CI", Style.WEBHOOK, URL, List.of()).hook();
        messenger.answering(new Answer.Refused("it refused this message with status 400"));
        Alert alert = world.raise("LanternView.refresh()");
        announce(alert);

        assertThat(manageHooks.list().getFirst().waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).contains("400"));
        assertThat(manageHooks.retry(hook.id())).isTrue();
        world.sweepFor(Duration.ofMinutes(1), world.over(messenger));

        assertThat(world.alerts.told(alert)).containsOnlyKeys(hook.id());
        assertThat(manageHooks.list().getFirst().waiting()).isEmpty();
        assertThat(manageHooks.retry(new HookId("none"))).isFalse();
    }

    @Test
    void refusesWhatCanBeNoHook() {
        assertThatThrownBy(() -> manageHooks.create(" ", Style.SLACK, URL, List.of()))
                .hasMessageContaining("label");
        assertThatThrownBy(() -> manageHooks.create("x", Style.SLACK, "file:///etc/passwd", List.of()))
                .hasMessageContaining("url")
                .hasMessageNotContaining("passwd");
        assertThatThrownBy(() -> manageHooks.create("x", Style.SLACK, "http://127.0.0.1:8/", List.of()))
                .hasMessageContaining("https");
        for (int i = 0; i < ManageHooks.MOST_HOOKS; i++) {
            manageHooks.create("x", Style.SLACK, URL, List.of());
        }
        assertThatThrownBy(() -> manageHooks.create("x", Style.SLACK, URL, List.of()))
                .hasMessageContaining("delete one first");
    }

    private void announce(Alert alert) {
        world.over(messenger).announce(List.of(alert), world.deadline());
    }
}
