package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ParsedReport.ReportThread;
import dev.flotsam.report.ReadResult.Parsed;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The crashed thread's number against an independent scan of the raw text. */
final class CrashedThreadTest {
    private static final Pattern TITLE = Pattern.compile("(?m)^Thread (\\d+) Crashed");
    private static final Pattern INDEX = Pattern.compile("\"faultingThread\"\\s*:\\s*(\\d+)");

    @Test
    void isTheOneThatTheRawTextBlames() {
        List<Path> files = Stream.concat(Corpus.files("crash_text").stream(), Corpus.files("ips_crash").stream())
                .toList();
        int checked = 0;
        for (Path file : files) {
            byte[] bytes = Corpus.bytes(file);
            String raw = new String(bytes, UTF_8);
            Matcher title = TITLE.matcher(raw);
            Matcher index = INDEX.matcher(raw);
            if (title.find() || index.find()) {
                long expected = Long.parseLong(title.reset().find() ? title.group(1) : index.group(1));
                checked++;
                assertThat(crashed(bytes).number())
                        .as(file.getFileName().toString())
                        .isEqualTo(expected);
                assertThat(crashed(bytes).frames())
                        .as(file.getFileName().toString())
                        .isNotEmpty();
            }
        }
        assertThat(checked).isGreaterThan(35);
    }

    private static ReportThread crashed(byte[] bytes) {
        Parsed parsed = (Parsed) new ReportReader().read(bytes).getFirst().result();
        return parsed.report().crashedThread().orElseThrow();
    }
}
