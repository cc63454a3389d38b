package dev.flotsam.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ReadResult.ForMemory;
import dev.flotsam.report.ReadResult.MemoryKind;
import dev.flotsam.report.ReadResult.Rejected;
import dev.flotsam.report.container.ContainerLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitUploadTest {
    private static final String LINES = """
            {"flotsam":"portrait/1","app":{"id":"com.example.skerry"}}
            {"address":"0x10","class":"ImageCache","size":128,"to":["0x20"]}
            {"address":"0x20","class":"CGImage","size":4194304}
            """;

    @Test
    void lines_of_a_portrait_are_one_portrait_and_no_batch_of_reports() throws IOException {
        assertThat(portraits(LINES.getBytes(StandardCharsets.UTF_8))).containsExactly(LINES);
        assertThat(portraits(gzip(LINES))).containsExactly(LINES);
        assertIsPortrait(LINES.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_portrait_may_be_larger_than_any_report_for_whoever_takes_it_as_it_streams_in() throws IOException {
        ReportReader small = new ReportReader(new ContainerLimits(1 << 20, 100, 10, 2, 200));
        List<String> taken = new ArrayList<>();
        List<UploadedReport> reports = new ArrayList<>();
        small.read(
                new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)),
                reports::add,
                (place, content) -> taken.add(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(taken).containsExactly(LINES);
        assertThat(reports).isEmpty();
        assertThat(small.read(LINES.getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(report -> assertThat(report.result())
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.code()).isEqualTo("too-large")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"flotsam\":\"portrait/1\",\"nodes\":[]}",
                "  { \"nodes\" : [{\"address\":1}],\"edges\":[]}",
                "{\"portrait\":1}",
                "{\"edges\":[],\"nodes\":[]}"
            })
    void a_document_is_told_by_its_members(String document) {
        assertIsPortrait(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_session_record_is_no_portrait() throws IOException {
        assertThat(portraits("{\"flotsam\":\"session/1\",\"record\":\"start\"}\n{}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static List<String> portraits(byte[] upload) throws IOException {
        List<String> taken = new ArrayList<>();
        new ReportReader()
                .read(
                        new ByteArrayInputStream(upload),
                        report -> {},
                        (place, content) -> taken.add(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        return taken;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void assertIsPortrait(byte[] document) {
        assertThat(new ReportReader().read(document))
                .singleElement()
                .satisfies(report -> assertThat(report.result())
                        .isInstanceOfSatisfying(
                                ForMemory.class,
                                memory -> assertThat(memory.kind()).isEqualTo(MemoryKind.MEMORY_PORTRAIT)));
    }
}
