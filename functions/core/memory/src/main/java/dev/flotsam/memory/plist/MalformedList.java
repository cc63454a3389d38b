package dev.flotsam.memory.plist;

/** What no property list holds; turned into a rejection. */
@SuppressWarnings("serial")
final class MalformedList extends RuntimeException {
    private final long offset;

    MalformedList(long offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }
}
