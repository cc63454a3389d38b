package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.demangle.text.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names made to cost: each ends within the limits and comes back as it was given. */
class HostileNamesTest {
    /** A tuple of two of what came before, so often: 2^n texts. */
    private static String swiftDoubling(int times) {
        StringBuilder name = new StringBuilder("$s1a1bV");
        for (int i = 0; i < times; i++) {
            // The tuple of the last type twice, made a type that can be repeated: Optional of it.
            String last = i == 0 ? "AC" : substitution(i + 2);
            name.append(i == 0 ? "_ACt" : "_" + last + "t").append("Sg");
        }
        return name.append('D').toString();
    }

    private static String substitution(int index) {
        return index < 26 ? "A" + (char) ('A' + index) : "A" + (index - 27) + "_";
    }

    private static String oldSwiftDoubling(int times) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < times; i++) {
            name.append("_TtT".substring(i == 0 ? 0 : 3));
        }
        return name.append("Si".repeat(2)).append("_".repeat(times)).toString();
    }

    /** A template of two of what came before, so often. */
    private static String cxxDoubling(int times) {
        StringBuilder name = new StringBuilder("_Z1f1AIiiE");
        for (int i = 0; i < times; i++) {
            String last = i == 0 ? "S0_" : "S" + Integer.toString(i, 36).toUpperCase(Locale.ROOT) + "_";
            name.append("S_I").append(last).append(last).append('E');
        }
        return name.toString();
    }

    static Stream<String> beyondTheLimits() {
        return Stream.of(
                cxxDoubling(40),
                swiftDoubling(40),
                "_Z1f" + "P".repeat(60_000) + "i",
                "_Z1f" + "1AI".repeat(20_000) + "i" + "E".repeat(20_000),
                "_Z" + "N1a".repeat(15_000),
                "_Z" + "ZN1a1bE".repeat(9_000),
                "_Z1fIXplLi1E".repeat(5_000),
                "_Tt" + "M".repeat(60_000) + "Si",
                "_Tt" + "F".repeat(30_000) + "Si".repeat(10_000),
                "_Tt" + "GSq".repeat(20_000) + "Si" + "_".repeat(20_000),
                "_TF" + "FC".repeat(30_000),
                "$sSi" + "Sg".repeat(30_000) + "D",
                "$sSi" + "m".repeat(60_000) + "D",
                "$s1a" + "A2000A".repeat(5_000),
                "$s" + "9".repeat(60_000),
                "_Z" + "9".repeat(60_000),
                "_T" + "x".repeat(Limits.NAME_CHARS),
                "_ZN" + "5hello".repeat(Limits.NAME_CHARS / 6 + 1) + "E");
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void aNameBeyondTheLimitsComesBackUnchanged(String hostile) {
        assertThat(Demangler.demangle(hostile, Style.FULL)).isSameAs(hostile);
    }

    @ParameterizedTest
    @MethodSource("beyondTheLimits")
    void aSignatureOfAHostileNameIsShortOrTheNameItself(String hostile) {
        String base = Demangler.demangle(hostile, Style.BASE);

        assertThat(base.equals(hostile) || base.length() < 100).isTrue();
    }

    @Test
    void doublingNamesAreReadWhileTheyAreShort() {
        assertThat(Demangler.demangle(cxxDoubling(1), Style.FULL))
                .isEqualTo("f(A<int, int>, A<A<int, int>, A<int, int>>)");
        assertThat(Demangler.demangle(oldSwiftDoubling(2), Style.FULL)).isEqualTo("((Swift.Int, Swift.Int))");
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void noTextIsLongerThanTheLimit(Style style) {
        for (int times = 1; times < 40; times++) {
            for (String name : List.of(cxxDoubling(times), swiftDoubling(times))) {
                String text = Demangler.demangle(name, style);
                assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(Limits.TEXT_BYTES);
            }
        }
    }

    @Test
    void theDepthLimitFitsASmallStack() throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(
                null,
                () -> beyondTheLimits().forEach(name -> Demangler.demangle(name, Style.FULL)),
                "small stack",
                512 * 1024);
        thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
        thread.start();
        thread.join();

        assertThat(thrown).isEmpty();
    }

    @Test
    void theLongestNameThatIsReadIsAtTheLimit() {
        String text = "a".repeat(Limits.TEXT_BYTES - 10);
        String name = "_Z" + text.length() + text + "v";

        assertThat(Demangler.demangle(name, Style.FULL)).isEqualTo(text + "()");
        assertThat(Demangler.demangle(name + "v".repeat(20), Style.FULL)).isEqualTo(name + "v".repeat(20));
    }

    @Test
    void changedNamesNeverThrow() {
        Random random = new Random(7);
        List<String> seeds = List.of(
                "$s4Cart6BasketC3add4item5countySS_SitFyycfU_TA",
                "$s4Cart4fillyyxlFAA4ItemV_TB5",
                "_TTSg5SdSds4Copys_Si___TFSacfT_GSax_",
                "_TFFC4Cart6Basket3addFT_T_U_FT_Si_promote0",
                "_ZNSt6vectorIiSaIiEE9push_backEOi.cold",
                "_ZZN4cart4openIJidEEEvDpT_ENKUlTyT_E_clIcEEDaS2_",
                "-[_TtC4Cart6Basket add:]");
        String alphabet = "_$0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.é";
        for (int i = 0; i < 60_000; i++) {
            StringBuilder name = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(name.length());
                name.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                name.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (Style style : Style.values()) {
                assertThat(Demangler.demangle(name.toString(), style)).isNotNull();
            }
        }
    }
}
