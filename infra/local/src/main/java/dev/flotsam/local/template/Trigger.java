package dev.flotsam.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What starts a function. */
public sealed interface Trigger {
    /**
     * Objects arriving in a bucket.
     *
     * @param events as S3 names them, {@code s3:ObjectCreated:*}
     */
    record Upload(String bucket, List<String> events, String prefix, String suffix) implements Trigger {
        public Upload {
            events = List.copyOf(events);
        }

        /**
         * Whether an object that has arrived starts the function.
         *
         * @param event without the {@code s3:} before it, as in the record: {@code ObjectCreated:Put}
         */
        public boolean matches(String bucketName, String key, String event) {
            return bucket.equals(bucketName)
                    && key.startsWith(prefix)
                    && key.endsWith(suffix)
                    && events.stream().anyMatch(wanted -> covers(wanted.replaceFirst("^s3:", ""), event));
        }

        private static boolean covers(String wanted, String event) {
            return wanted.endsWith("*")
                    ? event.startsWith(wanted.substring(0, wanted.length() - 1))
                    : wanted.equals(event);
        }
    }

    /** Requests of an HTTP API; {@code $default} stands for all of them. */
    record Route(String method, String path) implements Trigger {}

    /**
     * Time.
     *
     * @param every between two events
     */
    record Schedule(String name, Duration every) implements Trigger {}

    /**
     * Changes of a table.
     *
     * @param fromStart TRIM_HORIZON; otherwise LATEST
     * @param batchingWindow how long a batch may wait to fill
     * @param tumblingWindow zero for none
     * @param reportsItemFailures the answer names the records that failed
     * @param retries attempts after the first; empty for no end
     * @param maximumAge of a record; empty for no end
     * @param filters patterns, JSON; a record passes if one matches or there is none
     * @param onFailure name of the queue that takes what was given up
     */
    record TableStream(
            String table,
            boolean fromStart,
            int batchSize,
            Duration batchingWindow,
            Duration tumblingWindow,
            boolean bisects,
            boolean reportsItemFailures,
            OptionalInt retries,
            Optional<Duration> maximumAge,
            List<String> filters,
            Optional<String> onFailure)
            implements Trigger {
        public TableStream {
            filters = List.copyOf(filters);
        }
    }
}
