package dev.flotsam.report;

import java.io.IOException;
import java.io.InputStream;

/** Takes memory portraits of an upload, which may be too large to be held as bytes. */
@FunctionalInterface
public interface PortraitSink {

    /**
     * Takes one.
     *
     * @param place where it lies in the upload; empty for the only one
     * @param content its bytes, unpacked; read to its end, not closed
     * @throws IOException if the upload's own stream fails, or asks for more than its limits
     */
    void take(String place, InputStream content) throws IOException;
}
