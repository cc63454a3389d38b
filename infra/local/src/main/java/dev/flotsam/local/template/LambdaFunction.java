package dev.flotsam.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A function as deployed.
 *
 * @param name the folder of its module, which is how people know it; the logical id where CodeUri names none
 * @param zip the package that CodeUri names
 * @param memory in megabytes
 * @param concurrency reserved concurrent executions
 */
public record LambdaFunction(
        String name,
        String logicalId,
        Path zip,
        String runtime,
        String handler,
        int memory,
        Duration timeout,
        Map<String, String> environment,
        OptionalInt concurrency,
        List<Trigger> triggers,
        AsyncRetries asyncRetries) {
    public LambdaFunction {
        environment = Map.copyOf(environment);
        triggers = List.copyOf(triggers);
    }

    /** Whether anything waits for this function's answers over HTTP. */
    public boolean servesHttp() {
        return triggers.stream().anyMatch(Trigger.Route.class::isInstance);
    }

    public String arn() {
        return "arn:aws:lambda:us-east-1:000000000000:function:" + name;
    }
}
