package dev.flotsam.memory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortraitBudgetTest {

    @ParameterizedTest
    @CsvSource({"1536,5000000", "1400,5000000", "700,2500000", "0,5000", "99999999,5000000"})
    void a_smaller_heap_takes_smaller_portraits(long mebibytes, int nodes) {
        assertThat(PortraitBudget.within(mebibytes << 20).nodes()).isEqualTo(nodes);
    }
}
