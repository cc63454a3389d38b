package dev.flotsam.signature;

import static dev.flotsam.signature.Reports.exception;
import static dev.flotsam.signature.Reports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppOverridesTest {
    private static final Signer PLAIN = new Signer(Ruleset.builtIn(), name -> name);

    private static AppOverrides parse(String json) {
        return AppOverrides.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Signature sign(String rules, Reports report) {
        AppOverrides overrides = parse("{\"org.example.feed\": " + rules + "}");
        return new Signer(Ruleset.builtIn().with(overrides), name -> name)
                .sign(report.build())
                .signature();
    }

    private static Reports crash() {
        return report().raised(exception("", "SIGBUS", "", "row 7 is gone"))
                .at("Feed", "Log.write(_:)")
                .at("Paging", "Pager.next()")
                .at("Feed", "Feed.load()")
                .at("Feed", "main");
    }

    @Test
    void anIrrelevantFrameIsSkippedAndAPrefixFrameSignedWithTheNext() {
        assertThat(sign("{\"irrelevant\": [\"Log.*\"]}", crash()).frames()).containsExactly("Pager.next");
        assertThat(sign("{\"prefix\": [\"Log.*\"]}", crash()).frames()).containsExactly("Log.write", "Pager.next");
    }

    @Test
    void ownersSayWhoseCodeAnImageOrFunctionIs() {
        assertThat(sign("{\"irrelevant\": [\"Log.*\"], \"not_in_app\": [\"Paging\"]}", crash())
                        .frames())
                .containsExactly("Feed.load");
        assertThat(sign("{\"not_in_app\": [\"Log.*\", \"Pager.*\"]}", crash()).frames())
                .containsExactly("Feed.load");
        assertThat(sign(
                                "{\"in_app\": [\"UIKitCore\"]}",
                                report().at("UIKitCore", "f").at("Feed", "g"))
                        .frames())
                .containsExactly("f");
    }

    @Test
    void extraKeysAreSignedToo() {
        assertThat(sign("{\"extra_keys\": [\"reason\", \"signal\"]}", crash()).title())
                .isEqualTo("bad-access | Log.write | reason: row <number> is gone | signal: SIGBUS");
    }

    @Test
    void anotherAppsRulesChangeNothingButTheVersionNamed() {
        AppOverrides overrides = parse("{\"org.example.other\": {\"irrelevant\": [\"Log.*\"]}}");
        Signature signature = new Signer(Ruleset.builtIn().with(overrides), name -> name)
                .sign(crash().build())
                .signature();

        assertThat(signature.id())
                .isEqualTo(PLAIN.sign(crash().build()).signature().id());
        assertThat(signature.ruleset()).matches("1\\+[0-9a-f]{8}");
        assertThat(PLAIN.version()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\": {\"irelevant\": []}} | $.a: unknown member \"irelevant\"",
                "{\"a\": {\"prefix\": [\"x*y\"]}} | $.a.prefix, line 1: \"x*y\"",
                "{\"a\": {\"prefix\": [\"\"]}} | $.a.prefix: a pattern is empty",
                "{\"a\": {\"extra_keys\": [\"mood\"]}} | $.a.extra_keys: unknown key \"mood\"",
                "{\"a\": {\"prefix\": [ | $.a.prefix",
                "[1] | $: an object by bundle identifier"
            })
    void whatIsWrongIsNamedWithItsPlace(String json, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(json)).withMessageContaining(message);
    }

    @Test
    void sizesAreBounded() {
        String pattern = "\"p\",".repeat(AppOverrides.PATTERNS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("{\"a\": {\"prefix\": [" + pattern + "\"p\"]}}"))
                .withMessageContaining("2001 patterns");
        assertThatIllegalArgumentException().isThrownBy(() -> AppOverrides.parse(new byte[AppOverrides.BYTES + 1]));
    }
}
