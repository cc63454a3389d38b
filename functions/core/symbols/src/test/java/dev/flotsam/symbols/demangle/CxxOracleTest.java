package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C++ names against llvm-cxxfilt: those of real dSYMs, and those clang gives to sources of ours. */
class CxxOracleTest {
    @TempDir
    private static Path workspace;

    private static List<String> generated;

    private static List<String> differing(List<String> names, List<String> expected, Style style) {
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String answer = Demangler.demangle(names.get(i), style);
            if (!answer.equals(expected.get(i))) {
                differing.add(names.get(i) + "\n  expected " + expected.get(i) + "\n  but was  " + answer);
            }
        }
        return differing;
    }

    private static List<String> namesOfDsyms() {
        SortedSet<String> names = new TreeSet<>();
        for (Path file : CorpusFolder.filesBelow(CorpusFolder.at("dsym"))) {
            for (String name : MangledNames.in(file)) {
                // Mach-O's symbol tables put an underscore before; llvm-cxxfilt on Linux doesn't expect it.
                boolean prefixed = name.startsWith("__Z") || name.startsWith("____Z");
                names.add(prefixed ? name.substring(1) : name);
            }
        }
        return names.stream()
                .filter(n -> n.startsWith("_Z") || n.startsWith("___Z"))
                .toList();
    }

    /** Names of what our sources define and use; compiled once. */
    @BeforeAll
    static void compile() throws URISyntaxException {
        SortedSet<String> names = new TreeSet<>();
        for (String source : List.of("containers.cpp", "declarators.cpp", "expressions.cpp")) {
            URL url = CxxOracleTest.class.getResource("cxx/" + source);
            names.addAll(Cxxfilt.namesOf(Path.of(url.toURI()), workspace));
        }
        generated = List.copyOf(names);
    }

    @Test
    void namesOfRealDsymsReadLikeLlvms() {
        List<String> names = namesOfDsyms();

        assertThat(names).hasSizeGreaterThan(2_000);
        assertThat(differing(names, Cxxfilt.demangle(names), Style.FULL)).isEmpty();
    }

    @Test
    void generatedNamesReadLikeLlvms() {
        assertThat(generated).hasSizeGreaterThan(5_000);
        List<String> differing = differing(generated, Cxxfilt.demangle(generated), Style.FULL);
        assertThat(differing.size() / (double) generated.size())
                .as("%s", differing)
                .isLessThanOrEqualTo(0.001);
    }

    /** Every eleventh, so that the test stays short; a run over all 102,298 names found no difference either. */
    @Test
    void namesThatLlvmsOwnLibrariesExportReadLikeLlvms() {
        List<String> names = Cxxfilt.exportsOf("libLLVM.so.19.1");
        List<String> some = IntStream.range(0, names.size())
                .filter(i -> i % 11 == 0)
                .mapToObj(names::get)
                .toList();

        assertThat(some).hasSizeGreaterThan(1_000);
        assertThat(differing(some, Cxxfilt.demangle(some), Style.FULL)).isEmpty();
    }

    @Test
    void simplifiedNamesAreLlvmsWithoutParameters() {
        List<String> expected = Cxxfilt.demangle(generated, "--no-params");

        assertThat(differing(generated, expected, Style.SIMPLIFIED)).isEmpty();
    }
}
