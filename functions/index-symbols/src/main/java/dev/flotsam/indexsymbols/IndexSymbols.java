package dev.flotsam.indexsymbols;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.ObjectCreated;
import dev.flotsam.triage.symbol.IndexUpload;
import dev.flotsam.triage.symbol.IndexUpload.Indexed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** Indexes uploaded debug symbols and answers which images they hold. */
public class IndexSymbols implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(IndexSymbols.class);

    private final IndexUpload indexUpload;

    IndexSymbols(IndexUpload indexUpload) {
        this.indexUpload = indexUpload;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        try (IndexedJson json = new IndexedJson(answer)) {
            for (ObjectCreated object : ObjectCreated.read(event)) {
                LOG.infof("indexing %s", object.key());
                Indexed indexed = indexUpload.index(object.key(), object.version());
                LOG.infof("%s: %s", object.key(), indexed);
                json.write(object.key(), indexed);
            }
        }
    }
}
