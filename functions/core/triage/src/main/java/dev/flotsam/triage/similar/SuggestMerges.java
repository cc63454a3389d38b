package dev.flotsam.triage.similar;

import dev.flotsam.signature.similarity.AlignedFrame;
import dev.flotsam.signature.similarity.SearchBounds;
import dev.flotsam.signature.similarity.SimilarCluster;
import dev.flotsam.signature.similarity.SimilarClusters;
import dev.flotsam.signature.similarity.StackMemory;
import dev.flotsam.triage.Cluster;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.Clusters;
import dev.flotsam.triage.absorb.Counter;
import dev.flotsam.triage.absorb.Counters;
import dev.flotsam.triage.decide.LinkBook;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clusters that look like another one and may be the same bug. Nobody merges them but people, and what people set apart
 * is not suggested.
 *
 * <p>A look-up reads at most 16 posting lists of 64 clusters, the stacks of 24 candidates, and the document frequencies
 * of the frames in them, 24 each at the most: O(1) in the number of clusters.
 */
public final class SuggestMerges {
    /** What one look-up may cost; one stack is kept of a cluster, that of its first report. */
    public static final SearchBounds BOUNDS = new SearchBounds(16, 64, 24, 1, 24);

    /** Suggestions shown beside a cluster. */
    public static final int MOST = 5;

    private static final int MOST_CANDIDATES = 20;

    private final StackMemories memories;
    private final Clusters clusters;
    private final Counters counters;

    /** Over what is stored. */
    public SuggestMerges(StackMemories memories, Clusters clusters, Counters counters) {
        this.memories = memories;
        this.clusters = clusters;
        this.counters = counters;
    }

    /** Remembers the stack of a new cluster; again changes nothing that matters. */
    public static void remember(StackMemory memory, ClusterId cluster, List<String> frames) {
        List<String> kept = frames.subList(0, Math.min(BOUNDS.frames(), frames.size()));
        if (!kept.isEmpty()) {
            memory.remember(cluster.value(), kept, BOUNDS.examples());
        }
    }

    /**
     * What looks like a cluster, best first.
     *
     * @param app whose
     * @param members the cluster and all that is shown as it
     * @param book what people linked in the app
     */
    public List<Suggestion> suggest(String app, List<ClusterId> members, LinkBook book) {
        StackMemory memory = memories.of(app);
        Map<String, List<List<String>>> own = memory.examples(
                members.stream().limit(MOST).map(ClusterId::value).toList());
        List<String> asked = members.stream()
                .map(member -> own.get(member.value()))
                .filter(stacks -> stacks != null && !stacks.isEmpty())
                .map(List::getFirst)
                .findFirst()
                .orElse(List.of());
        Set<ClusterId> seen = new HashSet<>(members);
        List<SimilarCluster> alike = new SimilarClusters(memory, BOUNDS)
                .like(asked, MOST_CANDIDATES).stream()
                        .filter(candidate -> candidate.score() >= SimilarClusters.WORTH_SHOWING)
                        .filter(candidate -> isNews(new ClusterId(candidate.cluster()), members, book, seen))
                        .toList();
        return told(alike, book);
    }

    /** Each group once, and none that was set apart. */
    private static boolean isNews(ClusterId candidate, List<ClusterId> members, LinkBook book, Set<ClusterId> seen) {
        ClusterId head = book.head(candidate);
        return !seen.contains(candidate)
                && book.between(members.getFirst(), head).isEmpty()
                && seen.add(head);
    }

    private List<Suggestion> told(List<SimilarCluster> alike, LinkBook book) {
        List<ClusterId> heads = alike.stream()
                .map(candidate -> book.head(new ClusterId(candidate.cluster())))
                .toList();
        Map<ClusterId, Cluster> found = clusters.findAll(heads);
        Map<Counter.Key, Counter> totals =
                counters.readAll(heads.stream().map(Counter.Key::total).toList());
        return alike.stream()
                .map(candidate -> new Suggestion(
                        book.head(new ClusterId(candidate.cluster())), "", candidate.score(), candidate.frames()))
                .filter(suggestion -> found.containsKey(suggestion.cluster()))
                .filter(suggestion -> totals.getOrDefault(Counter.Key.total(suggestion.cluster()), Counter.EMPTY)
                                .tally()
                                .reports()
                        > 0)
                .map(suggestion ->
                        suggestion.titled(found.get(suggestion.cluster()).title()))
                .limit(MOST)
                .toList();
    }

    /**
     * A cluster that looks alike.
     *
     * @param cluster which
     * @param title its readable signature
     * @param score 0 to 1
     * @param frames functions that stand in both stacks, with their places
     */
    public record Suggestion(ClusterId cluster, String title, double score, List<AlignedFrame> frames) {
        public Suggestion {
            frames = List.copyOf(frames);
        }

        private Suggestion titled(String other) {
            return new Suggestion(cluster, other, score, frames);
        }
    }
}
