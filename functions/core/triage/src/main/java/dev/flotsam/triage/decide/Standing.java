package dev.flotsam.triage.decide;

import dev.flotsam.triage.Text;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * How a cluster stands with people.
 *
 * @param state what they want of it
 * @param assignee who looks after it, empty for nobody
 * @param note what they write beside it
 */
public record Standing(State state, String assignee, String note) {
    /** Longest assignee, UTF-8 bytes. */
    public static final int ASSIGNEE_BYTES = 120;

    /** Longest note, UTF-8 bytes. */
    public static final int NOTE_BYTES = 1_000;

    /** Of a cluster that nobody has touched. */
    public static final Standing UNTOUCHED = new Standing(new State.Open(), "", "");

    public Standing {
        Objects.requireNonNull(state, "state");
        assignee = Text.bound(assignee, ASSIGNEE_BYTES).strip();
        note = Text.bound(note, NOTE_BYTES).strip();
    }

    /**
     * The state in one word by now: "open", "resolved", "ignored", or "regressed" for what was resolved and seen again in
     * a newer version.
     *
     * @param now when
     * @param versions of the cluster's reports
     */
    public String word(Instant now, Collection<String> versions) {
        return switch (state) {
            case State.Open open -> open.word();
            case State.Resolved resolved ->
                versions.stream().anyMatch(seen -> isRegression(resolved, seen)) ? "regressed" : resolved.word();
            case State.Ignored ignored ->
                ignored.until().filter(until -> !until.isAfter(now)).isPresent() ? "open" : ignored.word();
        };
    }

    /** Whether a report of version {@code seen} says that a resolved cluster is not. */
    public static boolean isRegression(State.Resolved resolved, String seen) {
        return !resolved.version().isEmpty() && AppVersion.of(seen).isNewerThan(AppVersion.of(resolved.version()));
    }
}
