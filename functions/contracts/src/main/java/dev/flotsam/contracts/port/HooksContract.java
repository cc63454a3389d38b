package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import dev.flotsam.triage.alert.Hooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of hooks does. */
public abstract class HooksContract {
    private static final Hook CHAT = new Hook(
            new HookId("chat"),
            "iOS crashes",
            Style.SLACK,
            "/flotsam/hooks/chat/url",
            List.of(),
            List.of(Route.EVERYTHING, new Route("com.example.lighthouse", "foom-*")),
            UPLOADED.plusSeconds(1));
    private static final Hook CI = new Hook(
            new HookId("ci"),
            "",
            Style.WEBHOOK,
            "/flotsam/hooks/ci/url",
            List.of("/flotsam/hooks/ci/new", "/flotsam/hooks/ci/old"),
            List.of(),
            UPLOADED);

    /** A store that holds nothing. */
    protected abstract Hooks emptyHooks();

    @Test
    void hooksComeBackAsTheyWereStoredOldestFirst() {
        Hooks hooks = emptyHooks();
        assertThat(hooks.all()).isEmpty();
        hooks.put(CHAT);
        hooks.put(CI);
        hooks.put(CHAT);

        assertThat(hooks.all()).containsExactly(CI, CHAT);
        assertThat(hooks.find(CHAT.id())).contains(CHAT);
    }

    @Test
    void aDeletedHookIsGone() {
        Hooks hooks = emptyHooks();
        hooks.put(CHAT);
        hooks.delete(CHAT.id());
        hooks.delete(CHAT.id());

        assertThat(hooks.all()).isEmpty();
        assertThat(hooks.find(CHAT.id())).isEmpty();
    }
}
