package dev.flotsam.triage.decide;

/** Stored links, a book an app. */
public interface Links {

    /** The book of an app, read consistently; {@link LinkBook#empty} where people linked nothing. */
    LinkBook find(String app);

    /**
     * Replaces revision {@code book.revision() - 1}, or stores the first one. Atomic, so that a book never contradicts
     * itself.
     *
     * @return false if another revision stands: read again
     */
    boolean replace(LinkBook book);
}
