package dev.flotsam.triage.examine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.SymbolSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names on their way out: whoever gave them, people get them readable. */
class ReadableFramesTest {
    private static final String MANGLED = "$s4Cart6BasketC3add4item5countySS_SitF";
    private static final String FULL = "Cart.Basket.add(item: Swift.String, count: Swift.Int) -> ()";
    private static final String BRIEF = "Basket.add(item:count:)";

    @Test
    void aNameThatTheReportBroughtIsReadableInFramesTitleSentenceAndText() throws IOException {
        Examiner examiner = Examiner.withBuiltInRules(SymbolSource.EMPTY);
        Examined examined = examine(examiner, report(MANGLED + " + 12", "_ZN4cart4openEi + 8"));
        Finding.Stack stack = (Finding.Stack) examined.finding();

        assertThat(stack.frames().getFirst().symbol()).isEqualTo(FULL);
        assertThat(stack.frames().getFirst().brief()).isEqualTo(BRIEF);
        assertThat(stack.frames().getFirst().outcome()).isEqualTo(NamedFrame.REPORTED);
        assertThat(stack.signed().signature().title()).contains("Basket.add").doesNotContain("$s");
        assertThat(Sentence.of(stack)).endsWith("in " + BRIEF + ".");
        assertThat(FindingJson.line("a.crash", examined)).contains("\"symbol\":\"" + FULL + "\"");
        assertThat(examiner.text(examined))
                .contains(FULL + " + 12")
                .contains("cart::open(int) + 8")
                .doesNotContain(MANGLED)
                .doesNotContain("_ZN4cart");
    }

    @Test
    void aNameFromADsymIsReadableInTheSameStyles() throws IOException {
        Frame frame = new Frame(MANGLED, MANGLED, Optional.of("/src/Basket.swift"), 7, false);
        Examiner examiner = Examiner.withBuiltInRules((image, offset) -> new Lookup.Resolved(List.of(frame)));
        Examined examined = examine(examiner, report("0x104a30000 + 35988", "0x104a30000 + 35988"));
        Finding.Stack stack = (Finding.Stack) examined.finding();

        assertThat(stack.frames().getFirst().symbol()).isEqualTo(FULL);
        assertThat(stack.frames().getFirst().shown()).isEqualTo(BRIEF);
        assertThat(examiner.text(examined).split(java.util.regex.Pattern.quote(FULL + " (/src/Basket.swift:7)"), -1))
                .as("the blamed thread's frame and the other thread's")
                .hasSize(3);
    }

    @Test
    void aReportSignsTheSameWhetherItCameMangledReadableOrWasSymbolicated() throws IOException {
        Examiner examiner = Examiner.withBuiltInRules(SymbolSource.EMPTY);

        assertThat(id(examine(examiner, report(MANGLED + " + 12", "main + 8"))))
                .isEqualTo(id(examine(examiner, report(BRIEF + " + 12", "main + 8"))))
                .isEqualTo(id(examine(examiner, report(FULL + " + 12", "main + 8"))));
    }

    @Test
    void whatBitcodeHidIsNeitherShownNorSigned() throws IOException {
        for (String hidden : List.of("__hidden#42_", "___hidden#42_")) {
            Examiner reported = Examiner.withBuiltInRules(SymbolSource.EMPTY);
            Frame frame = new Frame(hidden, hidden, Optional.empty(), 0, false);
            Examiner stored = Examiner.withBuiltInRules((image, offset) -> new Lookup.Resolved(List.of(frame)));

            for (Examined examined : List.of(
                    examine(reported, report(hidden + " + 12", hidden + " + 8")),
                    examine(stored, report("0x104a30000 + 35988", "0x104a30000 + 35988")))) {
                Finding.Stack stack = (Finding.Stack) examined.finding();
                assertThat(stack.frames().getFirst().symbol()).isEmpty();
                assertThat(stack.signed().signature().title()).doesNotContain("hidden");
                assertThat(stack.signed().signature().frames()).noneMatch(name -> name.contains("hidden"));
                assertThat(stack.signed().signature().unstable()).isTrue();
            }
        }
    }

    @Test
    void aFrameWhoseNameBitcodeHidesWaitsForItsSymbolMaps() throws IOException {
        Frame frame = new Frame("__hidden#42_", "__hidden#42_", Optional.of("/src/Basket.swift"), 7, false);
        Examiner examiner = Examiner.withBuiltInRules((image, offset) -> new Lookup.Resolved(List.of(frame), 17));
        Examined examined = examine(examiner, report("0x104a30000 + 35988", "0x104a30000 + 35988"));

        assertThat(((Finding.Stack) examined.finding()).missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.hidden()).isEqualTo(17));
        assertThat(FindingJson.line("a.crash", examined)).contains("\"hidden_names\":17");
    }

    private static String id(Examined examined) {
        return ((Finding.Stack) examined.finding()).signed().signature().id();
    }

    private static Examined examine(Examiner examiner, String report) throws IOException {
        List<Examined> found = new ArrayList<>();
        examiner.examine(new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)), found::add);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** Two threads; the crashed one's first frame and the other's only one as told. */
    private static String report(String crashed, String other) {
        String path = "/private/var/containers/Bundle/Application/7C1E0A42-55D0-4B7B-9C1C-0D3A9B6F2E11/Cart.app/Cart";
        return """
                Incident Identifier: 3D00C414-2EDF-3358-A21A-79903A5126E1
                Hardware Model:      iPhone12,1
                Process:             Cart [3141]
                Path:                %s
                Identifier:          com.example.cart
                Version:             5.1 (1019)
                Code Type:           ARM-64 (Native)

                Date/Time:           2026-03-02 06:55:31.8810 +0900
                OS Version:          iPhone OS 16.7.2 (20H115)
                Report Version:      104

                Exception Type:  EXC_BAD_ACCESS (SIGSEGV)
                Exception Codes: 0x0000000000000001, 0x0000000000000018
                Triggered by Thread:  0

                Thread 0 Crashed:
                0   Cart                          \t0x0000000104a38c94 %s
                1   dyld                          \t0x00000001c4f3d430 start + 128

                Thread 1:
                0   Cart                          \t0x0000000104a38c94 %s

                Binary Images:
                       0x104a30000 -        0x104a4ffff Cart arm64  <2f1b6d8e0c4a4e7d9a51c3b8d7e6f504> %s
                       0x1c4f20000 -        0x1c4fb7fff dyld arm64e  <a1b2c3d4e5f60718293a4b5c6d7e8f90> /usr/lib/dyld
                """.formatted(path, crashed, other, path);
    }
}
