package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import java.io.IOException;
import java.nio.file.Path;

/** GSYM files, kept compressed. */
public interface GsymStore {

    /**
     * Stores an image's GSYM; the same again changes nothing.
     *
     * @return bytes as stored
     * @throws IOException if the file can't be read
     */
    long put(ImageId image, Path gsym) throws IOException;

    /**
     * Writes an image's GSYM, uncompressed, to a file that doesn't exist yet.
     *
     * @return false where none is stored
     * @throws IOException if the file can't be written
     */
    boolean get(ImageId image, Path into) throws IOException;
}
