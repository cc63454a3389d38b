package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.report.ReadResult.Parsed;
import dev.flotsam.report.text.AppleTextWriter;
import dev.flotsam.report.text.FrameNames.FrameName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** text → report → text → report. */
final class RoundTripTest {
    private final ReportReader reader = new ReportReader();

    @Test
    void everyTextOfTheCorpusReadsBackEqual() {
        int checked = 0;
        for (Path file : Corpus.files("crash_text")) {
            if (reader.read(Corpus.bytes(file)).getFirst().result() instanceof Parsed(ParsedReport report)
                    && report.format() == ParsedReport.Format.APPLE_TEXT) {
                ParsedReport again = read(AppleTextWriter.write(report));
                assertThat(again).as(file.getFileName().toString()).isEqualTo(report);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(35);
    }

    @Test
    void everyTextOfOurCasesReadsBackEqual() {
        for (String name : new String[] {"watchdog", "mac-exception", "crlf-bare-backtrace"}) {
            byte[] input =
                    Corpus.bytes(Goldens.folder().resolve("text").resolve(name).resolve("input"));
            ParsedReport report = ((Parsed) reader.read(input).getFirst().result()).report();
            assertThat(read(AppleTextWriter.write(report))).as(name).isEqualTo(report);
        }
    }

    @Test
    void symbolicatedFramesAreWrittenWithTheirInlinedFunctionsOnLinesOfTheirOwn() {
        byte[] input = Corpus.bytes(Goldens.folder().resolve("text/watchdog/input"));
        ParsedReport report = ((Parsed) reader.read(input).getFirst().result()).report();

        String text = AppleTextWriter.write(
                report,
                frame -> frame.offset() == 18_960
                        ? List.of(
                                new FrameName("Egg.crack()", 4, "Egg.swift", 9),
                                new FrameName("Nest.open(egg:)", 208, "Nest.swift", 42))
                        : List.of());

        assertThat(text)
                .contains("1   Gull                            0x0000000100f44a10 Egg.crack() + 4 (Egg.swift:9)"
                        + " [inlined]")
                .contains("2   Gull                            0x0000000100f44a10 Nest.open(egg:) + 208"
                        + " (Nest.swift:42)\n");
    }

    @Test
    void theTextOfEveryOtherFormatTellsTheSameStacksAndImages() {
        for (String folder : new String[] {"ips_crash", "kscrash", "plcrash", "sentry_json"}) {
            for (Path file : Corpus.files(folder)) {
                if (reader.read(Corpus.bytes(file)).getFirst().result() instanceof Parsed(ParsedReport report)) {
                    ParsedReport again = read(AppleTextWriter.write(report));
                    String name = folder + "/" + file.getFileName();
                    assertThat(again.threads()).as(name).isEqualTo(report.threads());
                    assertThat(again.images()).as(name).isEqualTo(report.images());
                    assertThat(again.lastExceptionBacktrace()).as(name).isEqualTo(report.lastExceptionBacktrace());
                    assertThat(again.os()).as(name).isEqualTo(report.os());
                    assertThat(again.app()).as(name).isEqualTo(report.app());
                    assertThat(again.device()).as(name).isEqualTo(report.device());
                }
            }
        }
    }

    private ParsedReport read(String text) {
        ReadResult result = reader.read(text.getBytes(UTF_8)).getFirst().result();
        assertThat(result).isInstanceOf(Parsed.class);
        return ((Parsed) result).report();
    }
}
