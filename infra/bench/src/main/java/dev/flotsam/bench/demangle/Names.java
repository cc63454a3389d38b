package dev.flotsam.bench.demangle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mangled names to measure with. */
final class Names {
    /** Names of so many lengths around the median are measured. */
    private static final int AROUND_MEDIAN = 201;

    private Names() {}

    /** Whose names. */
    enum Language {
        SWIFT("_?\\$[sS][0-9A-Za-z_$]{4,}", """
                $s4Cart6BasketC3add4item5countySS_SitF
                $s4Cart6BasketC5totalSdvg
                $s4Cart3BoxVyxGAA4KindA2aEP4openyyFTW
                $s4Cart6BasketC4sort2byySbAA4ItemV_AGtKXE_tKFSbAG_AGtKXEfU_TA
                $s4Cart7historySDySSSayAA4ItemVGGvp
                """),
        CXX("_Z[0-9A-Za-z_]{4,}", """
                _ZN4cart6Basket3addERKNSt3__112basic_stringIcNS1_11char_traitsIcEENS1_9allocatorIcEEEEi
                _ZNSt3__16vectorIiNS_9allocatorIiEEE9push_backB7v160006EOi
                _ZNK4cart6Basket5totalEv
                _ZN4cart3mapIiPKcEEvT_T0_
                _ZZN4cart6Basket4openEvENKUlvE_clEv
                """);

        private final Pattern pattern;
        private final String builtIn;

        Language(String pattern, String builtIn) {
            this.pattern = Pattern.compile("\0_?(" + pattern + ")(?=\0)");
            this.builtIn = builtIn;
        }
    }

    /** Names of about median length in the files below {@code folder}; built-in ones if it is empty. */
    static List<String> median(Path folder, Language language) throws IOException {
        if (folder.toString().isEmpty()) {
            return language.builtIn.lines().toList();
        }
        TreeSet<String> names =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(n -> n));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                language.pattern.matcher(content).results().forEach(name -> names.add(name.group(1)));
            }
        }
        List<String> sorted = List.copyOf(names);
        int from = Math.max(0, sorted.size() / 2 - AROUND_MEDIAN / 2);
        return sorted.subList(from, Math.min(sorted.size(), from + AROUND_MEDIAN));
    }
}
