package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import java.io.IOException;
import java.nio.file.Path;

/**
 * GSYM files, kept compressed, by image and content: a better one of the same image stands beside the one before, which a
 * function may be reading.
 */
public interface GsymStore {

    /**
     * Stores an image's GSYM; the same again changes nothing.
     *
     * @param content SHA-256 of the file, hex
     * @return bytes as stored
     * @throws IOException if the file can't be read
     */
    long put(ImageId image, String content, Path gsym) throws IOException;

    /**
     * Writes an image's GSYM, uncompressed, to a file that doesn't exist yet.
     *
     * @param content which, as it was stored
     * @return false where none is stored
     * @throws IOException if the file can't be written
     */
    boolean get(ImageId image, String content, Path into) throws IOException;
}
