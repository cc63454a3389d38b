package dev.flotsam.indexsymbols;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.ObjectCreated;
import dev.flotsam.aws.event.StreamAnswer;
import dev.flotsam.aws.event.SymbolEvent;
import dev.flotsam.triage.symbol.IndexUpload;
import dev.flotsam.triage.symbol.IndexUpload.Indexed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jboss.logging.Logger;

/** Indexes uploaded debug symbols and answers which images they hold; heals the reports that waited for them. */
public class IndexSymbols implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(IndexSymbols.class);

    private final IndexUpload indexUpload;
    private final HealSteps healSteps;

    IndexSymbols(IndexUpload indexUpload, HealSteps healSteps) {
        this.indexUpload = indexUpload;
        this.healSteps = healSteps;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        switch (SymbolEvent.read(event)) {
            case SymbolEvent.Uploads(List<ObjectCreated> objects) -> index(objects, answer);
            case SymbolEvent.JobsChanged changed ->
                StreamAnswer.write(answer, healSteps.step(changed, context.getRemainingTimeInMillis()));
        }
    }

    private void index(List<ObjectCreated> objects, OutputStream answer) throws IOException {
        try (IndexedJson json = new IndexedJson(answer)) {
            for (ObjectCreated object : objects) {
                LOG.infof("indexing %s", object.key());
                Indexed indexed = indexUpload.index(object.key(), object.version());
                IndexedLog.write(object.key(), indexed);
                json.write(object.key(), indexed);
            }
        }
    }
}
