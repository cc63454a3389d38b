package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.demangle.SwiftVectors.Vector;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The Swift compiler's own vectors. Lines that map to themselves are names it can't read; they are scored apart. */
class SwiftVectorsTest {
    private static final String FULL = "swift-manglings.txt";
    private static final String SIMPLIFIED = "swift-simplified-manglings.txt";

    /** Vectors that fail, by mangled name, with the reason. None does today; a new one is added here or mended. */
    private static final Map<String, String> KNOWN_FAILURES = Map.of();

    private static List<Vector> failing(String file, Style style, Predicate<Vector> which) {
        return SwiftVectors.in(file).stream()
                .filter(which)
                .filter(v -> !Demangler.demangle(v.mangled(), style).equals(v.expected()))
                .toList();
    }

    private static void assertScore(String file, Style style) {
        long readable =
                SwiftVectors.in(file).stream().filter(v -> !v.isUnreadable()).count();
        List<Vector> failing = failing(file, style, v -> !v.isUnreadable());

        assertThat(readable).as("vectors found").isGreaterThan(150);
        assertThat(failing).allMatch(v -> KNOWN_FAILURES.containsKey(v.mangled()), "is listed with a reason");
        assertThat((double) (readable - failing.size()) / readable)
                .as("share of %s that is exact", file)
                .isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void fullNamesAreTheCompilers() {
        assertScore(FULL, Style.FULL);
    }

    @Test
    void simplifiedNamesAreTheCompilers() {
        assertScore(SIMPLIFIED, Style.SIMPLIFIED);
    }

    @Test
    void whatTheCompilerCannotReadComesBackUnchanged() {
        assertThat(failing(FULL, Style.FULL, Vector::isUnreadable)).isEmpty();
        assertThat(failing(SIMPLIFIED, Style.SIMPLIFIED, Vector::isUnreadable)).isEmpty();
    }

    @Test
    void everyReadableVectorHasABaseNameWithoutArguments() {
        List<Vector> vectors = SwiftVectors.in(FULL);

        assertThat(vectors).filteredOn(v -> !v.isUnreadable()).allSatisfy(v -> {
            DemangledName base = Demangler.read(v.mangled(), Style.BASE);
            assertThat(base.demangled()).as(v.mangled()).isTrue();
            assertThat(base.text()).as(v.mangled()).isNotEmpty();
        });
    }
}
