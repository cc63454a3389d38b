package dev.flotsam.contracts.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flotsam.triage.ingest.RawObjects;
import dev.flotsam.triage.ingest.RawObjects.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What every bucket does. */
public abstract class RawObjectsContract {
    private static final byte[] BYTES = "{\"bug_type\":\"309\"}".getBytes(StandardCharsets.UTF_8);

    /** A bucket that holds nothing. */
    protected abstract RawObjects emptyRawObjects();

    /** Uploads an object to the bucket made last. */
    protected abstract void upload(String key, byte[] bytes);

    @Test
    void anObjectIsReadAsItWasUploaded() throws IOException {
        RawObjects objects = emptyRawObjects();
        upload("crashes/a report+1.ips", BYTES);
        try (Content content = objects.open("crashes/a report+1.ips", "").orElseThrow()) {
            assertThat(content.stream().readAllBytes()).isEqualTo(BYTES);
            assertThat(content.size()).isEqualTo(BYTES.length);
            assertThat(content.entityTag()).isNotBlank().doesNotContain("\"");
            assertThat(content.stored()).isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.DAYS));
        }
    }

    @Test
    void theSameBytesHaveTheSameTagAndOthersAnother() throws IOException {
        RawObjects objects = emptyRawObjects();
        upload("crashes/a.ips", BYTES);
        upload("crashes/b.ips", BYTES);
        upload("crashes/c.ips", new byte[] {1});
        assertThat(tag(objects, "crashes/a.ips")).isEqualTo(tag(objects, "crashes/b.ips"));
        assertThat(tag(objects, "crashes/a.ips")).isNotEqualTo(tag(objects, "crashes/c.ips"));
    }

    @Test
    void anObjectThatIsGoneIsNotThere() {
        assertThat(emptyRawObjects().open("crashes/gone.ips", "")).isEmpty();
    }

    @Test
    void anEmptyObjectIsThere() throws IOException {
        RawObjects objects = emptyRawObjects();
        upload("crashes/empty.ips", new byte[0]);
        try (Content content = objects.open("crashes/empty.ips", "").orElseThrow()) {
            assertThat(content.size()).isZero();
            assertThat(content.stream().readAllBytes()).isEmpty();
        }
    }

    @Test
    void aCopyHoldsTheSameAndTheSameCopyAgainChangesNothing() throws IOException {
        RawObjects objects = emptyRawObjects();
        upload("crashes/stray symbols.zip", BYTES);
        objects.copy("crashes/stray symbols.zip", "", "symbols/handed-over/stray+symbols.zip");
        objects.copy("crashes/stray symbols.zip", "", "symbols/handed-over/stray+symbols.zip");
        try (Content content =
                objects.open("symbols/handed-over/stray+symbols.zip", "").orElseThrow()) {
            assertThat(content.stream().readAllBytes()).isEqualTo(BYTES);
        }
        assertThat(tag(objects, "crashes/stray symbols.zip")).isNotBlank();
    }

    private static String tag(RawObjects objects, String key) throws IOException {
        try (Content content = objects.open(key, "").orElseThrow()) {
            return content.entityTag();
        }
    }
}
