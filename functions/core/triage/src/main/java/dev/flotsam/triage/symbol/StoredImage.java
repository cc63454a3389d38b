package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import java.time.Instant;

/**
 * What indexing made of one image's dSYM.
 *
 * @param image which
 * @param name where it was in the upload, for people
 * @param state what became of it
 * @param functions entries in its GSYM
 * @param gsymBytes size of its GSYM
 * @param storedBytes size as stored, compressed
 * @param content SHA-256 of its GSYM, hex; empty without one
 * @param reason what is wrong with it, empty if nothing is
 * @param uploaded when its upload was stored
 */
public record StoredImage(
        ImageId image,
        String name,
        State state,
        int functions,
        long gsymBytes,
        long storedBytes,
        String content,
        String reason,
        Instant uploaded) {

    /** Whether reports can be read with it, for what it is worth. */
    public boolean isReadable() {
        return state != State.MALFORMED;
    }

    /** The same image with its size as stored. */
    StoredImage stored(long bytes) {
        return new StoredImage(image, name, state, functions, gsymBytes, bytes, content, reason, uploaded);
    }

    /** What became of a dSYM. */
    public enum State {
        /** Its GSYM is stored. */
        INDEXED("indexed"),
        /** It describes no function. */
        NO_FUNCTIONS("no-functions"),
        /** It can't be read. */
        MALFORMED("malformed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As records and documents write it. */
        public String word() {
            return word;
        }

        /** Reads {@link #word}. */
        public static State parse(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of symbols \"" + word + "\"");
        }
    }
}
