package dev.flotsam.symbols;

import java.util.List;

/** What became of one address. Every case is an answer to store with the frame, none is an error to retry. */
public sealed interface Lookup {

    /**
     * Debug information covers the address.
     *
     * @param frames innermost first, the last one is not inlined
     * @param hidden 0 where every frame has its name; where bitcode hid one, how many names of the image it hides
     */
    record Resolved(List<Frame> frames, int hidden) implements Lookup {
        public Resolved {
            frames = List.copyOf(frames);
        }

        /** With all names. */
        public Resolved(List<Frame> frames) {
            this(frames, 0);
        }
    }

    /** Only the symbol table names a function here: low confidence, in a stripped binary it can be the wrong one. */
    record SymbolOnly(Frame frame) implements Lookup {
        @Override
        public List<Frame> frames() {
            return List.of(frame);
        }
    }

    /** The image's symbols are here, and nothing in them covers the address. */
    record NoSymbol() implements Lookup {}

    /** The dSYM is here and describes no function at all (a library of forwarded symbols). */
    record NoFunctions() implements Lookup {}

    /** Nobody uploaded this image's dSYM. */
    record DsymMissing(ImageId image) implements Lookup {}

    /** The dSYM or its index can't be read; the reason is for people. */
    record Malformed(String reason) implements Lookup {}

    /** The address lies in no image of the report, or in one without a UUID. */
    record ImageUnknown() implements Lookup {}

    /** The frames found, innermost first; empty unless resolved or symbol-only. */
    default List<Frame> frames() {
        return this instanceof Resolved resolved ? resolved.frames : List.of();
    }

    /** The outcome's name in JSON: stable, part of the command line's contract. */
    default String outcome() {
        return switch (this) {
            case Resolved ignored -> "resolved";
            case SymbolOnly ignored -> "symbol-only";
            case NoSymbol ignored -> "no-symbol";
            case NoFunctions ignored -> "no-functions";
            case DsymMissing ignored -> "dsym-missing";
            case Malformed ignored -> "dsym-malformed";
            case ImageUnknown ignored -> "image-unknown";
        };
    }
}
