package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.LlvmTools;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.binary.MappedFile;
import dev.flotsam.symbols.gsym.Gsym;
import dev.flotsam.symbols.macho.MachOFile;
import dev.flotsam.symbols.macho.MachOImage;
import dev.flotsam.symbols.macho.MachOSection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One byte of a section is wrong, and everything that llvm-symbolizer still says, we say. */
class DamagedDsymTest {
    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({
        // Operations per instruction, and a standard opcode's operands.
        "cpp-arm64-dwarf4, __debug_line, 0x0b, 0x04",
        "cpp-x86_64-dwarf3, __debug_line, 0x18, 0xdb",
        "cpp-arm64-dwarf5, __debug_line, 0x1b, 0xff",
        // The length of the line table.
        "cpp-arm64-dwarf5, __debug_line, 0x02, 0x01",
        // The length of the string offsets, which takes the range lists with it.
        "torn-x86_64, __debug_str_offs, 0x02, 0x04",
        "c-arm64-dwarf5, __debug_str_offs, 0x02, 0x04",
        // A directory without an end.
        "torn-x86_64, __debug_line_str, 0x0b, 0x09",
        // A form that is unknown.
        "torn-x86_64, __debug_abbrev, 0xca, 0xa3",
        // The version and the length of the unit.
        "cpp-arm64-dwarf4, __debug_info, 0x04, 0x06",
        "cpp-arm64-dwarf4, __debug_info, 0x02, 0x01"
    })
    void whatIsSoundIsAnsweredAsLlvmSymbolizerAnswersIt(String name, String section, String offset, String value)
            throws IOException {
        Assumptions.assumeTrue(LlvmTools.installed(), "llvm-19 is not installed: apt-get install llvm-19");
        byte[] bytes = Files.readAllBytes(TestDsyms.made(name));
        Path dsym = scratch.resolve(name);
        List<Long> addresses;
        try (MappedFile file = MappedFile.open(TestDsyms.made(name))) {
            MachOImage image = MachOFile.read(file).getFirst();
            MachOSection code = image.sections().getFirst();
            addresses = LongStream.range(code.address(), code.end()).boxed().toList();
            MachOSection damaged = image.sections().stream()
                    .filter(candidate -> candidate.name().equals(section))
                    .findFirst()
                    .orElseThrow();
            bytes[(int) damaged.fileOffset() + Integer.decode(offset)] =
                    Integer.decode(value).byteValue();
        }
        Files.write(dsym, bytes);

        IndexedImage.Indexed indexed =
                (IndexedImage.Indexed) new SymbolIndexer().index(dsym, scratch).getFirst();
        Gsym gsym = Gsym.open(ByteBuffer.wrap(Files.readAllBytes(indexed.gsym())));

        assertThat(addresses)
                .extracting(address -> LlvmTools.show(gsym.lookupAddress(address)))
                .isEqualTo(LlvmTools.symbolize(dsym, indexed.image().arch(), addresses, scratch));
    }
}
