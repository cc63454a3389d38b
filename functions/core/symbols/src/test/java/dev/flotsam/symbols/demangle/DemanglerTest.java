package dev.flotsam.symbols.demangle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemanglerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $s4Cart6BasketC3add4item5countySS_SitF   | Cart.Basket.add(item: Swift.String, count: Swift.Int) -> () | Basket.add(item:count:) | Basket.add
            $s4Cart6BasketC5totalSdvg                | Cart.Basket.total.getter : Swift.Double                     | Basket.total.getter     | Basket.total.getter
            $s4Cart6BasketCACycfC                    | Cart.Basket.__allocating_init() -> Cart.Basket              | Basket.__allocating_init() | Basket.init
            $s4Cart6BasketCfD                        | Cart.Basket.__deallocating_deinit                           | Basket.__deallocating_deinit | Basket.deinit
            $s4Cart3BoxVyxGAA4KindA2aEP4openyyFTW    | protocol witness for Cart.Kind.open() -> () in conformance Cart.Box<A> : Cart.Kind in Cart | protocol witness for Kind.open() in conformance Box<A> | Kind.open
            _TFC4Cart6Basket3addfT4itemSS_T_         | Cart.Basket.add(item: Swift.String) -> ()                   | Basket.add(item:)       | Basket.add
            _ZN4cart6Basket3addIiEEvRKT_             | void cart::Basket::add<int>(int const&)                     | cart::Basket::add<int>  | cart::Basket::add
            _ZNSt3__16vectorIiNS_9allocatorIiEEE4sizeEv | std::__1::vector<int, std::__1::allocator<int>>::size()  | std::__1::vector<int, std::__1::allocator<int>>::size | std::vector::size
            """)
    void aNameIsReadInThreeStyles(String mangled, String full, String simplified, String base) {
        assertThat(Demangler.demangle(mangled, Style.FULL)).isEqualTo(full);
        assertThat(Demangler.demangle(mangled, Style.SIMPLIFIED)).isEqualTo(simplified);
        assertThat(Demangler.demangle(mangled, Style.BASE)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$s4Cart4openyyF",
                "_$s4Cart4openyyF",
                "__$s4Cart4openyyF",
                "$S4Cart4openyyF",
                "_$S4Cart4openyyF",
                "$e4Cart4openyyF",
                "_$e4Cart4openyyF",
                "_T04Cart4openyyF",
                "__T04Cart4openyyF",
                "_TF4Cart4openFT_T_",
                "__TF4Cart4openFT_T_"
            })
    void everyPrefixOfSwiftIsKnownWithAndWithoutTheLinkersUnderscore(String mangled) {
        DemangledName name = Demangler.read(mangled, Style.FULL);

        assertThat(name.text()).isEqualTo("Cart.open() -> ()");
        assertThat(name.scheme()).isEqualTo(Scheme.SWIFT);
        assertThat(name.demangled()).isTrue();
    }

    @Test
    void aCxxNameIsKnownWithAndWithoutTheLinkersUnderscore() {
        assertThat(Demangler.read("_Z4openv", Style.FULL)).isEqualTo(new DemangledName("open()", Scheme.CXX));
        assertThat(Demangler.read("__Z4openv", Style.FULL)).isEqualTo(new DemangledName("open()", Scheme.CXX));
    }

    @Test
    void theOptimizersSuffixesAreShownInFullAndDroppedFromSignatures() {
        assertThat(Demangler.demangle("_ZN4cart4openEv.cold.1", Style.FULL)).isEqualTo("cart::open() (.cold.1)");
        assertThat(Demangler.demangle("_ZN4cart4openEv.llvm.42", Style.BASE)).isEqualTo("cart::open");
        assertThat(Demangler.demangle("$s4Cart4openyyF.resume.0", Style.FULL))
                .isEqualTo("Cart.open() -> () with unmangled suffix \".resume.0\"");
        assertThat(Demangler.demangle("$s4Cart4openyyF.resume.0", Style.SIMPLIFIED))
                .isEqualTo("open()");
        assertThat(Demangler.demangle("$s4Cart4openyyF.resume.0", Style.BASE)).isEqualTo("open");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $s4Cart4openyyFyycfU_                   | closure #1 () -> () in Cart.open() -> ()
            $s4Cart4openyyFyycfU_TA                 | partial apply forwarder for closure #1 () -> () in Cart.open() -> ()
            $s4Cart4openyyFSi_Tg5                   | generic specialization <Swift.Int> of Cart.open() -> ()
            $s4Cart4openyyFTm                       | merged Cart.open() -> ()
            """)
    void whatTheCompilerMakesInsideAFunctionIsSignedAsTheFunction(String mangled, String full) {
        assertThat(Demangler.demangle(mangled, Style.FULL)).isEqualTo(full);
        assertThat(Demangler.demangle(mangled, Style.BASE)).isEqualTo("open");
    }

    @Test
    void lambdasAndAnonymousNamespacesLoseTheirNumbersInSignatures() {
        assertThat(Demangler.demangle("_ZZN4cart4openEvENK3$_0clEv", Style.BASE))
                .isEqualTo("cart::open::$_0::operator()");
        assertThat(Demangler.demangle("_ZZN4cart4openEvENKUlvE1_clEv", Style.BASE))
                .isEqualTo("cart::open::'lambda'::operator()");
        assertThat(Demangler.demangle("_ZN12_GLOBAL__N_14openEi", Style.BASE)).isEqualTo("(anonymous namespace)::open");
    }

    @Test
    void objectiveCNamesStayAndTheSwiftClassesInThemAreRead() {
        assertThat(Demangler.read("-[CartBasket add:]", Style.FULL))
                .isEqualTo(new DemangledName("-[CartBasket add:]", Scheme.OBJECTIVE_C));
        assertThat(Demangler.demangle("-[_TtC4Cart6Basket add:]", Style.FULL)).isEqualTo("-[Cart.Basket add:]");
        assertThat(Demangler.demangle("__42+[_TtC4Cart6Basket(Store) add:]_block_invoke_2", Style.SIMPLIFIED))
                .isEqualTo("__42+[_TtC4Cart6Basket(Store) add:]_block_invoke_2");
    }

    @Test
    void rustNamesLoseTheirHash() {
        DemangledName name = Demangler.read("_ZN4cart6basket3add17h0123456789abcdefE", Style.FULL);

        assertThat(name).isEqualTo(new DemangledName("cart::basket::add", Scheme.RUST));
        assertThat(Demangler.demangle("_ZN4cart6basket3add17h0123456789abcdefE.llvm.42", Style.FULL))
                .isEqualTo("cart::basket::add");
        assertThat(Demangler.demangle("_ZN4cart6basket3add17h0000000000000000E", Style.FULL))
                .isEqualTo("cart::basket::add::h0000000000000000");
        assertThat(Demangler.demangle("_ZN4cart29_$LT$impl$u20$Add$u20$for$GT$3add17h0123456789abcdefE", Style.BASE))
                .isEqualTo("cart::<impl Add for>::add");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "_main",
                "$",
                "_T",
                "_Z",
                "$s",
                "objc_msgSend",
                "__hidden#7_",
                "_ZTotally",
                "s4Cart4openyyF"
            })
    void whatNoGrammarReadsComesBackAndSaysSo(String name) {
        assertThat(Demangler.read(name, Style.FULL)).isEqualTo(new DemangledName(name, Scheme.NONE));
        assertThat(Demangler.read(name, Style.BASE).demangled()).isFalse();
    }

    @Test
    void aNameOutsideAsciiKeepsItsCharacters() {
        assertThat(Demangler.demangle("_Z5cafév", Style.FULL)).isEqualTo("café()");
        assertThat(Demangler.demangle("$s4Cart007caf_dmayyF", Style.FULL)).isEqualTo("Cart.café() -> ()");
    }

    @Test
    void nullIsTheCallersMistake() {
        assertThatNullPointerException().isThrownBy(() -> Demangler.demangle(null, Style.FULL));
    }
}
