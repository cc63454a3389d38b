package dev.flotsam.parsecrashes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.UploadEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** Crash reports in the bucket become occurrences. */
public class ParseCrashes implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(ParseCrashes.class);

    private final UploadEvents uploads;

    ParseCrashes(UploadEvents uploads) {
        this.uploads = uploads;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        uploads.handle(event, (object, ingested) -> LOG.infof("%s: %s", object.key(), ingested));
    }
}
