package dev.flotsam.local.ssm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.flotsam.local.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Parameters by name, in one JSON file of mode 0600. */
final class ParameterFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final ObjectNode parameters;

    private ParameterFile(Path file, ObjectNode parameters) {
        this.file = file;
        this.parameters = parameters;
    }

    static ParameterFile open(Path file) throws IOException {
        return new ParameterFile(
                file,
                Files.exists(file) ? (ObjectNode) JSON.readTree(Files.readString(file)) : JSON.createObjectNode());
    }

    synchronized Optional<ObjectNode> find(String name) {
        return Optional.ofNullable((ObjectNode) parameters.get(name)).map(ObjectNode::deepCopy);
    }

    /** Sets a parameter and returns its version, from 1. */
    synchronized int put(String name, String type, String value) throws IOException {
        int version = parameters.path(name).path("Version").asInt(0) + 1;
        parameters
                .putObject(name)
                .put("Name", name)
                .put("Type", type)
                .put("Value", value)
                .put("Version", version)
                .put("ARN", "arn:aws:ssm:us-east-1:000000000000:parameter" + (name.startsWith("/") ? "" : "/") + name)
                .put("DataType", "text");
        PrivateFile.write(file, parameters.toPrettyString());
        return version;
    }

    synchronized boolean remove(String name) throws IOException {
        boolean present = parameters.remove(name) != null;
        PrivateFile.write(file, parameters.toPrettyString());
        return present;
    }
}
