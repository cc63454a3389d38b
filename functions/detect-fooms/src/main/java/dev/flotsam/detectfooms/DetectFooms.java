package dev.flotsam.detectfooms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.flotsam.aws.event.UploadEvents;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** JetsamEvents, session records and memory reports become occurrences with a verdict. */
public class DetectFooms implements RequestStreamHandler {
    private static final Logger LOG = Logger.getLogger(DetectFooms.class);

    private final UploadEvents uploads;

    DetectFooms(UploadEvents uploads) {
        this.uploads = uploads;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        uploads.handle(event, (object, ingested) -> LOG.infof("%s: %s", object.key(), ingested));
    }
}
