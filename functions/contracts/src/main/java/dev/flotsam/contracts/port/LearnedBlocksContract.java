package dev.flotsam.contracts.port;

import static dev.flotsam.contracts.report.ReportBuilder.UPLOADED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.fleet.LearnedImage;
import dev.flotsam.symbols.fleet.LearnedName;
import dev.flotsam.symbols.fleet.Observation;
import dev.flotsam.triage.fleet.Block;
import dev.flotsam.triage.fleet.LearnedBlocks;
import dev.flotsam.triage.fleet.LearnedBlocks.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every store of learned names does. */
public abstract class LearnedBlocksContract {
    private static final UUID UIKIT = new UUID(3, 4);
    private static final Instant EXPIRES = UPLOADED.plus(Duration.ofDays(400));

    /** A store that holds nothing. */
    protected abstract LearnedBlocks emptyBlocks();

    @Test
    void aBlockComesBackWithTheRevisionItGot() {
        LearnedBlocks blocks = emptyBlocks();
        Block block = new Block(UIKIT, 7);
        assertThat(blocks.keep(block, known("abort"), 0, EXPIRES)).isTrue();
        assertThat(blocks.keep(block, known("exit"), 1, EXPIRES)).isTrue();

        Stored stored = blocks.find(List.of(block)).get(block);

        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.learned().name(0x1004)).contains(new LearnedName("exit", 0x1000));
    }

    @Test
    void whoeverReadAnOlderRevisionChangesNothing() {
        LearnedBlocks blocks = emptyBlocks();
        Block block = new Block(UIKIT, 7);
        blocks.keep(block, known("abort"), 0, EXPIRES);

        assertThat(blocks.keep(block, known("evil"), 0, EXPIRES)).isFalse();
        assertThat(blocks.keep(block, known("evil"), 2, EXPIRES)).isFalse();
        assertThat(blocks.find(List.of(block)).get(block).learned().name(0x1004))
                .contains(new LearnedName("abort", 0x1000));
    }

    @Test
    void manyBlocksAreFoundAtOnceAndThoseThatAreNotThereAreNot() {
        LearnedBlocks blocks = emptyBlocks();
        for (long number = 0; number < 120; number++) {
            blocks.keep(new Block(UIKIT, number), known("f" + number), 0, EXPIRES);
        }

        Map<Block, Stored> found = blocks.find(LongStream.range(0, 150)
                .mapToObj(number -> new Block(UIKIT, number))
                .toList());

        assertThat(found).hasSize(120);
        assertThat(found.get(new Block(UIKIT, 99)).learned().name(0x1004)).contains(new LearnedName("f99", 0x1000));
        assertThat(blocks.find(List.of(new Block(new UUID(9, 9), 7)))).isEmpty();
        assertThat(blocks.find(List.of())).isEmpty();
    }

    @Test
    void ofARaceOneWins() {
        LearnedBlocks blocks = emptyBlocks();
        Block block = new Block(UIKIT, 7);
        long won = IntStream.range(0, 8)
                .parallel()
                .filter(racer -> blocks.keep(block, known("f" + racer), 0, EXPIRES))
                .count();
        assertThat(won).isEqualTo(1);
    }

    private static LearnedImage known(String name) {
        return LearnedImage.nothing(UIKIT)
                .learn(List.of(
                        new Observation(UIKIT, 0x1010, name, 0x10, "a"),
                        new Observation(UIKIT, 0x1010, name, 0x10, "b"),
                        new Observation(UIKIT, 0x1010, name, 0x10, "c")));
    }
}
