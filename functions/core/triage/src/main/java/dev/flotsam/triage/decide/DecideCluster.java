package dev.flotsam.triage.decide;

import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.absorb.Dimension;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A person decides about a cluster. */
public final class DecideCluster {
    private final Decisions decisions;
    private final Counters counters;
    private final Clock clock;

    /** Over what is stored. */
    public DecideCluster(Decisions decisions, Counters counters, Clock clock) {
        this.decisions = decisions;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * Changes how a cluster stands.
     *
     * @param cluster one that the key sees
     * @param seen the revision that was looked at: a change that somebody else made meanwhile is not overwritten
     * @param change what to change
     * @param by label of the key
     */
    public Outcome decide(Cluster cluster, long seen, Change change, String by) {
        Decision standing =
                decisions.find(cluster.app(), cluster.id()).orElseGet(() -> Decision.none(cluster.app(), cluster.id()));
        if (standing.revision() != seen) {
            return new Outcome.ChangedMeanwhile(standing);
        }
        Optional<Standing> wanted =
                switch (change) {
                    case Change.Edit edit -> Optional.of(edited(cluster, standing.standing(), edit));
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
                : new Outcome.ChangedMeanwhile(
                        decisions.find(cluster.app(), cluster.id()).orElse(standing));
    }

    private Standing edited(Cluster cluster, Standing from, Change.Edit edit) {
        return new Standing(
                edit.state().map(state -> dated(cluster, state)).orElse(from.state()),
                edit.assignee().orElse(from.assignee()),
                edit.note().orElse(from.note()));
    }

    /** Resolving without naming a version means: it ends with the newest version that was seen. */
    private State dated(Cluster cluster, State state) {
        return switch (state) {
            case State.Resolved(String version)
            when version.isEmpty() ->
                new State.Resolved(AppVersion.newest(versions(cluster)).orElse(""));
            case State.Open open -> open;
            case State.Resolved resolved -> resolved;
            case State.Ignored ignored -> ignored;
        };
    }

    private List<String> versions(Cluster cluster) {
        String prefix = Dimension.VERSION.prefix();
        return counters.read(Counter.Key.total(cluster.id())).tally().by().entrySet().stream()
                .filter(part -> part.getKey().startsWith(prefix) && part.getValue() > 0)
                .map(part -> part.getKey().substring(prefix.length()))
                .toList();
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
