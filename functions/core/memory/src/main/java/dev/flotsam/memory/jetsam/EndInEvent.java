package dev.flotsam.memory.jetsam;

/** What an event says about one process that somebody asks for. */
public sealed interface EndInEvent {

    /**
     * It was killed.
     *
     * @param kill how and why
     */
    record Killed(Kill kill) implements EndInEvent {}

    /**
     * It is listed without a reason: it lived, whatever its size.
     *
     * @param process its entry
     */
    record Survived(JetsamProcess process) implements EndInEvent {}

    /** A complete list without it: it wasn't running. */
    record NotRunning() implements EndInEvent {}

    /** The list is damaged, so nothing can be said. */
    record NotTold() implements EndInEvent {}
}
