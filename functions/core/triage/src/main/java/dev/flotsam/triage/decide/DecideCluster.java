package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** A person decides about a cluster. */
public final class DecideCluster {
    private final Decisions decisions;
    private final Clock clock;

    /** Over what is stored. */
    public DecideCluster(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Changes how a cluster stands.
     *
     * @param app whose cluster
     * @param cluster one that the key sees and that stands for itself
     * @param seen the revision that was looked at: a change that somebody else made meanwhile is not overwritten
     * @param change what to change
     * @param versions of its reports
     * @param by label of the key
     */
    public Outcome decide(
            String app, ClusterId cluster, long seen, Change change, Collection<String> versions, String by) {
        Decision standing = decisions.find(app, cluster).orElseGet(() -> Decision.none(app, cluster));
        if (standing.revision() != seen) {
            return new Outcome.ChangedMeanwhile(standing);
        }
        Optional<Standing> wanted =
                switch (change) {
                    case Change.Edit edit -> Optional.of(edited(standing.standing(), edit, versions));
                    case Change.Undo ignored -> standing.before();
                };
        if (wanted.isEmpty()) {
            return new Outcome.NothingToUndo();
        }
        if (wanted.get().equals(standing.standing())) {
            return new Outcome.Decided(standing);
        }
        Decision changed = standing.changed(wanted.get(), clock.instant(), by);
        return decisions.replace(changed)
                ? new Outcome.Decided(changed)
                : new Outcome.ChangedMeanwhile(decisions.find(app, cluster).orElse(standing));
    }

    private static Standing edited(Standing from, Change.Edit edit, Collection<String> versions) {
        return new Standing(
                edit.state().map(state -> dated(state, versions)).orElse(from.state()),
                edit.assignee().orElse(from.assignee()),
                edit.note().orElse(from.note()));
    }

    /** Resolving without naming a version means: it ends with the newest version that was seen. */
    private static State dated(State state, Collection<String> versions) {
        return switch (state) {
            case State.Resolved(String version)
            when version.isEmpty() ->
                new State.Resolved(AppVersion.newest(versions).orElse(""));
            case State.Open open -> open;
            case State.Resolved resolved -> resolved;
            case State.Ignored ignored -> ignored;
        };
    }

    /** What a person wants changed. */
    public sealed interface Change {
        /** What is present replaces what stands. */
        record Edit(Optional<State> state, Optional<String> assignee, Optional<String> note) implements Change {}

        /** Back to how it stood before the last change. Undoing that again restores the change. */
        record Undo() implements Change {}
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It stands so now. */
        record Decided(Decision decision) implements Outcome {}

        /** Somebody else changed it: look at what stands. */
        record ChangedMeanwhile(Decision standing) implements Outcome {}

        /** Nobody has changed anything yet. */
        record NothingToUndo() implements Outcome {}
    }
}
