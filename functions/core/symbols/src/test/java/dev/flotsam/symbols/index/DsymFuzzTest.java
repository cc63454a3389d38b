package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes get an answer. Runs on its seeds in the build, which are the dSYMs that {@code make-dsyms} made (DWARF 2 to 5, fat,
 * 32-bit, torn functions) and a hand-made one; with {@code JAZZER_FUZZ=1} it looks for new ones.
 */
class DsymFuzzTest {
    @TempDir
    private static Path scratch;

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path dsym : TestDsyms.made()) {
            seeds.add(Files.readAllBytes(dsym));
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void anyFileIsAnsweredAndWhatIsWrittenCanBeRead(byte[] bytes) throws IOException {
        Path file = Files.write(scratch.resolve("fuzzed"), bytes);

        List<IndexedImage> results = new SymbolIndexer().index(file, scratch);

        assertThat(results).isNotEmpty();
        for (IndexedImage result : results) {
            if (result instanceof IndexedImage.Indexed indexed) {
                Gsym gsym = Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym())));
                for (int i = 0; i < gsym.functionCount(); i++) {
                    assertThat(gsym.lookup(gsym.functionStart(i)).outcome()).isNotEqualTo("dsym-malformed");
                    assertThat(gsym.function(i).offset()).isEqualTo(gsym.functionStart(i));
                }
            }
        }
    }
}
