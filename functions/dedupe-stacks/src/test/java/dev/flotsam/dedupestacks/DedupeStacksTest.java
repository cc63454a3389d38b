package dev.flotsam.dedupestacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.aws.event.StreamBatch.ShardNaming;
import dev.flotsam.contracts.fake.FakeVersions;
import dev.flotsam.contracts.fault.AbsorbPorts;
import dev.flotsam.contracts.stream.Batch;
import dev.flotsam.contracts.stream.StreamSimulator;
import dev.flotsam.contracts.stream.StreamSimulator.Outcome;
import dev.flotsam.contracts.stream.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole function, event document in and answer out, on a stream harsher than AWS. */
final class DedupeStacksTest {
    private static final int SEEDS = 200;
    private static final String NOTHING_FAILED = "{\"state\":{},\"batchItemFailures\":[]}";
    private static final String FAILED_FROM = "{\"state\":{},\"batchItemFailures\":[{\"itemIdentifier\":\"";

    /** Thousands of setbacks are on purpose; held, for a logger nobody holds forgets its level. */
    private static final Logger FUNCTION_LOG = Logger.getLogger(DedupeStacks.class.getName());

    @BeforeAll
    static void keepQuiet() {
        FUNCTION_LOG.setLevel(Level.OFF);
    }

    @Test
    void everythingStoredIsTrueAndSafeAtEveryCrashPointInTwoHundredRuns() {
        Subject function = DedupeStacksTest::absorb;
        LongStream.range(0, SEEDS).parallel().forEach(seed -> {
            Outcome outcome = StreamSimulator.run(seed, function);
            assertThat(outcome.differences()).as("differences of seed %d", seed).isEmpty();
            assertThat(outcome.violations()).as("violations of seed %d", seed).isEmpty();
        });
    }

    private static Optional<String> absorb(AbsorbPorts ports, Batch batch) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            new DedupeStacks(ports.absorbChanges(), ports.absorbHealth(new FakeVersions()), ShardNaming.NAMED)
                    .handleRequest(new ByteArrayInputStream(EventDocument.of(batch)), answer, null);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return failedFrom(answer.toString(StandardCharsets.UTF_8));
    }

    private static Optional<String> failedFrom(String answer) {
        if (answer.equals(NOTHING_FAILED)) {
            return Optional.empty();
        }
        assertThat(answer).startsWith(FAILED_FROM).endsWith("\"}]}");
        return Optional.of(answer.substring(FAILED_FROM.length(), answer.length() - "\"}]}".length()));
    }
}
