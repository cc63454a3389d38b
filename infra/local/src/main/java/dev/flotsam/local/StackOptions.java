package dev.flotsam.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What to start.
 *
 * @param template template.yaml; functions' zips are found from it
 * @param data folder that keeps everything
 * @param port of the HTTP front; S3, the inbox and DynamoDB take the three after it. 0 for any free ones
 * @param fresh forget what the folder holds
 * @param trainsStarts make later starts quicker, in the background, once everything is up
 * @param parameters values for the template's parameters in place of their defaults
 * @param progress takes lines for people
 */
public record StackOptions(
        Path template,
        Path data,
        int port,
        boolean fresh,
        boolean trainsStarts,
        Map<String, String> parameters,
        Consumer<String> progress) {
    public StackOptions {
        parameters = Map.copyOf(parameters);
    }

    /** Any free ports, an empty folder, nothing in the background: what a test wants. */
    public static StackOptions forTest(Path template, Path data) {
        return new StackOptions(template, data, 0, false, false, Map.of(), line -> {});
    }

    /** These with a value for one of the template's parameters. */
    public StackOptions with(String parameter, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new StackOptions(template, data, port, fresh, trainsStarts, more, progress);
    }
}
