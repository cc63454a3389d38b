package dev.flotsam.signature.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decode.cold.1 | decode",
                "decode.isra.0.cold | decode",
                "decode.constprop.2.isra.1 | decode",
                "_ZL6decodev.llvm.1234567 | _ZL6decodev",
                "*__GI_abort | abort",
                "IA__g_object_unref | g_object_unref",
                "memcpy@@GLIBC_2.14 | memcpy",
                "puts@plt | puts",
                "_platform_bzero$VARIANT$Haswell | _platform_bzero",
                "start_thread + 24 | start_thread",
                "-[Feed reload] + 0x1f | -[Feed reload]",
                "Feed.cleanup | Feed.cleanup",
                "Feed.part | Feed.part",
                "table.12 | table.12"
            })
    void cSymbolsLoseWhatToolsHungOnThem(String symbol, String name) {
        assertThat(CName.of(symbol)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.Feed$$Lambda$14/0x00000001.run | a.Feed$$Lambda.run",
                "a.Feed.lambda$load$3 | a.Feed.lambda$load",
                "a.Feed$2.run | a.Feed$.run",
                "a.Feed.access$100 | a.Feed.access$",
                "a.Feed$Page.run | a.Feed$Page.run",
                "$sSomething1 | $sSomething1"
            })
    void jvmNamesLoseTheirNumbers(String name, String expected) {
        assertThat(JavaName.of(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "feed::load::h0123456789abcdef | feed::load",
                "feed::load::height | feed::load::height",
                "::h0123456789abcdef | ::h0123456789abcdef"
            })
    void rustNamesLoseTheirHash(String name, String expected) {
        assertThat(RustName.of(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "index 7 beyond bounds [0 .. 3] | index <number> beyond bounds [<number> .. <number>]",
                "unrecognized selector sent to instance 0x60000123 | unrecognized selector sent to instance <pointer>",
                "no row 'Anna' in \"people\" | no row <text> in <text>",
                "it isn't there and won't be | it isn't there and won't be",
                "item 7C0C3B2E-55F1-4F7B-9E2D-0123456789AB gone | item <uuid> gone",
                "hash deadbeef01 differs | hash <hex> differs"
            })
    void reasonsLoseWhatDiffersBetweenOccurrences(String reason, String expected) {
        assertThat(Reason.of(reason, 200)).isEqualTo(expected);
    }
}
