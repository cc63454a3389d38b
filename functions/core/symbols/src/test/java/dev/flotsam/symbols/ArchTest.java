package dev.flotsam.symbols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchTest {
    @ParameterizedTest
    @CsvSource({
        "7, 3, i386",
        "0x01000007, 3, x86_64",
        "0x01000007, 0x80000003, x86_64",
        "0x01000007, 8, x86_64h",
        "12, 6, armv6",
        "12, 9, armv7",
        "12, 11, armv7s",
        "12, 12, armv7k",
        "0x0100000c, 0, arm64",
        "0x0100000c, 1, arm64",
        "0x0100000c, 2, arm64e",
        "0x0100000c, 0x80000002, arm64e",
        "0x0200000c, 1, arm64_32",
        "18, 0, ppc",
        "99, 5, cpu-99-5"
    })
    void aHeadersNumbersHaveTheNameApplesToolsPrint(String type, String subtype, String name) {
        assertThat(Arch.of(Long.decode(type).intValue(), Long.decode(subtype).intValue()))
                .hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ARM64", "arm64/../x", "arm 64"})
    void whatCouldBeAPathIsNoName(String name) {
        assertThatThrownBy(() -> new Arch(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
