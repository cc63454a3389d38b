package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitcodeSymbolMapTest {
    private static final String MAP =
            "BCSymbolMap Version: 2.0\n-[Basket add:]\n_$s4Cart4openyyF\n\n\"say \\\"hi\\\"\"\n";

    @Test
    void aHiddenNameIsGivenBackByItsNumber() {
        BitcodeSymbolMap map = BitcodeSymbolMap.read(MAP);

        assertThat(map.size()).isEqualTo(4);
        assertThat(map.reveal("__hidden#0_")).contains("-[Basket add:]");
        assertThat(map.reveal("___hidden#1_").map(name -> Demangler.demangle(name, Style.BASE)))
                .contains("open");
        assertThat(map.reveal("__hidden#3_")).contains("say \"hi\"");
    }

    @Test
    void aMapOfTheFirstVersionHasNoHeader() {
        assertThat(BitcodeSymbolMap.read("one\r\ntwo").reveal("__hidden#1_")).contains("two");
    }

    @Test
    void aNumberTheMapHasNotGotAndAnEmptyLineRevealNothing() {
        BitcodeSymbolMap map = BitcodeSymbolMap.read(MAP);

        assertThat(map.reveal("__hidden#2_")).isEmpty();
        assertThat(map.reveal("__hidden#4_")).isEmpty();
        assertThat(map.reveal("main")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main", "__hidden#", "__hidden#_", "__hidden#x_", "__hidden#99999999999_", "hidden#1_"})
    void otherNamesAreNotHidden(String name) {
        assertThat(BitcodeSymbolMap.isHidden(name)).isFalse();
    }

    @Test
    void aHiddenNameSaysSoAndNothingReadsIt() {
        assertThat(BitcodeSymbolMap.isHidden("__hidden#7_")).isTrue();
        assertThat(Demangler.read("__hidden#7_", Style.BASE).demangled()).isFalse();
    }

    @Test
    void aMapIsKnownByItsHeader() {
        assertThat(BitcodeSymbolMap.isSymbolMap(MAP)).isTrue();
        assertThat(BitcodeSymbolMap.isSymbolMap("<?xml")).isFalse();
    }
}
