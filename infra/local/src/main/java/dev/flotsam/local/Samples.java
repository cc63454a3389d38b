package dev.flotsam.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flotsam.local.template.LambdaFunction;
import dev.flotsam.local.template.Template;
import dev.flotsam.local.template.Trigger.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sample uploads of {@code events/}: what lies in the folder of a function goes under the prefix that wakes it.
 * Lambda events lie there too and are left out.
 */
final class Samples {
    private Samples() {}

    /** Content by object key. */
    static Map<String, byte[]> of(Template template, Path events) throws IOException {
        Map<String, byte[]> samples = new TreeMap<>();
        for (LambdaFunction function : template.functions()) {
            Path folder = events.resolve(function.name());
            for (var trigger : function.triggers()) {
                if (trigger instanceof Upload upload && Files.isDirectory(folder)) {
                    for (Path file : files(folder)) {
                        byte[] content = Files.readAllBytes(file);
                        if (!isLambdaEvent(file, content)) {
                            samples.put(upload.prefix() + "samples/" + file.getFileName(), content);
                        }
                    }
                }
            }
        }
        return samples;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isLambdaEvent(Path file, byte[] content) throws IOException {
        if (!file.toString().endsWith(".json")) {
            return false;
        }
        try {
            JsonNode json = new JsonMapper().readTree(content);
            return json.has("Records") || json.has("requestContext");
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }
}
