package dev.flotsam.symbols.demangle;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flotsam.symbols.demangle.text.Limits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assertions;

/**
 * No name makes the demangler throw, answer null or write more than the limit. In a plain build the saved inputs are
 * tried once; {@code JAZZER_FUZZ=1} searches for new ones.
 */
class DemanglerFuzzTest {
    private static final String[] PREFIXES = {
        "", "$s", "_$s", "$S", "_T0", "$e", "@__swiftmacro_", "_T", "_Tt", "_Z", "___Z", "-["
    };

    @FuzzTest(maxDuration = "5m")
    void anyNameComesBackReadableOrAsItWas(FuzzedDataProvider data) {
        String name = data.pickValue(PREFIXES) + data.consumeRemainingAsString();
        for (Style style : Style.values()) {
            DemangledName read = Demangler.read(name, style);
            Assertions.assertTrue(read.demangled() || read.text().equals(name));
            boolean bounded = read.text().getBytes(StandardCharsets.UTF_8).length <= Limits.TEXT_BYTES;
            Assertions.assertTrue(bounded || read.text().equals(name));
        }
    }
}
