package dev.flotsam.triage.decide;

import dev.flotsam.triage.ClusterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people decided about one cluster, with who and when.
 *
 * @param app whose cluster
 * @param cluster which
 * @param revision starts at 1, 0 for one that is not stored; every change is conditional on it
 * @param history how it stood, oldest first, at most {@value #MOST_ENTRIES}; the last entry stands, and the one that began
 *     its state is always among them
 * @param movedTo where its reports went when symbols or rules changed its signature
 */
public record Decision(String app, ClusterId cluster, long revision, List<Entry> history, Optional<ClusterId> movedTo) {
    /** Entries kept: who changed what when, and what undoing goes back to. */
    public static final int MOST_ENTRIES = 20;

    public Decision {
        List<Entry> kept = new ArrayList<>(history);
        while (kept.size() > MOST_ENTRIES) {
            kept.remove(began(kept) == 0 ? 1 : 0);
        }
        history = List.copyOf(kept);
    }

    /** Which entry began the state that stands: a note or an assignee begins none. */
    private static int began(List<Entry> history) {
        int first = history.size() - 1;
        while (first > 0
                && history.get(first - 1)
                        .standing()
                        .state()
                        .equals(history.getLast().standing().state())) {
            first--;
        }
        return first;
    }

    /** Of a cluster that nobody has touched. */
    public static Decision none(String app, ClusterId cluster) {
        return new Decision(app, cluster, 0, List.of(), Optional.empty());
    }

    /** How it stands. */
    public Standing standing() {
        return history.isEmpty() ? Standing.UNTOUCHED : history.getLast().standing();
    }

    /** Since when it has been in the state that stands; empty for one that nobody has touched. */
    Optional<Instant> since() {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(began(history)).at());
    }

    /** Decided anew, one revision later. */
    Decision changed(Standing standing, Instant at, String by) {
        List<Entry> entries = new ArrayList<>(history);
        entries.add(new Entry(standing, at, by));
        return new Decision(app, cluster, revision + 1, entries, movedTo);
    }

    /** As it stood before the last change; empty if there was none. */
    Optional<Standing> before() {
        return switch (history.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Standing.UNTOUCHED);
            default -> Optional.of(history.get(history.size() - 2).standing());
        };
    }

    /** This cluster decided as {@code other} was, one revision after {@code standing}. */
    Decision following(Decision other, long standing) {
        return new Decision(app, cluster, standing + 1, other.history, movedTo);
    }

    /** Its reports are here again, one revision later. */
    Decision back() {
        return new Decision(app, cluster, revision + 1, history, Optional.empty());
    }

    /** Its reports went to {@code target}, one revision later. */
    Decision movedTo(ClusterId target) {
        return new Decision(app, cluster, revision + 1, history, Optional.of(target));
    }

    /**
     * One decision.
     *
     * @param standing how the cluster stood from then on
     * @param at when
     * @param by label of the key that asked for it
     */
    public record Entry(Standing standing, Instant at, String by) {}
}
