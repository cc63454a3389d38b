package dev.flotsam.signature;

/**
 * A frame in the making.
 *
 * @param source the frame as it came
 * @param name what would be signed on; at first the function as it came
 * @param shown what a title shows; differs from the name for unsymbolicated frames, whose name holds the image's UUID
 * @param origin whose code it runs
 * @param named the frame has a function's name
 * @param sure the name survives a dSYM's arrival
 */
record DraftFrame(SignableFrame source, String name, String shown, Origin origin, boolean named, boolean sure) {

    static DraftFrame of(SignableFrame source, Origin origin) {
        String function = source.function();
        String name =
                function.length() <= Limits.NAME_CHARACTERS ? function : function.substring(0, Limits.NAME_CHARACTERS);
        boolean sure = source.naming() == SignableFrame.Naming.SURE;
        return new DraftFrame(source, name, name, origin, !name.isEmpty(), sure);
    }

    /** Words that are signed in place of a frame. */
    static DraftFrame words(String words) {
        return new DraftFrame(SignableFrame.named("", words), words, words, Origin.UNKNOWN, false, true);
    }

    String image() {
        return source.image();
    }

    DraftFrame renamed(String better) {
        return new DraftFrame(source, better, better, origin, named, sure);
    }

    /** Signed as other words than it is shown with. */
    DraftFrame keyed(String key) {
        return new DraftFrame(source, key, shown, origin, named, sure);
    }

    /** Signed as the same, shown with other words. */
    DraftFrame shownAs(String words) {
        return new DraftFrame(source, name, words, origin, named, sure);
    }

    DraftFrame withOrigin(Origin found) {
        return new DraftFrame(source, name, shown, found, named, sure);
    }

    /** A stand-in for a frame without a usable name, which a dSYM may give one. */
    DraftFrame unnamed(String key, String display) {
        return new DraftFrame(source, key, display, origin, false, false);
    }
}
