package dev.flotsam.symbols.index;

import dev.flotsam.symbols.ImageId;
import java.nio.file.Path;
import java.util.Optional;

/** What became of one slice of an indexed file. */
public sealed interface IndexedImage {

    /**
     * A GSYM was written.
     *
     * @param gsym the file
     * @param bytes its size
     * @param functions entries in it
     * @param units compilation units read
     * @param damage what was wrong with the first unit that could not be read to its end, if one was; else why names
     *     stayed hidden that bitcode hid, if any did
     */
    record Indexed(ImageId image, Path gsym, long bytes, int functions, int units, Optional<String> damage)
            implements IndexedImage {}

    /** The image describes no function; the GSYM says so too. */
    record NoFunctions(ImageId image, Path gsym, long bytes) implements IndexedImage {}

    /** The slice contradicts its format. Nothing was written. */
    record Malformed(Optional<ImageId> image, String reason) implements IndexedImage {}

    /** A healthy file of another kind: no Mach-O, or one without debug information. Nothing was written. */
    record NotDsym(Optional<ImageId> image, String reason) implements IndexedImage {}

    /** The outcome's name in JSON. */
    default String outcome() {
        return switch (this) {
            case Indexed ignored -> "indexed";
            case NoFunctions ignored -> "no-functions";
            case Malformed ignored -> "malformed";
            case NotDsym ignored -> "not-a-dsym";
        };
    }
}
