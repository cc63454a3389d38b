package dev.flotsam.local.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The failure queues: what was killed at each of its three attempts lies there until somebody drives it again. */
final class FailedEvents {
    private final Path folder;

    FailedEvents(Path data) {
        this.folder = data.resolve("failed");
    }

    /** Takes what lies there: keys of uploaded objects. */
    List<String> takeKeys() throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path file : files()) {
            JsonNode entry = new JsonMapper().readTree(file.toFile());
            for (JsonNode upload : entry.at("/requestPayload/Records")) {
                keys.add(URLDecoder.decode(upload.at("/s3/object/key").asText(), StandardCharsets.UTF_8));
            }
            Files.delete(file);
        }
        return keys;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }
}
