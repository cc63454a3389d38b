package dev.flotsam.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of an {@code AWS::Serverless::Function}. */
final class FunctionReader {
    private static final int DEFAULT_MEMORY = 128;
    private static final int DEFAULT_TIMEOUT = 3;
    private static final int DEFAULT_ASYNC_RETRIES = 2;

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private final Path folder;
    private final List<String> notes;

    /** @param notes takes what cannot be served */
    FunctionReader(Path folder, List<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    LambdaFunction function(String id, Section properties) {
        Path zip = folder.resolve(properties.required("CodeUri")).normalize();
        String name = name(id, zip);
        return new LambdaFunction(
                name,
                id,
                zip,
                properties.required("Runtime"),
                properties.required("Handler"),
                properties.number("MemorySize", DEFAULT_MEMORY),
                Duration.ofSeconds(properties.number("Timeout", DEFAULT_TIMEOUT)),
                environment(properties),
                concurrency(properties),
                triggers(name, properties),
                asyncRetries(properties.section("EventInvokeConfig")));
    }

    /** {@code functions/parse-crashes/target/function.zip} → {@code parse-crashes}. */
    private static String name(String id, Path zip) {
        Path target = zip.getParent();
        boolean built = target != null && target.endsWith("target") && target.getParent() != null;
        return built ? target.getParent().getFileName().toString() : id;
    }

    private static Map<String, String> environment(Section properties) {
        Section variables = properties.section("Environment").section("Variables");
        Map<String, String> environment = new LinkedHashMap<>();
        variables.entries().keySet().forEach(key -> {
            String name = String.valueOf(key);
            variables.text(name).ifPresent(value -> environment.put(name, value));
        });
        return environment;
    }

    private static OptionalInt concurrency(Section properties) {
        int reserved = properties.number("ReservedConcurrentExecutions", 0);
        return reserved > 0 ? OptionalInt.of(reserved) : OptionalInt.empty();
    }

    private static AsyncRetries asyncRetries(Section config) {
        Section onFailure = config.section("DestinationConfig").section("OnFailure");
        return new AsyncRetries(
                config.number("MaximumRetryAttempts", DEFAULT_ASYNC_RETRIES),
                onFailure.text("Destination").map(FunctionReader::lastPart));
    }

    private List<Trigger> triggers(String name, Section properties) {
        List<Trigger> triggers = new ArrayList<>();
        Section events = properties.section("Events");
        for (var event : events.sections().entrySet()) {
            Section source = event.getValue().section("Properties");
            String type = event.getValue().required("Type");
            switch (type) {
                case "S3" -> triggers.add(upload(source));
                case "DynamoDB" -> triggers.add(stream(source));
                case "HttpApi" ->
                    triggers.add(new Trigger.Route(
                            source.text("Method").orElse("ANY"),
                            source.text("Path").orElse("$default")));
                case "Schedule", "ScheduleV2" ->
                    rate(source)
                            .ifPresentOrElse(
                                    every -> triggers.add(new Trigger.Schedule(event.getKey(), every)),
                                    () -> notes.add(unserved(name, type, event.getKey())));
                default -> notes.add(unserved(name, type, event.getKey()));
            }
        }
        if (properties.has("FunctionUrlConfig")) {
            triggers.add(new Trigger.Route("ANY", "$default"));
        }
        return triggers;
    }

    private static String unserved(String name, String type, String event) {
        return name + " is not started by its " + type + " event " + event + " here";
    }

    /** {@code rate(5 minutes)}; calendars ({@code cron}) are not kept here. */
    private static Optional<Duration> rate(Section source) {
        String expression = source.text("Schedule")
                .or(() -> source.text("ScheduleExpression"))
                .orElse("");
        Matcher matcher = RATE.matcher(expression);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private static Trigger.Upload upload(Section source) {
        Map<String, String> rules = new LinkedHashMap<>();
        for (Section rule : source.section("Filter").section("S3Key").list("Rules")) {
            rules.put(rule.required("Name").toLowerCase(java.util.Locale.ROOT), rule.required("Value"));
        }
        return new Trigger.Upload(
                source.required("Bucket"),
                source.texts("Events"),
                rules.getOrDefault("prefix", ""),
                rules.getOrDefault("suffix", ""));
    }

    private static Trigger.TableStream stream(Section source) {
        String arn = source.required("Stream");
        int retries = source.number("MaximumRetryAttempts", -1);
        int age = source.number("MaximumRecordAgeInSeconds", -1);
        return new Trigger.TableStream(
                arn.replaceFirst(".*:table/", "").replaceFirst("/stream/.*", ""),
                source.required("StartingPosition").equals("TRIM_HORIZON"),
                source.number("BatchSize", 100),
                Duration.ofSeconds(source.number("MaximumBatchingWindowInSeconds", 0)),
                Duration.ofSeconds(source.number("TumblingWindowInSeconds", 0)),
                source.flag("BisectBatchOnFunctionError"),
                source.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
                retries < 0 ? OptionalInt.empty() : OptionalInt.of(retries),
                age < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(age)),
                source.section("FilterCriteria").list("Filters").stream()
                        .map(filter -> filter.required("Pattern"))
                        .toList(),
                source.section("DestinationConfig")
                        .section("OnFailure")
                        .text("Destination")
                        .map(FunctionReader::lastPart));
    }

    /** {@code arn:aws:sqs:…:name} → {@code name}. */
    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
