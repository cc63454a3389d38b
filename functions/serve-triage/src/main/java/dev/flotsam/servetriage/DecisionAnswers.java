package dev.flotsam.servetriage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flotsam.triage.decide.DecideCluster.Change;
import dev.flotsam.triage.decide.DecideCluster.Outcome;
import dev.flotsam.triage.decide.Decision;
import dev.flotsam.triage.decide.Decision.Entry;
import dev.flotsam.triage.decide.Standing;
import dev.flotsam.triage.decide.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the API takes and says about decisions. */
final class DecisionAnswers {
    private DecisionAnswers() {}

    static DecisionAnswer of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided(Decision decision) -> decision(decision);
            case Outcome.ChangedMeanwhile(Decision standing) -> throw Problem.changedMeanwhile(standing.revision());
            case Outcome.NothingToUndo ignored ->
                throw Problem.conflict("There is nothing to undo", "nobody has decided anything about this cluster");
        };
    }

    static DecisionAnswer decision(Decision decision) {
        return new DecisionAnswer(
                decision.revision(),
                standing(decision.standing()),
                decision.history().reversed().stream()
                        .map(DecisionAnswers::entry)
                        .toList());
    }

    /** The revision an {@code If-Match} header names, bare or as an entity tag. */
    static long revision(String ifMatch) {
        String bare = ifMatch.strip().replace("\"", "");
        if (bare.isEmpty()) {
            throw Problem.preconditionRequired();
        }
        try {
            return Long.parseLong(bare);
        } catch (NumberFormatException notOne) {
            throw Problem.badRequest("If-Match is a revision such as 3");
        }
    }

    private static EntryAnswer entry(Entry entry) {
        return new EntryAnswer(entry.at(), entry.by(), standing(entry.standing()));
    }

    private static StandingAnswer standing(Standing standing) {
        return new StandingAnswer(
                standing.state().word(),
                standing.state() instanceof State.Resolved(String version) ? version : null,
                standing.state() instanceof State.Ignored(Optional<Instant> until) ? until.orElse(null) : null,
                standing.assignee(),
                standing.note());
    }

    /**
     * What to change; what is absent stays.
     *
     * @param state open, resolved or ignored
     * @param version with resolved: the last version that had it; absent for the newest seen
     * @param until with ignored: when it is open again; absent for never
     * @param undo back to how it stood before the last change; nothing else may be named then
     */
    record WantedDecision(String state, String version, Instant until, String assignee, String note, boolean undo) {
        Change change() {
            boolean edits = state != null || version != null || until != null || assignee != null || note != null;
            if (undo == edits) {
                throw Problem.badRequest("name state, assignee or note, or undo alone");
            }
            return undo
                    ? new Change.Undo()
                    : new Change.Edit(wantedState(), Optional.ofNullable(assignee), Optional.ofNullable(note));
        }

        private Optional<State> wantedState() {
            boolean resolves = "resolved".equals(state);
            boolean ignores = "ignored".equals(state);
            if (version != null && !resolves) {
                throw Problem.badRequest("version goes with state resolved");
            }
            if (until != null && !ignores) {
                throw Problem.badRequest("until goes with state ignored");
            }
            if (state == null) {
                return Optional.empty();
            }
            if (resolves) {
                return Optional.of(new State.Resolved(version == null ? "" : version));
            }
            if (ignores) {
                return Optional.of(new State.Ignored(Optional.ofNullable(until)));
            }
            if (state.equals("open")) {
                return Optional.of(new State.Open());
            }
            throw Problem.badRequest("state is open, resolved or ignored, not \"" + state + "\"");
        }
    }

    /**
     * What people decided.
     *
     * @param revision to be named by the next change
     * @param history newest first, at most 20
     */
    record DecisionAnswer(long revision, @JsonUnwrapped StandingAnswer standing, List<EntryAnswer> history) {}

    /**
     * How a cluster stands.
     *
     * @param resolvedIn the last version that had it, with state resolved
     * @param ignoredUntil when it is open again, with state ignored
     */
    record StandingAnswer(
            String state,

            @JsonProperty("resolved_in") @JsonInclude(JsonInclude.Include.NON_NULL)
            String resolvedIn,

            @JsonProperty("ignored_until") @JsonInclude(JsonInclude.Include.NON_NULL)
            Instant ignoredUntil,

            String assignee,
            String note) {}

    /**
     * One decision.
     *
     * @param by label of the key that asked for it
     */
    record EntryAnswer(Instant at, String by, @JsonUnwrapped StandingAnswer standing) {}
}
