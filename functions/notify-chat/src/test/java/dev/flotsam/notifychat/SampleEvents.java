package dev.flotsam.notifychat;

import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.alert.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The sample event of this function, which docs and the demo use too. */
final class SampleEvents {
    private SampleEvents() {}

    static String stream() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return Files.readString(root.resolve("events/notify-chat/dynamodb-stream.json"));
    }

    /** The alert that the event tells. */
    static Alert alert() {
        return new Alert(
                Alert.Kind.NEW_CLUSTER,
                new ClusterId("a8b2fdb677923f3a5174"),
                "com.example.lighthouse",
                "1",
                Instant.ofEpochMilli(1_772_437_301_220L));
    }
}
