package dev.flotsam.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EventQueueTest {
    @TempDir
    Path data;

    private FunctionHost host;

    @BeforeEach
    void start() throws IOException {
        Path zip = FunctionZip.of(ScriptedHandler.class, data.resolve("scripted/target/function.zip"));
        host = new FunctionHost(
                List.of(FunctionZip.scripted(zip, Duration.ofSeconds(60))),
                data,
                Map.of(),
                InstantSource.system(),
                line -> {});
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void anEventIsDoneWhenItsInvocationSucceeded() throws Exception {
        try (EventQueue queue = queue()) {
            queue.submit(event("echo hello"));
            drain(queue);
        }
        assertThat(files("pending")).isEmpty();
        assertThat(files("failed")).isEmpty();
    }

    @Test
    void aFailingEventIsTriedThreeTimesAndThenKeptWithItsReason() throws Exception {
        Path attempts = data.resolve("attempts");
        try (EventQueue queue = queue()) {
            queue.submit(event("note " + attempts));
            drain(queue);
        }
        assertThat(attempts).content().isEqualTo("attempt\n".repeat(3));
        assertThat(files("pending")).isEmpty();
        assertThat(files("failed"))
                .hasSize(1)
                .first()
                .satisfies(file -> assertThat(file)
                        .hasParent(data.resolve("failed/dead-letters"))
                        .content()
                        .contains("RetriesExhausted", "\"approximateInvokeCount\" : 3", "noted", "note " + attempts));
    }

    @Test
    void anEventThatWasPendingWhenTheStackDiedIsDeliveredAfterwards() throws Exception {
        Path mark = data.resolve("started");
        EventQueue dying = queue();
        dying.submit(event("hang " + mark));
        while (!Files.exists(mark)) {
            Thread.onSpinWait();
        }
        dying.close();
        host.function("scripted").kill();
        assertThat(files("pending")).hasSize(1);

        Files.write(files("pending").getFirst(), event("echo now it works"));
        try (EventQueue again = queue()) {
            drain(again);
        }
        assertThat(files("pending")).isEmpty();
    }

    private EventQueue queue() throws IOException {
        return new EventQueue(
                host.function("scripted"),
                data.resolve("pending"),
                new FailureQueue(data.resolve("failed"), InstantSource.system()),
                Duration.ofMillis(10));
    }

    private static byte[] event(String text) {
        return ("\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
    }

    private static void drain(EventQueue queue) throws InterruptedException {
        while (queue.pending() > 0) {
            Thread.sleep(10);
        }
    }

    private List<Path> files(String folder) throws IOException {
        if (!Files.exists(data.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
