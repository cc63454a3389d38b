package dev.flotsam.triage.alert;

import dev.flotsam.triage.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message to one hook, fixed before it is first sent, so that whoever sends it again sends the same.
 *
 * @param alerts what it tells: one, or many in a digest
 * @param digest whether it stands in for letters that would have been too many, be it of a single alert
 */
public record Letter(List<Alert> alerts, boolean digest) {
    /** Most alerts in one digest: each is marked and removed by itself, which has to fit into {@code DeliverOutbox.LETTER}. */
    public static final int MOST_ALERTS = 500;

    public Letter {
        alerts = List.copyOf(alerts);
        digest = digest || alerts.size() > 1;
        if (alerts.isEmpty() || alerts.size() > MOST_ALERTS) {
            throw new IllegalArgumentException("a letter tells 1 to " + MOST_ALERTS + " alerts, not " + alerts.size());
        }
    }

    static Letter of(Alert alert) {
        return new Letter(List.of(alert), false);
    }

    /** The webhook id: an alert's own, or one that these alerts together always have. */
    public String messageId() {
        if (alerts.size() == 1) {
            return alerts.getFirst().messageId();
        }
        String members = alerts.stream().map(Alert::messageId).sorted().collect(Collectors.joining("\n"));
        return "msg_"
                + Digest.hex(Digest.sha256(members.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 32);
    }
}
