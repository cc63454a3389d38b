package dev.flotsam.detectfooms;

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

class DetectFoomsTest {
    private static final Path EVENTS = Path.of("../../events");

    private final FakeRawObjects objects = new FakeRawObjects();
    private final FakeOccurrences occurrences = new FakeOccurrences();
    private final DetectFooms function = new DetectFooms(new UploadEvents(FakeIngest.of(objects, occurrences)));

    @Test
    void the_object_of_an_event_is_recorded_once_however_often_the_event_comes() throws IOException {
        objects.put(
                "memory/2026/03/02/JetsamEvent-2026-03-02-102237.ips",
                Files.readAllBytes(EVENTS.resolve("detect-fooms/jetsam-per-process-limit.ips")),
                Instant.parse("2026-03-02T07:41:20Z"));
        byte[] event = Files.readAllBytes(EVENTS.resolve("detect-fooms/s3-put.json"));

        for (int delivery = 0; delivery < 3; delivery++) {
            function.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
        }

        assertThat(occurrences.log()).hasSize(1);
    }
}
