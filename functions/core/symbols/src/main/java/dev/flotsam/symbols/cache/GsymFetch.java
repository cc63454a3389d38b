package dev.flotsam.symbols.cache;

import dev.flotsam.symbols.ImageId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Fetches GSYMs from where they are kept. */
@FunctionalInterface
public interface GsymFetch {

    /** What a fetch found. */
    sealed interface Fetched {
        /**
         * The GSYM was written, uncompressed.
         *
         * @param content what it is told from a later one of the image by
         */
        record Written(String content) implements Fetched {}

        /** Nobody uploaded this image's dSYM. */
        record Missing() implements Fetched {}

        /** Indexing found the dSYM unreadable. */
        record Malformed(String reason) implements Fetched {}
    }

    /**
     * Writes an image's GSYM to a file that doesn't exist yet.
     *
     * @throws IOException if the storage is broken; the same fetch may be tried again
     */
    Fetched fetch(ImageId image, Path into) throws IOException;

    /** What a fetch would write now, as {@link Fetched.Written#content} tells it; empty where it would write nothing. */
    default Optional<String> current(ImageId image) {
        return Optional.empty();
    }
}
