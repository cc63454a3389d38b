package dev.flotsam.notifychat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.StreamAnswer;
import dev.flotsam.aws.event.StreamBatch;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.triage.alert.AnnounceAlerts;
import dev.flotsam.triage.alert.AnnounceAlerts.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Announces the alerts of a batch of the clusters stream and says from where to deliver again. An event without records,
 * such as the schedule's, sends what waits.
 */
public class NotifyChat implements RequestStreamHandler {
    /** Time kept to let go of outboxes and to answer. */
    static final Duration RESERVE = Duration.ofSeconds(3);

    private static final Logger LOG = Logger.getLogger(NotifyChat.class);

    private final AnnounceAlerts announceAlerts;
    private final Clock clock;

    NotifyChat(AnnounceAlerts announceAlerts, Clock clock) {
        this.announceAlerts = announceAlerts;
        this.clock = clock;
    }

    /** Shards need no name here: nothing is counted by position. */
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        RaisedAlerts raised = RaisedAlerts.of(StreamBatch.read(event, ShardNaming.ONE_SHARD));
        raised.unreadable().forEach(reason -> LOG.errorf("an alert can't be read: %s", reason));
        Instant deadline =
                clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        Outcome outcome = announceAlerts.announce(raised.alerts(), deadline);
        outcome.setback().ifPresent(it -> LOG.errorf(it.fault(), "announced only up to %s", it.from()));
        outcome.progress().stream()
                .filter(hook -> !hook.trouble().isEmpty())
                .forEach(hook -> LOG.warnf("hook %s: %s", hook.hook(), hook.trouble()));
        StreamAnswer.write(answer, outcome.setback().map(it -> raised.sequenceNumber(it.from())));
    }
}
