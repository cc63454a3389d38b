package dev.flotsam.memory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.memory.Reading;
import dev.flotsam.memory.Rejection;
import dev.flotsam.memory.Trees;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitReaderTest {
    private static final String DOCUMENT = """
            {'portrait':1,'app':{'id':'com.example.skerry'},'device':'iPhone15,2',
             'nodes':[{'address':'0x10','class':'Cache','size':16,'to':['0x20','0x30']},
                      {'address':'0x20','class':'Image','size':4096},
                      {'address':'0x30','class':'Image','size':8192}],
             'edges':[['0x20','0x30']],
             'regions':[{'start':'0x1000','size':65536,'dirty':4096,'swapped':0,'user_tag':'MALLOC_SMALL'}],
             'roots':['0x10']}""";

    private static final String LINES = """
            {'portrait':1,'app':{'id':'com.example.skerry'},'device':'iPhone15,2'}
            {'address':'0x10','class':'Cache','size':16}
            {'address':32,'class':'Image','size':4096,'retain_count':2}
            {'node':{'address':'0x30','class':'Image','size':8192}}
            {'from':'0x10','to':'0x20'}
            {'from':'0x10','to':['0x30']}
            {'edges':[['0x20','0x30']]}
            {'start':'0x1000','size':65536,'dirty':4096,'swapped':0,'user_tag':'MALLOC_SMALL','file':''}
            {'root':'0x10'}""";

    @ParameterizedTest
    @ValueSource(strings = {DOCUMENT, LINES})
    void documentsAndLinesSayTheSame(String text) throws IOException {
        Portrait portrait = read(text);
        PortraitReport report = PortraitAnalysis.of(portrait);
        assertThat(portrait.facts())
                .containsEntry("app.id", "com.example.skerry")
                .containsEntry("device", "iPhone15,2");
        assertThat(report.nodes()).isEqualTo(3);
        assertThat(report.references()).isEqualTo(3);
        assertThat(report.bytes()).isEqualTo(16 + 4096 + 8192);
        assertThat(report.roots()).isOne();
        assertThat(report.retainers().getFirst().node().retained()).isEqualTo(report.bytes());
        assertThat(report.regions())
                .singleElement()
                .satisfies(total -> assertThat(total.dirty()).isEqualTo(4096));
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(LINES.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        assertThat(reading(packed.toByteArray())).isInstanceOf(Reading.Read.class);
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        assertThat(refused(cut).code()).isEqualTo("bad-gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'nodes':[{'address':'0x10','size':-1}]}",
                "{'nodes':[{'address':'here','size':1}]}",
                "{'nodes':[{'size':1}]}",
                "{'nodes':[7]}",
                "{'nodes':[{'address':1,'size':1.5}]}",
                "{'nodes':[{'address':1,'size':99999999999999999999}]}",
                "{'edges':[[1]]}",
                "{'edges':[[1,2,3]]}",
                "{'regions':[{'start':1,'dirty':'many'}]}",
                "{'roots':[{}]}",
                "{'address':1,'to':[[2]]}",
            })
    void aValueThatNoPortraitHasIsRefusedWithItsPlace(String text) throws IOException {
        Rejection rejection = refused(bytes(text));
        assertThat(rejection.code()).isEqualTo("wrong-type");
        assertThat(rejection.where()).startsWith("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "7", "{'portrait':1}", "{'nodes':[", "plain", "{'other':[[[[]]]]}"})
    void whatIsNoPortraitIsRefused(String text) throws IOException {
        assertThat(refused(bytes(text)).code()).isIn("not-a-portrait", "bad-json");
    }

    /** The parser takes the first bytes for UTF-32, and what follows for characters that there are none of. */
    @Test
    void whatBeginsLikeAnotherEncodingIsRefused() throws IOException {
        assertThat(refused(bytes("\0\0\0{root")).code()).isEqualTo("bad-json");
    }

    @Test
    void nestingIsBounded() throws IOException {
        String deep = "[".repeat(PortraitLimits.MAX_DEPTH + 1);
        assertThat(refused(bytes("{'other':" + deep)).code()).isEqualTo("bad-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'nodes':[{'address':1},{'address':2},{'address':3},{'address':4}]}|nodes",
                "{'roots':[1,2,3,4]}|nodes",
                "{'edges':[[1,2],[3,4]]}|nodes",
                "{'edges':[[1,2],[1,2],[1,2],[1,2],[1,2]]}|references",
                "{'regions':[{'start':1},{'start':1},{'start':1}]}|regions",
                "{'nodes':[{'address':1,'class':'A'},{'address':1,'class':'B'},{'address':1,'class':'C'}]}|classes",
            })
    void whatCostsMoreThanItsBudgetIsRefused(String text, String what) throws IOException {
        PortraitBudget budget = new PortraitBudget(3, 4, 2, 2, 1_000);
        Rejection rejection = Trees.refused(PortraitReader.read(new ByteArrayInputStream(bytes(text)), budget));
        assertThat(rejection.code()).isEqualTo("too-large");
        assertThat(rejection.message()).endsWith(what);
    }

    @Test
    void moreBytesThanTheBudgetAreRefused() throws IOException {
        PortraitBudget budget = new PortraitBudget(3, 4, 2, 2, 1_000);
        InputStream blanks = new ByteArrayInputStream(bytes("{'portrait':1}" + " ".repeat(100_000)));
        assertThat(Trees.refused(PortraitReader.read(blanks, budget)).code()).isEqualTo("too-large");
    }

    @Test
    void theLargestPortraitHasFiveMillionNodes() {
        assertThat(PortraitBudget.LARGEST.nodes()).isEqualTo(5_000_000);
    }

    @Test
    void moreTagsThanAreToldApartBecomeOthers() throws IOException {
        Portrait portrait = read(new Repeated("{\"start\":1,\"tag\":\"T", "\"}\n", PortraitLimits.MAX_TAGS + 10L));
        assertThat(portrait.regions()).hasSize(PortraitLimits.MAX_TAGS + 1);
    }

    @Test
    void longClassNamesAreCut() throws IOException {
        Portrait portrait = read("{'address':1,'class':'" + "C".repeat(PortraitLimits.MAX_NAME + 9) + "'}");
        assertThat(portrait.graph().className(0)).hasSize(PortraitLimits.MAX_NAME);
    }

    /** A text with a running number in it, over and over, without ever being in memory as a whole. */
    private static final class Repeated extends InputStream {
        private final String before;
        private final String after;
        private final long times;
        private long next;
        private byte[] line = new byte[0];
        private int position;

        Repeated(String before, String after, long times) {
            this.before = before;
            this.after = after;
            this.times = times;
        }

        @Override
        public int read() {
            if (position == line.length) {
                if (next == times) {
                    return -1;
                }
                line = (before + next++ + after).getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            return line[position++];
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            buffer[offset] = (byte) first;
            int more = Math.min(length - 1, line.length - position);
            System.arraycopy(line, position, buffer, offset + 1, more);
            position += more;
            return more + 1;
        }
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Portrait read(String text) throws IOException {
        return read(new ByteArrayInputStream(bytes(text)));
    }

    private static Portrait read(InputStream in) throws IOException {
        return switch (PortraitReader.read(in)) {
            case Reading.Read(Portrait portrait) -> portrait;
            case Reading.Refused(Rejection rejection) -> throw new AssertionError(rejection.toString());
        };
    }

    private static Reading<Portrait> reading(byte[] bytes) throws IOException {
        return PortraitReader.read(new ByteArrayInputStream(bytes));
    }

    private static Rejection refused(byte[] bytes) throws IOException {
        return refused(new ByteArrayInputStream(bytes));
    }

    private static Rejection refused(InputStream in) throws IOException {
        return switch (PortraitReader.read(in)) {
            case Reading.Read(Portrait portrait) -> throw new AssertionError("read as " + portrait);
            case Reading.Refused(Rejection rejection) -> rejection;
        };
    }
}
