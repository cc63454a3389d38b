package dev.flotsam.symbols.macho;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.binary.MappedFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
    /**
     * LLVM's fault, followed because its answers are the measure: it lets no section be longer than the file. Here {@code
     * _bulk} has 128 kB in a dSYM of 9 kB, and llvm-symbolizer-19 answers {@code ??} for all but the first 9 kB.
     */
    @Test
    void noSymbolReachesFurtherThanTheFileIsLong() throws IOException {
        try (MappedFile file = MappedFile.open(TestDsyms.made("large-code-arm64"))) {
            MachOImage image = MachOFile.read(file).getFirst();
            MachOSection text = image.sections().getFirst();
            SymbolTable symbols = image.symbols();
            int bulk = symbols.floor(text.address() - image.textAddress() + 0x100);

            assertThat(text.size()).isGreaterThan(0x20000);
            assertThat(symbols.end(bulk)).isEqualTo(text.address() - image.textAddress() + file.size());
        }
    }
}
