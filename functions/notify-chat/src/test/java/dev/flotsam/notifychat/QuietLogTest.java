package dev.flotsam.notifychat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.notifychat.http.HttpMessenger;
import dev.flotsam.notifychat.http.Reach;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.Hook;
import dev.flotsam.triage.alert.Hook.Route;
import dev.flotsam.triage.alert.Hook.Style;
import dev.flotsam.triage.alert.HookId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neither an address nor a secret reaches the log, whatever goes wrong with them. */
class QuietLogTest {
    private static final String PATH = "/services/T0/B0/verysecret";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler capture = new Capture();
    private final Logger root = Logger.getLogger("");
    private final Announcing world = new Announcing();

    @BeforeEach
    void listen() {
        root.addHandler(capture);
    }

    @AfterEach
    void stop() {
        root.removeHandler(capture);
    }

    @Test
    void namesHooksAndReasonsOnly() throws IOException {
        AnnounceAlerts announceAlerts = world.over(HttpMessenger.within(Reach.PUBLIC));
        List<String> addresses = List.of(
                "https://127.0.0.1:9" + PATH,
                "http://hooks.example" + PATH,
                "https://nowhere.invalid" + PATH,
                "https://not an address" + PATH);
        for (int i = 0; i < addresses.size(); i++) {
            Hook hook = world.hook("hook" + i, Style.WEBHOOK, Route.EVERYTHING);
            world.secrets.write(hook.url(), addresses.get(i));
        }
        world.alerts.raise(SampleEvents.alert());

        new NotifyChat(announceAlerts, world.clock)
                .handleRequest(
                        new ByteArrayInputStream(SampleEvents.stream().getBytes(StandardCharsets.UTF_8)),
                        new ByteArrayOutputStream(),
                        new SixtySeconds());

        assertThat(log).filteredOn(line -> line.startsWith("hook hook")).hasSize(4);
        assertThat(log + world.outbox.ledger(new HookId("hook0")).toString())
                .doesNotContain("verysecret")
                .doesNotContain("hooks.example")
                .doesNotContain("nowhere.invalid")
                .doesNotContain(Announcing.SECRET);
    }

    private final class Capture extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        Capture() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            log.add(formatter.formatMessage(record));
            for (Throwable cause = record.getThrown(); cause != null; cause = cause.getCause()) {
                log.add(cause.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
