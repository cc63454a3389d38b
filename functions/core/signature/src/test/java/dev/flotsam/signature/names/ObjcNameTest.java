package dev.flotsam.signature.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjcNameTest {
    private static String demangled(String name) {
        return name.equals("_TtC5MyApp4Feed") ? "MyApp.Feed" : name;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-[Feed reload:] | -[Feed reload:]",
                "__16-[Feed reload:]_block_invoke | -[Feed reload:]",
                "__16+[Feed reload:]_block_invoke_2 | +[Feed reload:]",
                "-[Feed(Paging) next:with:] | -[Feed(Paging) next:with:]",
                "-[NSKVONotifying_Feed setItems:] | -[Feed setItems:]",
                "-[_TtC5MyApp4Feed reload] | -[MyApp.Feed reload]"
            })
    void namesTheMethod(String name, String method) {
        assertThat(ObjcName.isMethod(name)).isTrue();
        assertThat(ObjcName.method(name, ObjcNameTest::demangled)).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__load_block_invoke | load",
                "__load_block_invoke_3 | load",
                "__load_block_invoke.12 | load",
                "load_block_invoker | load_block_invoker",
                "load | load"
            })
    void namesTheFunctionABlockStandsIn(String name, String function) {
        assertThat(ObjcName.isMethod(name)).isFalse();
        assertThat(ObjcName.withoutBlock(name)).isEqualTo(function);
    }
}
