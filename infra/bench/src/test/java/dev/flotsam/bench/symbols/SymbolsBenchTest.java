package dev.flotsam.bench.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SymbolsBenchTest {
    @Test
    void everyMeasureIsPrintedForASmallDsymToo() throws IOException, InterruptedException {
        for (String tool : List.of("/usr/bin/llvm-gsymutil-19", "/usr/bin/llvm-symbolizer-19", "/usr/bin/time")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of(tool)), tool + " is not installed");
        }
        Path dsym = Path.of("../../functions/core/symbols/src/test/resources/dsyms/cpp-arm64-dwarf4");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new SymbolsBench(new PrintStream(out, true, StandardCharsets.UTF_8)).run(Optional.of(dsym));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .allMatch(line -> line.startsWith("{\"measure\":\"") && line.endsWith("}"))
                .anyMatch(line -> line.contains("\"frames_found\":") && !line.contains("\"frames_found\":0}"));
    }
}
