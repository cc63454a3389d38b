package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.APP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.signature.similarity.SimilarCluster;
import dev.flotsam.signature.similarity.SimilarClusters;
import dev.flotsam.triage.ClusterId;
import dev.flotsam.triage.similar.StackMemories;
import dev.flotsam.triage.similar.SuggestMerges;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of stacks does. */
public abstract class StackMemoriesContract {
    private static final ClusterId A = ClusterId.of(APP, "A");
    private static final ClusterId B = ClusterId.of(APP, "B");

    /** A memory of nothing. */
    protected abstract StackMemories emptyMemories();

    @Test
    void nothingIsRememberedAtFirst() {
        StackMemories memories = emptyMemories();
        assertThat(memories.of(APP).stacks()).isZero();
        assertThat(memories.of(APP).frequencies(List.of("decode"))).isEmpty();
        assertThat(memories.of(APP).clustersWith("decode", 5)).isEmpty();
        assertThat(memories.of(APP).examples(List.of(A.value()))).isEmpty();
    }

    @Test
    void aStackIsRememberedWithHowOftenItsFramesStandInTheApp() {
        StackMemories memories = emptyMemories();
        SuggestMerges.remember(memories.of(APP), A, List.of("decode(_:)\t灯台", "load", "load", "main"));
        SuggestMerges.remember(memories.of(APP), B, List.of("ring", "main"));
        SuggestMerges.remember(memories.of("com.example.buoy"), A, List.of("main"));

        assertThat(memories.of(APP).stacks()).isEqualTo(2);
        assertThat(memories.of(APP).frequencies(List.of("decode(_:)\t灯台", "load", "main", "nowhere")))
                .isEqualTo(Map.of("decode(_:)\t灯台", 1L, "load", 1L, "main", 2L));
        assertThat(memories.of(APP).clustersWith("main", 5)).containsExactly(B.value(), A.value());
        assertThat(memories.of(APP).clustersWith("main", 1)).containsExactly(B.value());
        assertThat(memories.of(APP).examples(List.of(A.value(), "none")))
                .isEqualTo(Map.of(A.value(), List.of(List.of("decode(_:)\t灯台", "load", "load", "main"))));
    }

    @Test
    void aClusterKeepsOneStackOfSoManyFrames() {
        StackMemories memories = emptyMemories();
        List<String> deep =
                IntStream.range(0, 60).mapToObj(place -> "frame " + place).toList();
        SuggestMerges.remember(memories.of(APP), A, deep);
        SuggestMerges.remember(memories.of(APP), A, List.of("other"));
        assertThat(memories.of(APP).examples(List.of(A.value())).get(A.value()))
                .containsExactly(deep.subList(0, SuggestMerges.BOUNDS.frames()));
        SuggestMerges.remember(memories.of(APP), B, List.of());
        assertThat(memories.of(APP).examples(List.of(B.value()))).isEmpty();
    }

    @Test
    void whatIsRememberedIsFoundAmongMany() {
        StackMemories memories = emptyMemories();
        for (int other = 0; other < 80; other++) {
            SuggestMerges.remember(
                    memories.of(APP), ClusterId.of(APP, "other " + other), List.of("work " + other, "run", "main"));
        }
        SuggestMerges.remember(memories.of(APP), A, List.of("decode", "load", "open", "run", "main"));
        List<SimilarCluster> alike = new SimilarClusters(memories.of(APP), SuggestMerges.BOUNDS)
                .like(List.of("decode", "load", "reopen", "run", "main"), 3);
        assertThat(alike.getFirst().cluster()).isEqualTo(A.value());
        assertThat(alike.getFirst().score()).isGreaterThan(SimilarClusters.WORTH_SHOWING);
        assertThat(alike.getFirst().frames())
                .extracting(frame -> frame.function() + frame.here() + frame.there())
                .containsExactly("decode00", "load11", "run33", "main44");
        assertThat(alike.get(1).score()).isLessThan(SimilarClusters.WORTH_SHOWING);
    }
}
