package dev.flotsam.symbols;

/**
 * Answers addresses of any image. Implementations may fetch and cache; they throw only when their own storage is broken,
 * and then the same question may be asked again.
 */
@FunctionalInterface
public interface SymbolSource {

    /** A source that knows no image. */
    SymbolSource EMPTY = (image, offset) -> new Lookup.DsymMissing(image);

    /**
     * Looks one address up. Safe to call from several threads.
     *
     * @param image the image the address lies in
     * @param offset bytes from the image's load address, that is from the start of its {@code __TEXT} segment; already
     *     {@linkplain ReturnAddress adjusted} if the frame holds a return address
     */
    Lookup lookup(ImageId image, long offset);

    /**
     * Looks whether better symbols of an image have come since they were read: a source that keeps copies may answer from
     * an old one.
     *
     * @return whether they have; lookups answer from them now
     */
    default boolean refresh(ImageId image) {
        return false;
    }
}
