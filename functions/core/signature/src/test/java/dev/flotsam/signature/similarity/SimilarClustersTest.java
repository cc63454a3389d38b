package dev.flotsam.signature.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimilarClustersTest {
    private final InMemoryStacks memory = new InMemoryStacks();
    private final SimilarClusters similar = new SimilarClusters(memory, SearchBounds.DEFAULT);

    private void remember(String cluster, String... frames) {
        memory.remember(cluster, List.of(frames), SearchBounds.DEFAULT.examples());
    }

    @Test
    void theSameStackScoresOneAndAStrangerIsNotNamed() {
        remember("known", "crash", "load", "run");
        remember("stranger", "other", "thing");

        List<SimilarCluster> found = similar.like(List.of("crash", "load", "run"), 5);

        assertThat(found).extracting(SimilarCluster::cluster).containsExactly("known");
        assertThat(found.getFirst().score()).isCloseTo(1, within(1e-9));
    }

    @Test
    void alignedFramesNamePlacesAndSharesThatAddUpToTheScore() {
        remember("known", "crash", "inlined", "load", "run");

        SimilarCluster found = similar.like(List.of("crash", "load", "run"), 1).getFirst();

        assertThat(found.frames())
                .extracting(AlignedFrame::function, AlignedFrame::here, AlignedFrame::there)
                .containsExactly(tuple("crash", 0, 0), tuple("load", 1, 2), tuple("run", 2, 3));
        assertThat(found.frames().stream().mapToDouble(AlignedFrame::share).sum())
                .isCloseTo(found.score(), within(1e-9));
        assertThat(found.score()).isBetween(0.5, 0.99);
    }

    @Test
    void aRareFrameInCommonCountsMoreThanACommonOne() {
        for (int i = 0; i < 20; i++) {
            remember("noise" + i, "own" + i, "runLoop");
        }
        remember("rare", "a", "special");
        remember("common", "b", "runLoop");

        List<SimilarCluster> found = similar.like(List.of("special", "runLoop"), 3);

        assertThat(found.getFirst().cluster()).isEqualTo("rare");
    }

    @Test
    void aFrameNearTheCrashCountsMoreThanOneFarFromIt() {
        remember("near", "f", "x1", "x2", "x3");
        remember("far", "y1", "y2", "y3", "g");

        assertThat(similar.like(List.of("f", "q1", "q2", "g"), 2))
                .extracting(SimilarCluster::cluster)
                .containsExactly("near", "far");
    }

    @Test
    void theScoreIsTheMeanOfTheBestThreeExamples() {
        remember("cluster", "a", "b");
        remember("cluster", "a", "c");
        remember("cluster", "x", "y");
        remember("cluster", "z", "w");

        double score = similar.like(List.of("a", "b"), 1).getFirst().score();

        assertThat(score).isBetween(0.3, 0.7);
    }

    @Test
    void aRecursiveFunctionIsMatchedOccurrenceByOccurrence() {
        remember("cluster", "f", "g", "f", "g", "main");

        assertThat(similar.like(List.of("f", "g", "f", "g", "main"), 1)
                        .getFirst()
                        .score())
                .isCloseTo(1, within(1e-9));
        assertThat(similar.like(List.of("f", "f", "f"), 1).getFirst().frames()).hasSize(2);
    }

    @Test
    void examplesOfAClusterAreBounded() {
        for (int i = 0; i < 50; i++) {
            remember("cluster", "f", "g" + i);
        }

        assertThat(memory.examples(List.of("cluster")).get("cluster")).hasSize(SearchBounds.DEFAULT.examples());
        assertThat(memory.stacks()).isEqualTo(50);
    }

    @Test
    void aLookUpReadsNoMoreThanItsBoundsHoweverManyClustersShareItsFrames() {
        SearchBounds bounds = new SearchBounds(2, 3, 4, 5, 6);
        for (int i = 0; i < 1000; i++) {
            remember("cluster" + i, "a", "b", "c", "d", "e", "f", "g" + i);
        }
        Counting counting = new Counting(memory);

        List<SimilarCluster> found =
                new SimilarClusters(counting, bounds).like(List.of("a", "b", "c", "d", "e", "f", "g7"), 10);

        assertThat(counting.postingsRead).isLessThanOrEqualTo(bounds.rareFrames() * bounds.postings());
        assertThat(counting.clustersRead).isLessThanOrEqualTo(bounds.candidates());
        assertThat(found).isNotEmpty();
    }

    @Test
    void anEmptyStackIsLikeNothing() {
        remember("cluster", "f");

        assertThat(similar.like(List.of(), 5)).isEmpty();
    }

    /** Counts what is read. */
    private static final class Counting implements StackMemory {
        private final StackMemory memory;
        private int postingsRead;
        private int clustersRead;

        private Counting(StackMemory memory) {
            this.memory = memory;
        }

        @Override
        public long stacks() {
            return memory.stacks();
        }

        @Override
        public Map<String, Long> frequencies(Collection<String> frames) {
            return memory.frequencies(frames);
        }

        @Override
        public List<String> clustersWith(String frame, int atMost) {
            List<String> clusters = memory.clustersWith(frame, atMost);
            postingsRead += clusters.size();
            return clusters;
        }

        @Override
        public Map<String, List<List<String>>> examples(Collection<String> clusters) {
            clustersRead += clusters.size();
            return memory.examples(clusters);
        }

        @Override
        public void remember(String cluster, List<String> frames, int examples) {
            memory.remember(cluster, frames, examples);
        }
    }
}
