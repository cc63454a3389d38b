package dev.flotsam.bench.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResemblanceTest {

    static List<Resemblance> measures() {
        return List.of(new ReBucket(), new TraceSim());
    }

    private static double rare(String frame) {
        return frame.isEmpty() ? 0 : 3;
    }

    private static double like(Resemblance measure, List<String> a, List<String> b) {
        return measure.between(a, b, ResemblanceTest::rare);
    }

    @ParameterizedTest
    @MethodSource("measures")
    void equalStacksAreFullyAlikeAndStrangersNotAtAll(Resemblance measure) {
        assertThat(like(measure, List.of("a", "b", "c"), List.of("a", "b", "c")))
                .isCloseTo(1, within(1e-9));
        assertThat(like(measure, List.of("a", "b"), List.of("c", "d"))).isCloseTo(0, within(1e-9));
        assertThat(like(measure, List.of(), List.of())).isZero();
    }

    @ParameterizedTest
    @MethodSource("measures")
    void framesNearTheCrashCountMore(Resemblance measure) {
        List<String> asked = List.of("a", "b", "c", "d");

        assertThat(like(measure, asked, List.of("a", "b", "x", "y")))
                .isGreaterThan(like(measure, asked, List.of("x", "y", "c", "d")));
    }
}
