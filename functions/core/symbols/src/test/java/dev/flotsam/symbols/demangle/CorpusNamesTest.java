package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every mangled name anywhere in the samples: dSYMs, crash logs, reports of all formats. */
class CorpusNamesTest {
    /**
     * What can't be read, and why. The first are strings of a Swift 4.2 dSYM whose last operator has a letter too many
     * (…TWX): the compiler's own tool leaves them too. The others are Swift 2's archetypes by number and a type with an
     * argument list that was cut.
     */
    private static final Pattern KNOWN = Pattern.compile(
            "_?\\$S.*(TW.|Tgq5.|TW\\$)|_?\\$S.*(WR|CM)|.*unionInPlace.*FTQ_Q0__T_|.*KSCrashReportSinkSentry.*");

    private static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        Path vectors = CorpusFolder.at("demangle");
        for (Path file : CorpusFolder.filesBelow(vectors.getParent())) {
            if (!file.startsWith(vectors)) {
                names.addAll(MangledNames.in(file));
            }
        }
        return names;
    }

    @Test
    void ofTheNamesInTheSamples99PercentAreReadAndTheRestComeBack() {
        SortedSet<String> names = names();
        List<String> unread = new ArrayList<>();
        for (String name : names) {
            DemangledName read = Demangler.read(name, Style.FULL);
            if (!read.demangled()) {
                assertThat(read.text()).isEqualTo(name);
                unread.add(name);
            }
        }

        assertThat(names).hasSizeGreaterThan(20_000);
        assertThat(unread).allMatch(name -> KNOWN.matcher(name).matches(), "is known, with the reason");
        assertThat(unread.size() / (double) names.size()).isLessThanOrEqualTo(0.01);
    }

    @Test
    void everyStyleReadsWhatOneStyleReads() {
        assertThat(names()).allSatisfy(name -> {
            boolean read = Demangler.read(name, Style.FULL).demangled();
            assertThat(Demangler.read(name, Style.SIMPLIFIED).demangled()).isEqualTo(read);
            DemangledName base = Demangler.read(name, Style.BASE);
            assertThat(base.demangled()).isEqualTo(read);
            assertThat(base.text()).isNotEmpty();
        });
    }
}
