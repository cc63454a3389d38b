package dev.flotsam.symbols.binary;

/** The bytes contradict their format. The message names the source, the place and the value. */
public final class MalformedBinaryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * @param source the section or file part
     * @param offset byte offset in it
     * @param what what is wrong there, with the value
     */
    public MalformedBinaryException(String source, long offset, String what) {
        // No stack trace: hostile files make many of these, and the message names the place.
        super(source + "+0x" + Long.toHexString(offset) + ": " + what, null, false, false);
    }
}
