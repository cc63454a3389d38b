package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.container.ContainerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class HostileUploadTest {
    private static final byte[] BLANKS = " ".repeat(1 << 16).getBytes(UTF_8);

    private final ReportReader reader = new ReportReader();

    private static Rejected only(List<UploadedReport> reports) {
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().result()).isInstanceOf(Rejected.class);
        return (Rejected) reports.getFirst().result();
    }

    @Test
    void rejectsAnEmptyUpload() {
        assertThat(only(reader.read(new byte[0])).code()).isEqualTo("empty");
    }

    @Test
    void rejectsRandomBytesWithTheirFirstBytesInTheMessage() {
        byte[] random = new byte[4_096];
        new Random(7).nextBytes(random);

        Rejected rejected = only(reader.read(random));

        assertThat(rejected.code()).isEqualTo("not-a-report");
        assertThat(rejected.where()).isEqualTo("byte 0");
        assertThat(rejected.message()).isNotBlank();
    }

    @Test
    void rejectsHalfAJsonAtThePlaceWhereItEnds() {
        Rejected rejected = only(reader.read("{\"app_name\":\"Gull\",\"bug_ty".getBytes(UTF_8)));

        assertThat(rejected.code()).isEqualTo("cut-short");
        assertThat(rejected.where()).startsWith("$");
    }

    @Test
    void rejectsTwoHundredMegabytesOfZerosInAGzipWithoutUnpackingThem() throws IOException {
        byte[] bomb = gzip(new byte[1 << 16], 200 << 4);

        Rejected rejected = only(reader.read(bomb));

        assertThat(rejected.code()).isEqualTo("not-a-report");
    }

    @Test
    void rejectsAGzipThatUnpacksTooDensely() throws IOException {
        byte[] bomb = gzip(BLANKS, 60 << 4);

        assertThat(only(reader.read(bomb)).code()).isEqualTo("too-dense");
    }

    @Test
    void rejectsAReportBeyondItsLimit() {
        ReportReader small = new ReportReader(new ContainerLimits(1 << 20, 1_000, 10, 4, 200));

        assertThat(only(small.read("x".repeat(1_001).getBytes(UTF_8))).code()).isEqualTo("too-large");
    }

    @Test
    void rejectsAnUploadThatUnpacksToMoreThanItsLimit() throws IOException {
        ReportReader small = new ReportReader(new ContainerLimits(10_000, 9_000, 10, 4, 200));

        assertThat(only(small.read(gzip("x".repeat(8_000).getBytes(UTF_8), 2))).code())
                .isIn("too-large");
    }

    @Test
    void stopsAtTooManyEntriesAndKeepsTheOnesBefore() throws IOException {
        ReportReader small = new ReportReader(new ContainerLimits(1 << 20, 1_000, 3, 4, 200));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 5; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write("no report".getBytes(UTF_8));
            }
        }

        List<UploadedReport> reports = small.read(out.toByteArray());

        assertThat(reports).hasSize(4);
        assertThat(((Rejected) reports.getLast().result()).code()).isEqualTo("too-many");
    }

    @Test
    void rejectsContainersThatNestTooDeep() throws IOException {
        byte[] nested = "{}".getBytes(UTF_8);
        for (int i = 0; i < 5; i++) {
            nested = gzip(nested, 1);
        }

        assertThat(only(reader.read(nested)).code()).isEqualTo("too-deep");
    }

    @Test
    void readsOnlySoManyReportsOfOneDocument() {
        String array = "[" + "{},".repeat(DocumentReader.MOST_PARTS) + "{}]";
        String payload = "{\"crashDiagnostics\":" + array + "}";

        List<UploadedReport> elements = reader.read(array.getBytes(UTF_8));
        List<UploadedReport> diagnostics = reader.read(payload.getBytes(UTF_8));

        assertThat(elements).hasSize(DocumentReader.MOST_PARTS + 1);
        assertThat(((Rejected) elements.getLast().result()).code()).isEqualTo("too-many");
        assertThat(diagnostics).hasSize(DocumentReader.MOST_PARTS + 1);
        assertThat(((Rejected) diagnostics.getLast().result()).code()).isEqualTo("too-many");
    }

    @Test
    void rejectsACutArchive() throws IOException {
        byte[] whole = gzip("{\"bug_type\":\"309\"}".repeat(500).getBytes(UTF_8), 1);

        assertThat(only(reader.read(Arrays.copyOf(whole, whole.length / 2))).code())
                .isEqualTo("cut-short");
    }

    @Test
    void passesOnTheFailureOfTheUploadsOwnStream() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is gone");
            }

            @Override
            public int read(byte[] bytes, int from, int size) throws IOException {
                throw new IOException("the connection is gone");
            }
        };

        assertThatThrownBy(() -> reader.read(failing, report -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the connection is gone");
    }

    @Test
    void rejectsABadLineAmongGoodOnesAlone() {
        String good = "{\"procName\":\"Gull\",\"threads\":[{\"triggered\":true,\"frames\":[{\"symbol\":\"main\"}]}]}\n";

        List<UploadedReport> reports =
                reader.read((good + "{\"cut\":[1,2\n" + good + "no json\n" + good).getBytes(UTF_8));

        assertThat(reports)
                .extracting(UploadedReport::place)
                .containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
        assertThat(reports)
                .extracting(report -> report.result() instanceof Rejected)
                .containsExactly(false, true, false, true, false);
    }

    static byte[] gzip(byte[] content, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                gzip.write(content);
            }
        }
        return out.toByteArray();
    }
}
