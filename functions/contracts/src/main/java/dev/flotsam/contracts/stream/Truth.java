package dev.flotsam.contracts.stream;

import dev.flotsam.contracts.fake.FakeOccurrences.Written;
import dev.flotsam.triage.Occurrence;
import dev.flotsam.triage.Occurrence.Outcome;
import dev.flotsam.triage.absorb.Page.Listing;
import dev.flotsam.triage.absorb.Page.State;
import dev.flotsam.triage.absorb.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What everything stored must come to, from the writes alone: no mark, no batch, no shard is considered. */
public final class Truth {
    private final Map<Listing, List<Entry>> lists = new LinkedHashMap<>();
    private final Set<Position> unreadable = new LinkedHashSet<>();

    /** Takes note of a write, at the position the subject gives it. */
    void note(StreamRecord appended, Position at) {
        if (appended.poisoned()) {
            unreadable.add(at);
            return;
        }
        switch (appended.written()) {
            case Written.Inserted(Occurrence after) -> join(after, at);
            case Written.Removed(Occurrence before, boolean expired) -> {
                if (!expired) {
                    leave(before, at);
                }
            }
            case Written.Replaced(Occurrence before, Occurrence after) -> {
                if (!listOf(before).equals(listOf(after))) {
                    leave(before, at);
                    join(after, at);
                }
            }
            case Written.VariantKept ignored -> {}
        }
    }

    /** Every list that a report ever joined. */
    public Set<Listing> lists() {
        return lists.keySet();
    }

    /** Who joined and left a list, in the order of writing. */
    public List<Entry> entries(Listing list) {
        return lists.getOrDefault(list, List.of());
    }

    /** Records that nobody can read. */
    public Set<Position> unreadable() {
        return unreadable;
    }

    private void join(Occurrence report, Position at) {
        lists.computeIfAbsent(listOf(report), list -> new ArrayList<>()).add(new Entry(at, 1, report));
    }

    private void leave(Occurrence report, Position at) {
        lists.computeIfAbsent(listOf(report), list -> new ArrayList<>()).add(new Entry(at, -1, report));
    }

    private static Listing listOf(Occurrence report) {
        return switch (report.outcome()) {
            case Outcome.Triaged triaged -> new Listing.OfCluster(triaged.cluster());
            case Outcome.Rejected ignored -> new Listing.OfState(State.REJECTED);
            case Outcome.Recognised ignored -> new Listing.OfState(State.RECOGNISED);
        };
    }

    /**
     * A report joined or left a list.
     *
     * @param at where the stream says so
     * @param sign +1 or −1
     * @param report as it was then
     */
    public record Entry(Position at, int sign, Occurrence report) {}
}
