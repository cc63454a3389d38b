package dev.flotsam.contracts.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.contracts.stream.Census.Hardship;
import dev.flotsam.contracts.stream.StreamSimulator.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class StreamSimulatorTest {
    private static final int SEEDS = 200;

    @Test
    void everythingStoredIsTrueAndSafeAtEveryCrashPointInTwoHundredRuns() {
        LongStream.range(0, SEEDS).parallel().forEach(seed -> {
            Outcome outcome = StreamSimulator.run(seed, UseCaseSubject.sound());
            assertThat(outcome.differences()).as("differences of seed %d", seed).isEmpty();
            assertThat(outcome.violations()).as("violations of seed %d", seed).isEmpty();
        });
    }

    @Test
    void everyHardshipComesUpManyTimes() {
        Map<Hardship, Integer> counts = new EnumMap<>(Hardship.class);
        for (int seed = 0; seed < 20; seed++) {
            Census census = StreamSimulator.run(seed, UseCaseSubject.sound()).census();
            for (Hardship hardship : Hardship.values()) {
                counts.merge(hardship, census.count(hardship), Integer::sum);
            }
        }
        System.out.println("20 runs of the stream: " + counts);
        assertThat(counts).allSatisfy((hardship, count) -> assertThat(count).isGreaterThanOrEqualTo(20));
    }

    @Test
    void theSameSeedRunsTheSameWay() {
        String once = StreamSimulator.run(7, UseCaseSubject.sound()).census().toString();
        assertThat(StreamSimulator.run(7, UseCaseSubject.sound()).census()).hasToString(once);
    }
}
