package dev.flotsam.symbols.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is absolute was asked of llvm-symbolizer-19; the dSYMs named {@code paths} ask it again. */
class SourcePathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a",
                "/",
                "//",
                "///a",
                "//host/a",
                "C:/a",
                "c:\\a",
                "\\\\host\\share",
                "//host\\a",
                "dev:/null",
                "é:/a"
            })
    void whatHasARootOnEitherSystemIsAbsolute(String path) {
        assertThat(SourcePaths.isAbsolute(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "./a", "//host", "\\\\host", "\\a", "C:", "C:a", "a/b:/c"})
    void whatHasNoneIsRelative(String path) {
        assertThat(SourcePaths.isAbsolute(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', a, a",
        "/src, a, /src/a",
        "/src/, //a, /src/a",
        "/src, //a, /src//a",
        "/src, '', /src/",
        "C:\\src, a, C:\\src/a"
    })
    void halvesAreJoinedByOneSlash(String path, String component, String joined) {
        assertThat(SourcePaths.append(path, component)).isEqualTo(joined);
    }
}
