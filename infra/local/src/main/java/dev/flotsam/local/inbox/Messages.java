package dev.flotsam.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Webhooks that were received, each a JSON file: number, time, path, headers, body, status answered. */
final class Messages {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final AtomicInteger last;

    Messages(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        List<Path> files = files();
        this.last = new AtomicInteger(files.isEmpty() ? 0 : Integer.parseInt(name(files.getLast())));
    }

    void add(Instant time, String path, Map<String, List<String>> headers, String body, String outcome)
            throws IOException {
        int number = last.incrementAndGet();
        ObjectNode message = JSON.createObjectNode();
        message.put("number", number)
                .put("received", time.toString())
                .put("path", path)
                .put("outcome", outcome);
        ObjectNode all = message.putObject("headers");
        headers.forEach((name, values) -> all.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        message.put("body", body);
        Path partial = folder.resolve(number + ".partial");
        Files.writeString(partial, message.toPrettyString());
        Files.move(partial, folder.resolve("%08d.json".formatted(number)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** All of them, oldest first. */
    List<JsonNode> list() throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        for (Path file : files()) {
            messages.add(JSON.readTree(Files.readString(file)));
        }
        return messages;
    }

    void clear() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }
}
