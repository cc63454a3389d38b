package dev.flotsam.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flotsam.report.ReadResult.Parsed;
import dev.flotsam.report.ips.IpsReader;
import dev.flotsam.report.json.JsonDocument;
import dev.flotsam.report.json.JsonLimits;
import dev.flotsam.report.json.JsonLiteral;
import dev.flotsam.report.json.JsonReader;
import dev.flotsam.report.json.JsonText;
import dev.flotsam.report.kscrash.KsCrashReader;
import dev.flotsam.report.metrickit.MetricKitReader;
import dev.flotsam.report.plcrash.PlCrashReader;
import dev.flotsam.report.sentry.SentryReader;
import dev.flotsam.report.text.AppleTextReader;
import dev.flotsam.report.text.AppleTextWriter;
import dev.flotsam.report.text.SampleReader;
import java.util.function.Function;

/**
 * Any bytes give a typed result from every reader, and what was read can be written and read again.
 *
 * <p>The build replays the seeds and findings under {@code ReaderFuzzTestInputs/<method>}. To fuzz one reader:
 * {@code JAZZER_FUZZ=1 ./mvnw -pl functions/core/report -am test -Dtest='ReaderFuzzTest#text'
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReaderFuzzTest {
    private static final String TIME = "190s";
    private static final JsonReader JSON = new JsonReader(JsonLimits.REPORT);

    @FuzzTest(maxDuration = TIME)
    void upload(byte[] bytes) {
        assertThat(new ReportReader().read(bytes)).isNotEmpty();
    }

    @FuzzTest(maxDuration = TIME)
    void text(byte[] bytes) {
        typed(new AppleTextReader().read(new String(bytes, UTF_8)));
    }

    @FuzzTest(maxDuration = TIME)
    void sample(byte[] bytes) {
        typed(new SampleReader().read(new String(bytes, UTF_8)));
    }

    @FuzzTest(maxDuration = TIME)
    void ips(byte[] bytes) {
        json(bytes, body -> new IpsReader().read(JsonLiteral.MISSING, body.root(), body.damage()));
    }

    @FuzzTest(maxDuration = TIME)
    void kscrash(byte[] bytes) {
        json(bytes, body -> new KsCrashReader().read(body.root(), body.damage()));
    }

    @FuzzTest(maxDuration = TIME)
    void metrickit(byte[] bytes) {
        JsonDocument document = JSON.read(bytes);
        new MetricKitReader()
                .read(document.root(), document.damage(), 100)
                .values()
                .forEach(ReaderFuzzTest::typed);
    }

    @FuzzTest(maxDuration = TIME)
    void sentry(byte[] bytes) {
        json(bytes, body -> new SentryReader().read(body.root(), body.damage()));
    }

    @FuzzTest(maxDuration = TIME)
    void plcrash(byte[] bytes) {
        typed(new PlCrashReader().read(bytes));
    }

    private static void json(byte[] bytes, Function<JsonDocument, ReadResult> reader) {
        JsonDocument document = JSON.read(bytes);
        assertThat(JsonText.write(document.root())).isNotEmpty();
        typed(reader.apply(document));
    }

    private static void typed(ReadResult result) {
        assertThat(result).isNotNull();
        if (result instanceof Parsed(ParsedReport report)) {
            report.faultPlace();
            String text = AppleTextWriter.write(report);
            assertThat(new AppleTextReader().read(text)).isNotNull();
        }
    }
}
