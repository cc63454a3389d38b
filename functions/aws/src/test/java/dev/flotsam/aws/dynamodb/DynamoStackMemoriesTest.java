package dev.flotsam.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.port.StackMemoriesContract;
import dev.flotsam.triage.similar.StackMemories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoStackMemoriesTest extends StackMemoriesContract {
    @RegisterExtension
    static final LocalDynamo DYNAMO = new LocalDynamo();

    @Override
    protected StackMemories emptyMemories() {
        return new DynamoStackMemories(DYNAMO.emptyTable("Clusters"));
    }

    @Test
    void rememberingAgainCountsNothingTwice() {
        StackMemories memories = emptyMemories();
        for (int delivery = 0; delivery < 3; delivery++) {
            memories.of("app").remember("0123456789abcdef0123", List.of("decode", "main"), 1);
        }
        assertThat(memories.of("app").stacks()).isEqualTo(1);
        assertThat(memories.of("app").frequencies(List.of("decode", "main")))
                .isEqualTo(Map.of("decode", 1L, "main", 1L));
    }

    /** A frame that stands everywhere must not grow its item without end. */
    @Test
    void aFrameInManyClustersIsCountedAndNoLongerListed() {
        StackMemories memories = emptyMemories();
        int clusters = DynamoStackMemories.MOST_POSTINGS + 5;
        for (int cluster = 0; cluster < clusters; cluster++) {
            memories.of("app").remember("%020x".formatted(cluster), List.of("main"), 1);
        }
        assertThat(memories.of("app").frequencies(List.of("main"))).isEqualTo(Map.of("main", (long) clusters));
        assertThat(memories.of("app").clustersWith("main", 1_000)).hasSize(DynamoStackMemories.MOST_POSTINGS);
    }

    @Test
    void theNameOfAFrameMayBeOfAnyLength() {
        StackMemories memories = emptyMemories();
        String name = "f".repeat(100_000);
        memories.of("app").remember("0123456789abcdef0123", List.of(name), 1);
        assertThat(memories.of("app").frequencies(List.of(name)).values()).containsExactly(1L);
    }
}
