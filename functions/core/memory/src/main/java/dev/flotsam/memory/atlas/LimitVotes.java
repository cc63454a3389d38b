package dev.flotsam.memory.atlas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The votes on one limit: those of the {@value #MOST_INSTALLATIONS} installations whose hash is smallest, at most
 * {@value #MOST_OF_ONE} of each. That is a sample which no order, repetition or partition of the reports changes
 * (a bottom-k sketch), which stays small, and in which one installation weighs little however much it sends.
 *
 * @param votes sorted by installation, then rank
 */
public record LimitVotes(List<LimitVote> votes) {
    /** Installations kept: the share of them that tells a value has a standard error of at most 6 %. */
    public static final int MOST_INSTALLATIONS = 64;

    /** Votes kept of one installation. */
    public static final int MOST_OF_ONE = 3;

    /** Nobody voted. */
    public static final LimitVotes NONE = new LimitVotes(List.of());

    public LimitVotes {
        votes = sampled(votes);
    }

    /** Both parts' votes: commutative, associative, and the same votes again change nothing. */
    public LimitVotes merge(LimitVotes other) {
        List<LimitVote> all = new ArrayList<>(votes);
        all.addAll(other.votes);
        return new LimitVotes(all);
    }

    /** How many installations' votes are here; more have voted if it is {@link #MOST_INSTALLATIONS}. */
    public int installations() {
        return (int) votes.stream().map(LimitVote::installation).distinct().count();
    }

    /** Whether votes may have been left out. */
    public boolean isFull() {
        return installations() >= MOST_INSTALLATIONS;
    }

    /** What the votes come to. */
    public LimitEntry entry(LimitKey key) {
        return votes.stream()
                .map(vote -> LimitEntry.of(new LimitSample(key, vote.bytes(), vote.source())))
                .reduce(LimitEntry.EMPTY, LimitEntry::merge);
    }

    private static List<LimitVote> sampled(Collection<LimitVote> votes) {
        Map<String, Map<String, LimitVote>> byInstallation = new TreeMap<>();
        for (LimitVote vote : votes) {
            byInstallation
                    .computeIfAbsent(vote.installation(), key -> new TreeMap<>())
                    .merge(vote.report(), vote, (a, b) -> LimitVote.RANK.compare(a, b) <= 0 ? a : b);
        }
        return byInstallation.values().stream()
                .limit(MOST_INSTALLATIONS)
                .flatMap(ofOne -> ofOne.values().stream().sorted(LimitVote.RANK).limit(MOST_OF_ONE))
                .toList();
    }
}
