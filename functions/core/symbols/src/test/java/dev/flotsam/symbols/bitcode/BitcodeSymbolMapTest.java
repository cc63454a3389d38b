package dev.flotsam.symbols.bitcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitcodeSymbolMapTest {
    private static final String MAP =
            "BCSymbolMap Version: 2.0\n-[Basket add:]\n_$s4Cart4openyyF\n\n\"say \\\"hi\\\"\"\n\1+[Basket empty]\nKörbe";

    @Test
    void aHiddenNameIsGivenBackByItsNumber() {
        BitcodeSymbolMap map = map(MAP);

        assertThat(map.size()).isEqualTo(6);
        assertThat(name(map, "__hidden#0_")).isEqualTo("-[Basket add:]");
        assertThat(name(map, "___hidden#1_")).isEqualTo("_$s4Cart4openyyF");
        assertThat(name(map, "__hidden#3_")).isEqualTo("say \"hi\"");
        assertThat(name(map, "__hidden#4_")).isEqualTo("+[Basket empty]");
        assertThat(name(map, "__hidden#5_")).isEqualTo("Körbe");
    }

    @Test
    void aMapWithoutAHeaderIsOfTheFirstVersion() {
        assertThat(name(map("one\r\ntwo"), "__hidden#1_")).isEqualTo("two");
        assertThat(name(map("BCSymbolMap Version: 1.0\none\n"), "__hidden#0_")).isEqualTo("one");
    }

    @Test
    void aNumberTheMapHasNotGotAndAnEmptyLineRevealNothing() {
        BitcodeSymbolMap map = map(MAP);

        assertThat(map.name(2)).isEmpty();
        assertThat(map.name(6)).isEmpty();
        assertThat(map.name(-1)).isEmpty();
    }

    @Test
    void aLineThatNoStringTableCanHoldRevealsNothing() {
        BitcodeSymbolMap map = map("a\0b\n" + "x".repeat(Limits.NAME_BYTES + 1) + "\nfine");

        assertThat(map.name(0)).isEmpty();
        assertThat(map.name(1)).isEmpty();
        assertThat(map.name(2)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "__hidden#",
                "__hidden#_",
                "__hidden#x_",
                "__hidden#1",
                "__hidden#9999999999_",
                "hidden#1_"
            })
    void otherNamesAreNotHidden(String name) {
        assertThat(BitcodeSymbolMap.number(name)).isEqualTo(-1);
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThat(read("BCSymbolMap Version: 3.0\none\n"))
                .isEqualTo(new MapReading.Refused("is of an unknown version"));
    }

    @Test
    void mapsBeyondALimitAreRefused() {
        byte[] lines = new byte[Limits.SYMBOL_MAP_NAMES + 1];
        Arrays.fill(lines, (byte) '\n');

        assertThat(BitcodeSymbolMap.read(lines))
                .isEqualTo(new MapReading.Refused("has over " + Limits.SYMBOL_MAP_NAMES + " names"));
        assertThat(BitcodeSymbolMap.read(new byte[Limits.SYMBOL_MAP_BYTES + 1]))
                .isEqualTo(new MapReading.Refused("is over " + Limits.SYMBOL_MAP_BYTES + " bytes"));
    }

    private static String name(BitcodeSymbolMap map, String hidden) {
        return new String(map.name(BitcodeSymbolMap.number(hidden)).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static BitcodeSymbolMap map(String text) {
        return ((MapReading.Read) read(text)).map();
    }

    private static MapReading read(String text) {
        return BitcodeSymbolMap.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
