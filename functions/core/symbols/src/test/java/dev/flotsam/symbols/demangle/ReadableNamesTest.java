package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadableNamesTest {
    private final List<String> read = new ArrayList<>();
    private final ReadableNames names = new ReadableNames((name, style) -> {
        read.add(name + " " + style);
        return Demangler.demangle(name, style);
    });

    @Test
    void aNameIsMadeReadableOncePerStyle() {
        for (int frame = 0; frame < 100; frame++) {
            assertThat(names.of("_ZN4cart4openEi", Style.FULL)).isEqualTo("cart::open(int)");
            assertThat(names.in(Style.BASE).apply("_ZN4cart4openEi")).isEqualTo("cart::open");
            assertThat(names.of("main", Style.FULL)).isEqualTo("main");
        }
        assertThat(read).containsExactly("_ZN4cart4openEi FULL", "_ZN4cart4openEi BASE", "main FULL");
    }

    @Test
    void theLeastRecentlyUsedNameIsForgottenBeyondTheBound() {
        for (int i = 0; i <= ReadableNames.MOST_NAMES; i++) {
            names.of("f" + i, Style.FULL);
            names.of("f0", Style.FULL);
        }
        read.clear();

        names.of("f0", Style.FULL);
        names.of("f1", Style.FULL);

        assertThat(read).containsExactly("f1 FULL");
    }

    @Test
    void charactersAreBoundedToo() {
        String large = "x".repeat(1 << 20);
        for (int i = 0; i < 8; i++) {
            names.of(i + large, Style.FULL);
        }
        read.clear();

        names.of(7 + large, Style.FULL);
        names.of(0 + large, Style.FULL);

        assertThat(read).containsExactly(0 + large + " FULL");
    }
}
