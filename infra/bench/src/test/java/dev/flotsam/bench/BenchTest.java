package dev.flotsam.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int bench(String... arguments) throws Exception {
        return new Bench(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
    }

    @Test
    void groupingPrintsALineAMethod() throws Exception {
        Path file = Files.writeString(
                folder.resolve("stacks"), "{\"id\":\"1\",\"group\":\"g\",\"frames\":[{\"function\":\"f\"}]}\n");

        assertThat(bench("grouping", file.toString(), "--json")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.startsWith("{\"method\":"));
    }

    @Test
    void aFileThatIsMissingOrBrokenFailsWithOneClearLine() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "{");

        assertThat(bench("grouping", folder.resolve("absent").toString())).isEqualTo(1);
        assertThat(bench("grouping", broken.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("absent"))
                .anyMatch(line -> line.contains("broken:1"));
    }

    @Test
    void anUnknownMeasurementIsWrongUse() throws Exception {
        assertThat(bench()).isEqualTo(2);
        assertThat(bench("mood")).isEqualTo(2);
        assertThat(bench("grouping")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("flotsam bench grouping FILE");
    }
}
