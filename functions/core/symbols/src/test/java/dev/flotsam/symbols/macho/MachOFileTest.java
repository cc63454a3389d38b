package dev.flotsam.symbols.macho;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flotsam.symbols.ImageId;
import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.MadeBytes;
import dev.flotsam.symbols.MadeDsym;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.binary.MalformedBinaryException;
import dev.flotsam.symbols.binary.MappedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachOFileTest {
    private static final int FIRST_COMMAND = 32;

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({"c-arm64-dwarf5, arm64", "cpp-arm64e, arm64e", "c-arm64_32, arm64_32", "cpp-x86_64-dwarf3, x86_64"})
    void aThinFileIsOneImageOfItsArchitecture(String name, String arch) throws IOException {
        assertThat(archs(Files.readAllBytes(TestDsyms.made(name)))).containsExactly(arch);
    }

    @Test
    void aFatFileIsReadWhateverItsHeadersWidthAndByteOrder() throws IOException {
        byte[] fat = Files.readAllBytes(TestDsyms.made("fat-arm64-x86_64"));
        List<ImageId> expected = ids(fat);

        assertThat(expected).extracting(id -> id.arch().name()).containsExactly("x86_64", "arm64");
        assertThat(ids(rewritten(fat, false, ByteOrder.LITTLE_ENDIAN))).isEqualTo(expected);
        assertThat(ids(rewritten(fat, true, ByteOrder.BIG_ENDIAN))).isEqualTo(expected);
        assertThat(ids(rewritten(fat, true, ByteOrder.LITTLE_ENDIAN))).isEqualTo(expected);
    }

    /** The same slices behind another form of the header, which is larger, so they move. */
    private static byte[] rewritten(byte[] fat, boolean wide, ByteOrder order) {
        int moved = 4096;
        ByteBuffer from = ByteBuffer.wrap(fat);
        ByteBuffer to = ByteBuffer.allocate(fat.length + moved).order(order);
        to.put(moved, fat).putInt(wide ? 0xcafebabf : 0xcafebabe).putInt(from.getInt(4));
        for (int slice = 0; slice < from.getInt(4); slice++) {
            int entry = 8 + 20 * slice;
            to.putInt(from.getInt(entry)).putInt(from.getInt(entry + 4));
            if (wide) {
                to.putLong(from.getInt(entry + 8) + (long) moved).putLong(from.getInt(entry + 12));
                to.putInt(from.getInt(entry + 16)).putInt(0);
            } else {
                to.putInt(from.getInt(entry + 8) + moved).putInt(from.getInt(entry + 12));
                to.putInt(from.getInt(entry + 16));
            }
        }
        return to.array();
    }

    @Test
    void aSymbolReachesToTheNextOneOrItsSectionsEnd() throws IOException {
        byte[] bytes = new MadeDsym()
                .section("__debug_str", new byte[MadeDsym.CODE_BYTES])
                .symbol("_late", 0x200)
                .symbol("_early", 0x100)
                .symbol("_alias", 0x200)
                .toByteArray();
        try (MappedFile file = open(bytes)) {
            SymbolTable symbols = MachOFile.read(file).getFirst().symbols();

            assertThat(symbols.count()).isEqualTo(2);
            assertThat(symbols.start(0)).isEqualTo(0x100);
            assertThat(symbols.end(0)).isEqualTo(0x200);
            assertThat(symbols.end(1)).isEqualTo(MadeDsym.CODE_BYTES);
            assertThat(symbols.floor(0xff)).isEqualTo(-1);
            assertThat(symbols.floor(0x1ff)).isZero();
            // Of two at one address the last in the table counts.
            int name = (int) symbols.nameOffset(1);
            byte[] text = new byte[6];
            symbols.strings().copy(name, text, 0, text.length);
            assertThat(text).asString().isEqualTo("_alias");
        }
    }

    @Test
    void aFileOfAnotherKindIsNamedAsSuch() {
        assertRefused(new byte[0], "does not start with a Mach-O magic");
        assertRefused("no Mach-O at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "magic");
        assertRefused(new MadeBytes().u32(0xcefaedfeL).repeat(0, 60).toByteArray(), "big-endian (PowerPC)");
    }

    @Test
    void aClassFileIsNoFatFile() {
        byte[] javaClass = new MadeBytes()
                .u8(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 69)
                .repeat(0, 400)
                .toByteArray();

        assertRefused(javaClass, "claims 69 slices");
        assertThat(69).isGreaterThan(Limits.FAT_SLICES);
    }

    @Test
    void aSliceOutsideTheFileIsRefused() throws IOException {
        byte[] fat = Files.readAllBytes(TestDsyms.made("fat-arm64-x86_64"));
        ByteBuffer.wrap(fat).putInt(8 + 12, fat.length);

        assertRefused(fat, "outside the file");
    }

    @Test
    void loadCommandsThatDontFitAreRefused() {
        byte[] tooMany = new MadeDsym().toByteArray();
        little(tooMany).putInt(16, Limits.LOAD_COMMANDS + 1);
        assertRefused(tooMany, "claims 4097 load commands");

        byte[] empty = new MadeDsym().toByteArray();
        little(empty).putInt(FIRST_COMMAND + 4, 0);
        assertRefused(empty, "load command of 0 bytes");

        byte[] long4 = new MadeDsym().toByteArray();
        little(long4).putInt(FIRST_COMMAND + 4, 0x7fff_fff0);
        assertRefused(long4, "needs 2147483632 bytes");
    }

    @Test
    void moreSectionsThanASymbolCanNameAreRefused() {
        byte[] bytes = new MadeDsym().toByteArray();
        little(bytes).putInt(FIRST_COMMAND + 64, Limits.SECTIONS + 1);

        assertRefused(bytes, "256 more sections");
    }

    @Test
    void aSegmentOutsideTheFileIsRefused() {
        byte[] bytes = new MadeDsym().toByteArray();
        little(bytes).putLong(FIRST_COMMAND + 48, bytes.length + 1L);

        assertRefused(bytes, "claims");
    }

    @Test
    void aSymbolTableOutsideTheFileIsRefusedWhenItIsRead() throws IOException {
        byte[] bytes = new MadeDsym().symbol("_f", 0).toByteArray();
        int symtab = bytes.length - 24 - 24 - 16 - 1 - 3;
        little(bytes).putInt(symtab + 12, Integer.MAX_VALUE);
        try (MappedFile file = open(bytes)) {
            MachOImage image = MachOFile.read(file).getFirst();

            assertThatThrownBy(image::symbols)
                    .isInstanceOf(MalformedBinaryException.class)
                    .hasMessageContaining("symbols");
        }
    }

    @Test
    void aPartOverTwoGigabytesIsRefusedInsteadOfCut() throws IOException {
        Path sparse = scratch.resolve("sparse");
        try (var channel = java.nio.channels.FileChannel.open(
                sparse, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), Limits.SECTION_BYTES + 1);
        }
        try (MappedFile file = MappedFile.open(sparse)) {
            assertThatThrownBy(() -> file.section("huge", 0, Limits.SECTION_BYTES + 1))
                    .isInstanceOf(MalformedBinaryException.class)
                    .hasMessageContaining("over " + Limits.SECTION_BYTES);
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> ids(bytes))
                .isInstanceOf(MalformedBinaryException.class)
                .hasMessageContaining(reason);
    }

    private List<String> archs(byte[] bytes) throws IOException {
        return ids(bytes).stream().map(id -> id.arch().name()).toList();
    }

    private List<ImageId> ids(byte[] bytes) throws IOException {
        try (MappedFile file = open(bytes)) {
            return MachOFile.read(file).stream()
                    .map(MachOImage::id)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private MappedFile open(byte[] bytes) throws IOException {
        return MappedFile.open(Files.write(scratch.resolve("file"), bytes));
    }
}
