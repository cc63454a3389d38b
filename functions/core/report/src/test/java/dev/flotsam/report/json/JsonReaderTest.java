package dev.flotsam.report.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonReaderTest {
    private final JsonReader reader = new JsonReader(JsonLimits.REPORT);

    private JsonDocument read(String json) {
        return reader.read(json.getBytes(UTF_8));
    }

    @Test
    void readsEveryKindOfValueAndAnswersMissingForWhatIsNotThere() {
        JsonValue root =
                read("{\"a\":[1,-2.5,\"x\",true,null],\"b\":{\"c\":\"0x1F\"}}").root();

        assertThat(root.get("a").elements()).hasSize(5);
        assertThat(root.at("b", "c").integer()).hasValue(31);
        assertThat(root.get("a").elements().get(1).decimal()).hasValue(-2.5);
        assertThat(root.get("a").elements().get(4).isPresent()).isFalse();
        assertThat(root.at("b", "x", "y").isPresent()).isFalse();
        assertThat(root.toString()).isEqualTo("{\"a\":[1,-2.5,\"x\",true,null],\"b\":{\"c\":\"0x1F\"}}");
    }

    @Test
    void keepsTheBitsOfUnsignedSixtyFourBitNumbers() {
        JsonValue root = read("[18446744073709551615,9223372036854775808,99999999999999999999]")
                .root();

        assertThat(root.elements().get(0).integer()).hasValue(-1L);
        assertThat(root.elements().get(1).integer()).hasValue(Long.MIN_VALUE);
        assertThat(root.elements().get(2).integer()).isEmpty();
    }

    @Test
    void answersWithTheLastOfDuplicateKeysAndKeepsBoth() {
        JsonValue root = read("{\"a\":1,\"a\":2}").root();

        assertThat(root.integer("a")).hasValue(2);
        assertThat(root.members()).hasSize(2);
    }

    @Test
    void keepsWhatWasReadOfACutDocumentAndSaysWhereItEnds() {
        JsonDocument document = read("{\"a\":1,\"threads\":[{\"frames\":[{\"x\":1},{\"y\":");

        assertThat(document.root().integer("a")).hasValue(1);
        assertThat(document.root()
                        .get("threads")
                        .elements()
                        .get(0)
                        .get("frames")
                        .elements())
                .hasSize(2);
        assertThat(document.damage()).get().satisfies(damage -> {
            assertThat(damage.code()).isEqualTo("cut-short");
            assertThat(damage.path()).isEqualTo("$.threads[0].frames[1].y");
        });
    }

    @Test
    void readsOneDocumentAfterTheOther() {
        byte[] two = "{\"a\":1}\n{\"b\":2}".getBytes(UTF_8);
        JsonDocument first = reader.read(two);

        assertThat(first.end()).isEqualTo(7);
        assertThat(reader.read(two, first.end(), two.length).root().integer("b"))
                .hasValue(2);
    }

    @Test
    void replacesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"name\":\"ab?\",\"pid\":7}".getBytes(UTF_8);
        bytes[11] = (byte) 0xE4;

        JsonDocument document = reader.read(bytes);

        assertThat(document.damage()).isEmpty();
        assertThat(document.root().text("name")).isEqualTo("ab\uFFFD");
        assertThat(document.root().integer("pid")).hasValue(7);
    }

    @Test
    void refusesDepthBeyondItsLimitWithoutOverflowing() {
        JsonDocument document = read("[".repeat(JsonLimits.REPORT.depth() + 1));

        assertThat(document.damage()).get().extracting(JsonDamage::code).isEqualTo("too-large");
        assertThat(JsonText.write(document.root())).startsWith("[[[");
    }

    @Test
    void refusesMoreValuesThanItsLimit() {
        JsonReader small = new JsonReader(new JsonLimits(10, 5, 100, 100, 100));

        JsonDocument document = small.read("[1,2,3,4,5,6,7]".getBytes(UTF_8));

        assertThat(document.damage()).get().extracting(JsonDamage::code).isEqualTo("too-large");
        assertThat(document.root().elements()).hasSizeBetween(4, 6);
    }

    @Test
    void refusesNamesTextsAndNumbersBeyondTheirLimits() {
        JsonReader small = new JsonReader(new JsonLimits(10, 50, 100, 20, 30));

        assertThat(small.read(("{\"" + "n".repeat(5_000) + "\":1}").getBytes(UTF_8))
                        .damage())
                .get()
                .extracting(JsonDamage::code)
                .isEqualTo("too-large");
        assertThat(small.read(("[\"" + "t".repeat(5_000) + "\"]").getBytes(UTF_8))
                        .damage())
                .get()
                .extracting(JsonDamage::code)
                .isEqualTo("too-large");
        assertThat(small.read(("[" + "1".repeat(5_000) + "]").getBytes(UTF_8)).damage())
                .get()
                .extracting(JsonDamage::code)
                .isEqualTo("too-large");
    }
}
