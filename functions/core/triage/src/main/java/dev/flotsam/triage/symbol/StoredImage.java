package dev.flotsam.triage.symbol;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.triage.Occurrence.MissingImage;
import java.time.Instant;

/**
 * What indexing made of one image's dSYM.
 *
 * @param image which
 * @param name where it was in the upload, for people
 * @param state what became of it
 * @param functions entries in its GSYM
 * @param hidden names in it that bitcode hides
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
        int hidden,
        long gsymBytes,
        long storedBytes,
        String content,
        String reason,
        Instant uploaded) {

    /** Whether reports can be read with it, for what it is worth. */
    public boolean isReadable() {
        return state != State.MALFORMED;
    }

    /** Whether reports read with these symbols would say more than with those that {@code missing} was found with. */
    public boolean helps(MissingImage missing) {
        return isReadable() && (missing.hidden() == 0 || hidden < missing.hidden());
    }

    /**
     * Whether it takes the place of another record of the same image: if that one can't be read, or if fewer names are
     * hidden in this one, because the same dSYM came again with its BCSymbolMaps. Of any two, at most one is better, so
     * uploads that race end with the best.
     */
    public boolean isBetterThan(StoredImage standing) {
        return switch (standing.state) {
            case MALFORMED -> isReadable();
            case INDEXED, NO_FUNCTIONS -> state == State.INDEXED && hidden < standing.hidden;
        };
    }

    /** The same image with its size as stored. */
    StoredImage stored(long bytes) {
        return new StoredImage(image, name, state, functions, hidden, gsymBytes, bytes, content, reason, uploaded);
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
