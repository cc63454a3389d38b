package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ReadResult.Parsed;
import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.ReadResult.SymbolKind;
import dev.flotsam.report.ReadResult.SymbolUpload;
import dev.flotsam.report.container.ContainerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class ContainersTest {
    private final ReportReader reader = new ReportReader();

    private static String line(String incident) {
        return "{\"incident\":\"" + incident + "\",\"procName\":\"Gull\",\"exception\":{\"type\":\"EXC_CRASH\"},"
                + "\"threads\":[{\"triggered\":true,\"frames\":[{\"symbol\":\"main\"}]}],\"usedImages\":[]}";
    }

    private static String ips(String incident) {
        return "{\"app_name\":\"Gull\",\"bug_type\":\"309\",\"incident_id\":\"" + incident + "\"}\n"
                + line(incident).replace(",\"", ",\n  \"").replace("{\"incident", "{\n  \"incident") + "\n";
    }

    private static List<String> incidents(List<UploadedReport> reports) {
        return reports.stream()
                .map(report -> ((Parsed) report.result()).report().incident().id())
                .toList();
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] tar(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            byte[] content = namesAndContents[i + 1].getBytes(UTF_8);
            byte[] header = new byte[512];
            System.arraycopy(namesAndContents[i].getBytes(UTF_8), 0, header, 0, namesAndContents[i].length());
            byte[] size = String.format("%011o", content.length).getBytes(UTF_8);
            System.arraycopy(size, 0, header, 124, size.length);
            header[156] = '0';
            System.arraycopy("ustar\00000".getBytes(UTF_8), 0, header, 257, 8);
            out.write(header);
            out.write(content);
            out.write(new byte[(512 - content.length % 512) % 512]);
        }
        out.write(new byte[1_024]);
        return out.toByteArray();
    }

    @Test
    void readsABareReportAsTheWholeUpload() {
        List<UploadedReport> reports = reader.read(ips("one").getBytes(UTF_8));

        assertThat(incidents(reports)).containsExactly("one");
        assertThat(reports.getFirst().place()).isEmpty();
    }

    @Test
    void readsGzipLikeTheFileInsideIt() throws IOException {
        List<UploadedReport> reports =
                reader.read(HostileUploadTest.gzip(ips("one").getBytes(UTF_8), 1));

        assertThat(incidents(reports)).containsExactly("one");
        assertThat(reports.getFirst().contentHash())
                .isEqualTo(reader.read(ips("one").getBytes(UTF_8)).getFirst().contentHash());
    }

    @Test
    void readsEveryFileOfAZipAndPassesOverWhatFileManagersLeaveBehind() throws IOException {
        byte[] upload =
                zip("a.ips", ips("one"), "__MACOSX/._a.ips", "junk", "deep/.DS_Store", "junk", "b.ips", line("two"));

        List<UploadedReport> reports = reader.read(upload);

        assertThat(incidents(reports)).containsExactly("one", "two");
        assertThat(reports).extracting(UploadedReport::place).containsExactly("entry 1", "entry 4");
    }

    @Test
    void readsATarInAGzipAndAZipInsideIt() throws IOException {
        byte[] upload = HostileUploadTest.gzip(tar("logs/a.ips", ips("one"), "logs/b.ips", line("two")), 1);

        assertThat(incidents(reader.read(upload))).containsExactly("one", "two");
    }

    @Test
    void readsOneReportALineAndPairsIpsHeadersWithTheirBodies() throws IOException {
        String batch = line("one") + "\n" + ips("two") + ips("three") + line("four") + "\n";

        List<UploadedReport> reports = reader.read(HostileUploadTest.gzip(batch.getBytes(UTF_8), 1));

        assertThat(incidents(reports)).containsExactly("one", "two", "three", "four");
        assertThat(reports.getFirst().place()).isEqualTo("line 1");
        assertThat(reports.get(1).place()).isEqualTo("line 2");
    }

    @Test
    void readsABatchThatStartsWithAnIpsOfTwoDocuments() {
        assertThat(incidents(reader.read((ips("one") + ips("two")).getBytes(UTF_8))))
                .containsExactly("one", "two");
    }

    @Test
    void readsABatchWhoseFirstLineIsCut() {
        String batch = "{\"incident\":\"cut\",\"threads\":[{\n" + line("one") + "\n" + line("two") + "\n";

        List<UploadedReport> reports = reader.read(batch.getBytes(UTF_8));

        assertThat(reports.getFirst().result()).isInstanceOf(Rejected.class);
        assertThat(incidents(reports.subList(1, 3))).containsExactly("one", "two");
    }

    @Test
    void readsABatchLargerThanTheLimitOfOneReport() {
        ReportReader small = new ReportReader(new ContainerLimits(1 << 20, 400, 100, 4, 200));
        String batch = (line("one") + "\n").repeat(10);

        assertThat(incidents(small.read(batch.getBytes(UTF_8)))).hasSize(10).containsOnly("one");
    }

    @Test
    void givesReportsOfOneDocumentHashesOfTheirOwn() {
        List<UploadedReport> reports = reader.read(("[" + line("one") + "," + line("two") + "]").getBytes(UTF_8));

        assertThat(reports).extracting(UploadedReport::part).containsExactly("$[0]", "$[1]");
        assertThat(reports).extracting(UploadedReport::contentHash).doesNotHaveDuplicates();
    }

    @Test
    void tellsSymbolUploadsFromReports() throws IOException {
        byte[] machO = {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 12, 0, 0, 1};

        assertThat(reader.read(machO).getFirst().result()).isEqualTo(new SymbolUpload(SymbolKind.MACH_O));
        assertThat(reader.read(zip(
                        "Gull.app.dSYM/Contents/Resources/DWARF/Gull", "x", "Gull.app.dSYM/Contents/Info.plist", "y")))
                .singleElement()
                .extracting(UploadedReport::result)
                .isEqualTo(new SymbolUpload(SymbolKind.DSYM_ARCHIVE));
        assertThat(reader.read(zip("Gull.xcarchive/Info.plist", "x", "Gull.xcarchive/dSYMs/a", "y")))
                .singleElement()
                .extracting(UploadedReport::result)
                .isEqualTo(new SymbolUpload(SymbolKind.XCARCHIVE));
    }

    @Test
    void readsReportsThatLieBesideSymbols() throws IOException {
        List<UploadedReport> reports = reader.read(zip("a.dSYM/Contents/Info.plist", "x", "a.ips", ips("one")));

        assertThat(reports.getFirst().result()).isInstanceOf(SymbolUpload.class);
        assertThat(incidents(reports.subList(1, 2))).containsExactly("one");
    }
}
