package dev.flotsam.dedupestacks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.OccurrenceChanges;
import dev.flotsam.aws.event.StreamAnswer;
import dev.flotsam.aws.event.StreamBatch;
import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.triage.absorb.AbsorbChanges;
import dev.flotsam.triage.absorb.AbsorbChanges.Setback;
import dev.flotsam.triage.absorb.AbsorbHealth;
import dev.flotsam.triage.absorb.Change;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Absorbs a batch of the occurrences stream and says from where to deliver again. */
public class DedupeStacks implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(DedupeStacks.class);

    private final AbsorbChanges absorbChanges;
    private final AbsorbHealth absorbHealth;
    private final ShardNaming naming;

    DedupeStacks(AbsorbChanges absorbChanges, AbsorbHealth absorbHealth, ShardNaming naming) {
        this.absorbChanges = absorbChanges;
        this.absorbHealth = absorbHealth;
        this.naming = naming;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        StreamBatch batch = StreamBatch.read(event, naming);
        List<Change> changes = OccurrenceChanges.of(batch);
        Optional<Setback> setback = Setback.earliest(absorbChanges.absorb(changes), absorbHealth.absorb(changes));
        setback.ifPresent(it -> LOG.errorf(it.fault(), "absorbed only up to %s", it.from()));
        StreamAnswer.write(answer, setback.map(it -> batch.sequenceNumber(it.from())));
    }
}
