package dev.flotsam.aws.event;

import dev.flotsam.aws.dynamodb.DynamoHealJobs;
import dev.flotsam.report.json.JsonValue;
import dev.flotsam.triage.symbol.HealJob;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What wakes index-symbols. */
public sealed interface SymbolEvent {

    /** Debug symbols were uploaded. */
    record Uploads(List<ObjectCreated> objects) implements SymbolEvent {
        public Uploads {
            objects = List.copyOf(objects);
        }
    }

    /**
     * Heal jobs were written. A job that changed several times is told once: a step reads it as it is.
     *
     * @param jobs each with the sequence number of its first change, as AWS wrote it, in stream order
     */
    record JobsChanged(Map<HealJob.Key, String> jobs) implements SymbolEvent {
        public JobsChanged {
            jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
        }
    }

    /** Reads an event of S3 or of the symbols table's stream. */
    static SymbolEvent read(InputStream event) throws IOException {
        JsonValue root = EventJson.read(event);
        List<JsonValue> entries = root.get("Records").elements();
        boolean isStream =
                !entries.isEmpty() && entries.getFirst().text("eventSource").equals("aws:dynamodb");
        if (!isStream) {
            return new Uploads(ObjectCreated.of(root));
        }
        Map<HealJob.Key, String> jobs = new LinkedHashMap<>();
        for (JsonValue entry : entries) {
            Map<String, AttributeValue> key =
                    AttributeJson.item(entry.at("dynamodb", "Keys")).orElse(Map.of());
            String sequence = entry.at("dynamodb", "SequenceNumber").text();
            DynamoHealJobs.key(key).ifPresent(job -> jobs.putIfAbsent(job, sequence));
        }
        return new JobsChanged(jobs);
    }
}
