package dev.flotsam.memory.session.shape;

/** A member of another type than its shape has: the reader turns it into a rejection. */
@SuppressWarnings("serial")
final class WrongType extends RuntimeException {
    private final String where;

    WrongType(String where, String message) {
        super(message, null, false, false);
        this.where = where;
    }

    String where() {
        return where;
    }
}
