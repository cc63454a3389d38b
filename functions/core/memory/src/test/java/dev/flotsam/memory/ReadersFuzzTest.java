package dev.flotsam.memory;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Every reader, whatever the bytes: a value or one rejection, never an exception. Without JAZZER_FUZZ the known inputs
 * are run; with {@code JAZZER_FUZZ=1} and {@code -Dtest=ReadersFuzzTest#jetsam} one target is fuzzed.
 */
class ReadersFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void jetsam(byte[] bytes) {
        EveryReader.jetsam(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void documents(byte[] bytes) {
        EveryReader.document(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void allocations(byte[] bytes) {
        EveryReader.allocations(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void propertyLists(byte[] bytes) {
        EveryReader.propertyList(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void portraits(byte[] bytes) {
        EveryReader.portrait(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void regionScans(byte[] bytes) {
        EveryReader.regionScan(bytes);
    }
}
