package dev.flotsam.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ReadResult.Parsed;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that mail, chat, an issue or Console handed on say what they said before. */
class SentTextTest {
    private static final String HEADER = """
            {"app_name":"Gull","timestamp":"2026-03-17 22:50:42.00 -0700","app_version":"1.0","build_version":"5",\
            "bundleID":"com.example.gull","bug_type":"309","os_version":"iPhone OS 26.3.1 (23D8133)",\
            "incident_id":"3080438B-D8BC-417C-8D89-05BF95D28C18","name":"Gull"}
            """;
    private static final String BODY = """
            {"modelCode":"iPhone18,2","procName":"Gull","faultingThread":0,
             "exception":{"type":"EXC_BREAKPOINT","signal":"SIGTRAP"},
             "threads":[{"id":1,"triggered":true,"frames":[{"imageOffset":64,"symbol":"dive()","imageIndex":0}]}],
             "usedImages":[{"base":4294967296,"size":4096,"arch":"arm64","name":"Gull",
              "uuid":"11ce3f57-6264-3e8d-8a89-86894d83b974","path":"/Applications/Gull.app/Gull"}]}
            """;

    private String report;

    @BeforeEach
    void read() throws IOException {
        report = Files.readString(Goldens.folder().resolve("text/mac-exception/input"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "    ", "\t", ">> ", "| "})
    void quotesAndIndentsAreTakenOff(String quote) {
        String quoted =
                report.lines().map(line -> (quote + line).stripTrailing()).collect(Collectors.joining("\n"));
        assertThat(parsed("Look at this:\n\n" + quoted + "\n")).isEqualTo(parsed(report));
    }

    @Test
    void carriageReturnsAloneEndLinesToo() {
        assertThat(parsed(report.replace('\n', '\r'))).isEqualTo(parsed(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM"})
    void anyEncodingWithAMarkIsRead(String charset) {
        Charset wide = Charset.forName(charset);
        byte[] text = report.getBytes(wide);
        byte[] ips = (HEADER + BODY).getBytes(wide);
        assertThat(parsed(text)).isEqualTo(parsed(report));
        assertThat(parsed(ips)).isEqualTo(parsed(HEADER + BODY));
    }

    @Test
    void ofATranslationItsOwnDocumentIsRead() {
        ParsedReport translated = parsed(translation(HEADER + BODY));
        assertThat(translated).isEqualTo(parsed(HEADER + BODY));
        assertThat(translated.device().model()).isEqualTo("iPhone18,2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"bug_type\":\"309\"}\n{\"exception\":{\"type\":\"EXC_B", "{\"else\":1}\n{}", "", "{"})
    void ofATranslationWhoseDocumentIsCutTheTextIsRead(String document) {
        ParsedReport translated = parsed(translation(document));
        assertThat(translated.format()).isEqualTo(ParsedReport.Format.APPLE_TEXT);
        assertThat(translated.exception()).isEqualTo(parsed(report).exception());
        assertThat(translated.threads()).isEqualTo(parsed(report).threads());
    }

    @Test
    void proseIsStillNoReport() {
        List<UploadedReport> read = new ReportReader().read("> hello\n> world\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read).hasSize(1).allMatch(it -> it.result() instanceof ReadResult.Rejected);
    }

    private String translation(String document) {
        return "-------------------------------------\nTranslated Report (Full Report Below)\n"
                + "-------------------------------------\n\n" + report + "\n-----------\nFull Report\n-----------\n\n"
                + document + "\n\nModel: Mac16,5, 48 GB\n";
    }

    private static ParsedReport parsed(String text) {
        return parsed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedReport parsed(byte[] bytes) {
        List<UploadedReport> read = new ReportReader().read(bytes);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().result()).isInstanceOf(Parsed.class);
        return ((Parsed) read.getFirst().result()).report();
    }
}
