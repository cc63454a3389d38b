package dev.flotsam.memory.plist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Trees;
import dev.flotsam.report.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyListsTest {
    private static final String HEAD = "<?xml version=\"1.0\"?>\n<plist version=\"1.0\">";

    @Test
    void everyElementOfAnXmlListBecomesItsJsonValue() {
        String list = HEAD
                + "<dict><key>a&amp;b</key><array><true/><false></false><integer>-7</integer><integer>0x1f</integer>"
                + "<real>1.5</real><string>&#x4f60;&lt;</string><data> aGk= </data><date>2021-06-01T10:00:00Z</date>"
                + "<dict/><!-- said --><array/></array></dict></plist>";
        assertThat(json(list.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"a&b\":[true,false,-7,31,1.5,\"你<\",\"aGk=\",\"2021-06-01T10:00:00Z\",{},[]]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<dict>",
                "<dict><key>a</key></dict>",
                "<dict><string>a</string></dict>",
                "<dict><key>a</key><true/></array>",
                "<integer>many</integer>",
                "<real>NaN</real>",
                "<string>&own;</string>",
                "<string>a<b></string>",
                "<true>yes</true>",
                "<thing/>",
                "<string",
                "</dict>",
            })
    void whatAppleNeverWroteIsRefusedWithItsPlace(String inside) {
        assertThat(Trees.refused(PropertyLists.read((HEAD + inside).getBytes(StandardCharsets.UTF_8)))
                        .where())
                .startsWith("byte ");
    }

    @Test
    void entitiesOfADoctypeAreNeverRead() {
        String list = "<?xml version=\"1.0\"?><!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<plist version=\"1.0\"><string>&x;</string></plist>";
        assertThat(Trees.refused(PropertyLists.read(list.getBytes(StandardCharsets.UTF_8)))
                        .message())
                .contains("entity");
    }

    @Test
    void nestingAndSizeAreBounded() {
        String deep = HEAD + "<array>".repeat(PropertyLists.MAX_DEPTH + 2);
        assertThat(Trees.refused(PropertyLists.read(deep.getBytes(StandardCharsets.UTF_8)))
                        .message())
                .contains("nested");
        String many = HEAD + "<array>" + "<true/>".repeat(PropertyLists.MAX_VALUES + 1);
        assertThat(Trees.refused(PropertyLists.read(many.getBytes(StandardCharsets.UTF_8)))
                        .message())
                .contains("nested");
        assertThat(Trees.refused(PropertyLists.read(new byte[PropertyLists.MAX_BYTES + 1]))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void aBinaryListSaysTheSameAsItsObjects() {
        byte[] list = new Binary()
                .object(0xd2, 1, 2, 3, 4) // {1: 3, 2: 4}
                .text("singleMemory")
                .text("threshold")
                .text("1275.5")
                .object(0x12, 0, 0, 4, 0) // integer of four bytes
                .bytes(0);
        assertThat(json(list)).isEqualTo("{\"singleMemory\":\"1275.5\",\"threshold\":1024}");
    }

    @Test
    void aBinaryListKnowsTruthRealsDatesAndUtf16() {
        byte[] list = new Binary()
                .object(0xa5, 1, 2, 3, 4, 5)
                .object(0x09)
                .object(0x08)
                .object(0x23, doubleBytes(0.5))
                .object(0x33, doubleBytes(0))
                .object(0x61, 0x4f, 0x60)
                .bytes(0);
        assertThat(json(list)).isEqualTo("[true,false,0.5,\"2001-01-01T00:00:00Z\",\"你\"]");
    }

    @Test
    void aListThatHoldsItselfIsRefused() {
        byte[] list = new Binary().object(0xa1, 0).bytes(0);
        assertThat(Trees.refused(PropertyLists.read(list)).message()).contains("nested");
    }

    @Test
    void sharedObjectsThatMultiplyAreRefused() {
        Binary list = new Binary();
        for (int level = 1; level <= 20; level++) {
            list.object(0xa9, level, level, level, level, level, level, level, level, level);
        }
        list.object(0x09);
        assertThat(Trees.refused(PropertyLists.read(list.bytes(0))).message()).contains("shared");
    }

    @Test
    void damagedBinaryListsAreRefusedAndNothingIsThrown() {
        byte[] whole = new Binary().object(0xd1, 1, 2).text("key").text("value").bytes(0);
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 3; change++) {
                damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
            }
            assertThat(PropertyLists.read(damaged)).isNotNull();
        }
        for (int length = 0; length < whole.length; length++) {
            assertThat(PropertyLists.read(Arrays.copyOf(whole, length))).isNotNull();
        }
    }

    private static int[] doubleBytes(double value) {
        byte[] bytes = ByteBuffer.allocate(8).putDouble(value).array();
        int[] numbers = new int[8];
        for (int i = 0; i < 8; i++) {
            numbers[i] = bytes[i] & 0xff;
        }
        return numbers;
    }

    private static String json(byte[] list) {
        return JsonText.write(Trees.read(PropertyLists.read(list)));
    }

    /** Writes bplist00 with one-byte references and two-byte offsets. */
    private static final class Binary {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> offsets = new ArrayList<>();

        Binary() {
            out.writeBytes("bplist00".getBytes(StandardCharsets.US_ASCII));
        }

        Binary object(int marker, int... content) {
            offsets.add(out.size());
            out.write(marker);
            for (int each : content) {
                out.write(each);
            }
            return this;
        }

        Binary text(String text) {
            offsets.add(out.size());
            out.write(0x5f);
            out.write(0x10);
            out.write(text.length());
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        byte[] bytes(int top) {
            int table = out.size();
            for (int offset : offsets) {
                out.write(offset >> 8);
                out.write(offset);
            }
            out.writeBytes(new byte[6]);
            out.write(2);
            out.write(1);
            out.writeBytes(ByteBuffer.allocate(24)
                    .putLong(offsets.size())
                    .putLong(top)
                    .putLong(table)
                    .array());
            return out.toByteArray();
        }
    }
}
