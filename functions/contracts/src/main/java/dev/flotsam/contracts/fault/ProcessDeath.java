package dev.flotsam.contracts.fault;

/** The process ends here: nothing catches it, no handler answers. */
public final class ProcessDeath extends Error {
    private static final long serialVersionUID = 1L;

    /** Dies at a call. */
    public ProcessDeath(String what) {
        super("the process died at " + what, null, false, false);
    }
}
