package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes get an answer. Runs on its seeds in the build; with {@code JAZZER_FUZZ=1} it looks for new ones. */
class DsymFuzzTest {
    @TempDir
    private static Path scratch;

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
                }
            }
        }
    }
}
