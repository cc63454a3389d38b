package dev.flotsam.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;

/** How far a function has got in a shard, in a file. What was delivered and not yet noted is delivered again. */
final class Position {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private Optional<String> sequence = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private boolean ended;

    private Position(Path file) {
        this.file = file;
    }

    static Position read(Path file) throws IOException {
        var position = new Position(file);
        if (Files.exists(file)) {
            JsonNode saved = JSON.readTree(Files.readString(file));
            position.sequence = Optional.ofNullable(saved.get("sequence")).map(JsonNode::asText);
            position.ended = saved.path("ended").asBoolean();
            position.window = Optional.ofNullable(saved.get("window"))
                    .map(open -> new Window(
                            Instant.parse(open.path("start").asText()),
                            Instant.parse(open.path("end").asText()),
                            open.path("state")));
        }
        return position;
    }

    Optional<String> sequence() {
        return sequence;
    }

    Optional<Window> window() {
        return window;
    }

    boolean ended() {
        return ended;
    }

    void reached(String newSequence, Optional<Window> openWindow) {
        sequence = Optional.of(newSequence);
        window = openWindow;
        save();
    }

    void windowClosed() {
        window = Optional.empty();
        save();
    }

    void end() {
        ended = true;
        save();
    }

    private void save() {
        ObjectNode json = JSON.createObjectNode().put("ended", ended);
        sequence.ifPresent(value -> json.put("sequence", value));
        window.ifPresent(open -> json.putObject("window")
                .put("start", open.start().toString())
                .put("end", open.end().toString())
                .set("state", open.state()));
        try {
            Files.createDirectories(file.getParent());
            Path partial = file.resolveSibling(file.getFileName() + ".partial");
            Files.writeString(partial, json.toString());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
