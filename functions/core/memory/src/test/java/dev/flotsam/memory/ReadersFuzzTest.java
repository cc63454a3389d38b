package dev.flotsam.memory;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Every reader, whatever the bytes: a value or one rejection, never an exception.
 *
 * <p>The build replays the seeds and findings under {@code ReadersFuzzTestInputs/<method>}. To fuzz one reader:
 * {@code JAZZER_FUZZ=1 ./mvnw -pl functions/core/memory -am test -Dtest='ReadersFuzzTest#jetsam'
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ReadersFuzzTest {
    private static final String TIME = "180s";

    @FuzzTest(maxDuration = TIME)
    void jetsam(byte[] bytes) {
        EveryReader.jetsam(bytes);
    }

    /** Our own record and each client's shape. */
    @FuzzTest(maxDuration = TIME)
    void sessions(byte[] bytes) {
        EveryReader.session(bytes);
    }

    @FuzzTest(maxDuration = TIME)
    void warnings(byte[] bytes) {
        EveryReader.warning(bytes);
    }

    @FuzzTest(maxDuration = TIME)
    void allocations(byte[] bytes) {
        EveryReader.allocations(bytes);
    }

    @FuzzTest(maxDuration = TIME)
    void documents(byte[] bytes) {
        EveryReader.document(bytes);
    }

    /** XML and binary, with the records they may be. */
    @FuzzTest(maxDuration = TIME)
    void propertyLists(byte[] bytes) {
        EveryReader.propertyList(bytes);
    }

    @FuzzTest(maxDuration = TIME)
    void portraits(byte[] bytes) {
        EveryReader.portrait(bytes);
    }

    /** Packed, and packed but cut in the middle. */
    @FuzzTest(maxDuration = TIME)
    void packedPortraits(byte[] bytes) {
        byte[] packed = gzip(bytes);
        EveryReader.portrait(packed);
        EveryReader.portrait(Arrays.copyOf(packed, packed.length / 2));
    }

    @FuzzTest(maxDuration = TIME)
    void regionScans(byte[] bytes) {
        EveryReader.regionScan(bytes);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
