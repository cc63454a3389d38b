package dev.flotsam.triage;

/** Broken infrastructure, told by who has to act. Expected outcomes are values; this is for the rest. */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Blame blame;

    /**
     * @param blame who has to act
     * @param message what was tried, on what, and what came back
     * @param cause what the driver said
     */
    public Fault(Blame blame, String message, Throwable cause) {
        super(message, cause);
        this.blame = blame;
    }

    /** Who has to act. */
    public Blame blame() {
        return blame;
    }

    /** Who has to act, and so whether trying again helps. */
    public enum Blame {
        /** The stored or sent data can't be processed: trying again never helps. */
        DATA,
        /** Too much at once: trying again later helps. */
        CAPACITY,
        /** Ours or AWS's: trying again may help, and someone should look. */
        OURS
    }
}
