package dev.flotsam.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameListTest {
    private final FrameList list = FrameList.of(
            "test", List.of("# a comment", "", "whole", "start*", "*end", "*inside*", "Image!only", "Image!in*"));

    @Test
    void patternsMatchWholeStartEndAndInside() {
        assertThat(list.matches("whole", "")).isTrue();
        assertThat(list.matches("wholesale", "")).isFalse();
        assertThat(list.matches("started", "")).isTrue();
        assertThat(list.matches("the end", "")).isTrue();
        assertThat(list.matches("it is inside it", "")).isTrue();
        assertThat(list.matches("", "")).isFalse();
    }

    @Test
    void aPatternMayHoldForOneImageOnly() {
        assertThat(list.matches("only", "Image")).isTrue();
        assertThat(list.matches("only", "Other")).isFalse();
        assertThat(list.matches("inner", "Image")).isTrue();
    }

    @Test
    void aBadPatternIsNamedWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameList.of("mine", List.of("fine", "a*b")))
                .withMessageContaining("mine, line 2")
                .withMessageContaining("a*b");
        assertThatIllegalArgumentException().isThrownBy(() -> FrameList.of("mine", List.of("*")));
    }

    static Stream<FrameList> builtIn() {
        FrameLists lists = FrameLists.builtIn();
        return Stream.of(
                lists.sentinels(),
                lists.irrelevant(),
                lists.prefixes(),
                lists.entryPoints(),
                lists.thunks(),
                lists.placeholders(),
                lists.runtimeFunctions(),
                lists.systemModules());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aBuiltInListHasPatternsAndNoneTwice(FrameList builtIn) {
        Set<String> seen = new HashSet<>();

        assertThat(builtIn.isEmpty()).isFalse();
        for (FrameList.Pattern pattern : builtIn.patterns()) {
            assertThat(seen.add(pattern.image() + "!" + pattern.place() + pattern.text()))
                    .as("%s, line %d, stands twice", builtIn.name(), pattern.line())
                    .isTrue();
        }
    }
}
