package dev.flotsam.notifychat;

import dev.flotsam.aws.dynamodb.AlertItems;
import dev.flotsam.aws.event.StreamBatch;
import dev.flotsam.triage.alert.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The alerts that a batch of the clusters stream brings; all else in it is none of ours.
 *
 * @param sequenceNumbers of each alert, as AWS wrote it, in stream order
 * @param unreadable why items that should be alerts are none
 */
record RaisedAlerts(Map<Alert, String> sequenceNumbers, List<String> unreadable) {

    static RaisedAlerts of(StreamBatch batch) {
        Map<Alert, String> alerts = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        for (StreamBatch.Entry entry : batch.records()) {
            Map<String, AttributeValue> item = entry.after().orElse(Map.of());
            if (entry.eventName().equals("INSERT") && AlertItems.isAlert(item)) {
                try {
                    alerts.putIfAbsent(AlertItems.alert(item), entry.sequenceNumber());
                } catch (IllegalArgumentException wrong) {
                    unreadable.add(entry.sequenceNumber() + ": " + wrong.getMessage());
                }
            }
        }
        return new RaisedAlerts(alerts, unreadable);
    }

    List<Alert> alerts() {
        return List.copyOf(sequenceNumbers.keySet());
    }

    String sequenceNumber(Alert alert) {
        return sequenceNumbers.get(alert);
    }
}
