package dev.flotsam.symbols.upload;

/** How far reading an upload came. */
public sealed interface UploadOutcome {

    /** All of it was read; {@code files} were handed over, at least one. */
    record Read(int files) implements UploadOutcome {}

    /** Not a dSYM, for the reason given; nothing was handed over. */
    record Refused(String reason) implements UploadOutcome {}

    /** Reading stopped after {@code files} were handed over: the rest is broken or over a limit. */
    record Stopped(int files, String reason) implements UploadOutcome {}
}
