package dev.flotsam.local;

import dev.flotsam.local.host.EventQueue;
import dev.flotsam.local.host.FailureQueue;
import dev.flotsam.local.host.FunctionHost;
import dev.flotsam.local.s3.Arrivals;
import dev.flotsam.local.template.LambdaFunction;
import dev.flotsam.local.template.Trigger.Upload;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings the bucket's events to the queues of the functions whose trigger matches. */
final class Uploads implements Arrivals.Listener, AutoCloseable {
    /** Lambda waits a minute; who works locally does not want to. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private record Subscriber(List<Upload> triggers, EventQueue queue) {
        boolean wants(String bucket, String key, String event) {
            return triggers.stream().anyMatch(trigger -> trigger.matches(bucket, key, event));
        }
    }

    private final CompletableFuture<List<Subscriber>> subscribers = new CompletableFuture<>();

    /** Opens the queues and sends off what they still hold; events that arrive earlier wait for this. */
    Uploads open(List<LambdaFunction> functions, FunctionHost host, FailureQueue failures, DataFolder data)
            throws IOException {
        List<Subscriber> all = new ArrayList<>();
        for (LambdaFunction function : functions) {
            List<Upload> triggers = function.triggers().stream()
                    .filter(Upload.class::isInstance)
                    .map(Upload.class::cast)
                    .toList();
            if (!triggers.isEmpty()) {
                var queue = new EventQueue(
                        host.function(function.name()), data.events(function.name()), failures, FIRST_RETRY);
                all.add(new Subscriber(triggers, queue));
            }
        }
        subscribers.complete(List.copyOf(all));
        return this;
    }

    @Override
    public void arrived(String bucket, String key, String event, byte[] json) throws IOException {
        for (Subscriber subscriber : subscribers.join()) {
            if (subscriber.wants(bucket, key, event)) {
                subscriber.queue().submit(json);
            }
        }
    }

    int pending() {
        return subscribers.join().stream()
                .mapToInt(each -> each.queue().pending())
                .sum();
    }

    @Override
    public void close() {
        subscribers.join().forEach(each -> each.queue().close());
    }
}
