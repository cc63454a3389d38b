package dev.flotsam.memory.portrait;

import dev.flotsam.memory.Rejection;

/** A value that no portrait has; the reader turns it into a rejection. */
@SuppressWarnings("serial")
final class MalformedPortrait extends RuntimeException {
    private final transient Rejection rejection;

    MalformedPortrait(String code, String where, String message) {
        super(message, null, false, false);
        this.rejection = new Rejection(code, where, message);
    }

    Rejection rejection() {
        return rejection;
    }
}
