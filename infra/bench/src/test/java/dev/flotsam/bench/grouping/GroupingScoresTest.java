package dev.flotsam.bench.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingScoresTest {

    @Test
    void aPerfectGroupingScoresOneWhateverItsNames() {
        GroupingScores scores = GroupingScores.of(List.of("a", "a", "b"), List.of("x", "x", "y"));

        assertThat(scores).isEqualTo(new GroupingScores(1, 1, 1, 1, 2));
        assertThat(scores.b3F1()).isEqualTo(1);
    }

    @Test
    void mergingAndSplittingAreCountedByHand() {
        // groups {1,2,3} {4}; clusters {1,2} {3,4}
        GroupingScores scores = GroupingScores.of(List.of("a", "a", "a", "b"), List.of("x", "x", "y", "y"));

        assertThat(scores.b3Precision()).isCloseTo((1 + 1 + 0.5 + 0.5) / 4, within(1e-9));
        assertThat(scores.b3Recall()).isCloseTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4, within(1e-9));
        assertThat(scores.pairPrecision()).isCloseTo(0.5, within(1e-9));
        assertThat(scores.pairRecall()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void ranksAreCountedOverWhatCouldBeFound() {
        RankingScores.Tally tally = new RankingScores.Tally();
        List.of(1, 2, 0, 7).forEach(tally::add);

        RankingScores scores = tally.scores();

        assertThat(scores.recallAt1()).isEqualTo(0.25);
        assertThat(scores.recallAt5()).isEqualTo(0.5);
        assertThat(scores.recallAt10()).isEqualTo(0.75);
        assertThat(scores.meanAveragePrecision()).isCloseTo((1 + 0.5 + 0 + 1 / 7.0) / 4, within(1e-9));
    }
}
