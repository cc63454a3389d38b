package dev.flotsam.symbols.macho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolTableTest {
    private static final int MACH_HEADER_64 = 32;
    private static final int LC_SYMTAB = 2;

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

    @Test
    void moreSymbolsThanTheLimitAreRefusedBeforeAnyIsRead(@TempDir Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(TestDsyms.made("large-code-arm64"));
        ByteBuffer image = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int command = MACH_HEADER_64;
        while (image.getInt(command) != LC_SYMTAB) {
            command += image.getInt(command + 4);
        }
        image.putInt(command + 12, Limits.SYMBOLS + 1);

        try (MappedFile file = MappedFile.open(Files.write(folder.resolve("many"), bytes))) {
            assertThatThrownBy(() -> MachOFile.read(file).getFirst().symbols())
                    .isInstanceOf(MalformedBinaryException.class)
                    .hasMessageContaining("claims 8000001 symbols");
        }
    }
}
