package dev.flotsam.parsecrashes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.aws.event.UploadEvents;
import dev.flotsam.contracts.fake.FakeIngest;
import dev.flotsam.contracts.fake.FakeOccurrences;
import dev.flotsam.contracts.fake.FakeRawObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ParseCrashesTest {
    private static final Path EVENTS = Path.of("../../events");

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final ParseCrashes function = new ParseCrashes(new UploadEvents(FakeIngest.of(objects, occurrences)));

    @Test
    void the_object_of_an_event_is_recorded_once_however_often_the_event_comes() throws IOException {
        objects.put(
                "crashes/2026/03/02/Lighthouse 5.2/swift-trap+1.ips",
                Files.readAllBytes(EVENTS.resolve("parse-crashes/swift-trap.ips")),
                Instant.parse("2026-03-02T07:41:20Z"));
        byte[] event = Files.readAllBytes(EVENTS.resolve("parse-crashes/s3-put.json"));

        for (int delivery = 0; delivery < 3; delivery++) {
            function.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
        }

        assertThat(occurrences.log()).hasSize(1);
    }
}
