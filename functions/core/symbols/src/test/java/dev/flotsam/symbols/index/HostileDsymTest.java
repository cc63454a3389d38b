package dev.flotsam.symbols.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flotsam.symbols.Frame;
import dev.flotsam.symbols.Limits;
import dev.flotsam.symbols.Lookup;
import dev.flotsam.symbols.MadeBytes;
import dev.flotsam.symbols.MadeDsym;
import dev.flotsam.symbols.MadeDwarf;
import dev.flotsam.symbols.TestDsyms;
import dev.flotsam.symbols.gsym.Gsym;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie. Each is answered with a reason or with what is true in it, and no address lookup fails afterwards. */
@Timeout(60)
class HostileDsymTest {
    private static final int DAMAGES = 300;

    @TempDir
    private Path scratch;

    @Test
    void theHandMadeDsymIsSound() throws IOException {
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100);
        int helper = dwarf.next();
        dwarf.function("helper", 0x80, 0x10).end();
        dwarf.function("main", 0, 0x40).inlined(helper, 8, 8, 77).end().end().end();

        Gsym gsym = gsym(dwarf.toDsym());

        assertThat(gsym.lookup(9).frames())
                .containsExactly(
                        new Frame("helper", "helper", Optional.of("/src/made.c"), 12, true),
                        new Frame("main", "main", Optional.of("/src/made.c"), 77, false));
    }

    @Test
    void aFileCutAnywhereHasAReason() throws IOException {
        byte[] whole = Files.readAllBytes(TestDsyms.made("cpp-arm64-dwarf5"));
        for (int length = 0; length < whole.length; length += 97) {
            IndexedImage result = index(Arrays.copyOf(whole, length)).getFirst();
            assertThat(result)
                    .as("cut at " + length)
                    .isInstanceOfAny(IndexedImage.Malformed.class, IndexedImage.NotDsym.class);
        }
    }

    @Test
    void randomDamageNeitherThrowsNorHangs() throws IOException {
        Random random = new Random(11);
        List<Path> dsyms = TestDsyms.made();
        int answered = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes = Files.readAllBytes(dsyms.get(i % dsyms.size()));
            for (int hit = 0; hit < 1 + random.nextInt(20); hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            for (IndexedImage result : index(bytes)) {
                answered++;
                if (result instanceof IndexedImage.Indexed indexed) {
                    lookUpEverywhere(indexed.gsym());
                }
            }
        }
        assertThat(answered).isGreaterThanOrEqualTo(DAMAGES);
    }

    @Test
    void aSectionThatClaimsFourGigabytesIsRefused() throws IOException {
        byte[] bytes = new MadeDwarf().unit(0, 16).end().toDsym().toByteArray();
        // Size of the first __DWARF section: its header follows the header, __TEXT with a section, and the segment.
        ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(32 + 72 + 80 + 72 + 40, 0xffff_ffffL);

        assertThat(reason(bytes)).contains("__debug_abbrev").contains("claims 4294967295 bytes");
    }

    @Test
    void entriesNestedTooDeepEndTheirUnit() throws IOException {
        MadeDwarf dwarf =
                new MadeDwarf().unit(0, 0x100).function("before", 0, 16).end();
        for (int i = 0; i <= Limits.DIE_DEPTH; i++) {
            dwarf.block();
        }
        IndexedImage.Indexed result = indexed(dwarf.end(Limits.DIE_DEPTH + 3).toDsym());

        assertThat(result.damage()).hasValueSatisfying(why -> assertThat(why).contains("nests over 2048 deep"));
        assertThat(lookup(result, 4).getFirst().linkageName()).isEqualTo("before");
    }

    @Test
    void callsInlinedTooDeepEndTheirUnit() throws IOException {
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100).function("outer", 0, 64);
        for (int i = 0; i <= Limits.INLINE_DEPTH; i++) {
            dwarf.inlined(MadeDwarf.UNIT_HEADER, 4, 4, i);
        }
        IndexedImage.Indexed result = indexed(dwarf.end(Limits.INLINE_DEPTH + 4).toDsym());

        assertThat(result.damage()).hasValueSatisfying(why -> assertThat(why).contains("inlines over 512 deep"));
        assertThat(lookup(result, 5)).hasSize(Limits.INLINE_DEPTH + 1);
    }

    @Test
    void originsThatGoRoundNameNothing() throws IOException {
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100);
        int first = dwarf.next();
        dwarf.origin(first + 5).origin(first);
        dwarf.function("outer", 0, 64).inlined(first, 4, 4, 1).end(4);

        assertThat(lookup(indexed(dwarf.toDsym()), 5).getFirst().linkageName()).isEmpty();
    }

    @Test
    void aChainOfOriginsIsFollowedOnlySoFar() throws IOException {
        for (int hops : new int[] {Limits.ORIGIN_CHAIN - 2, Limits.ORIGIN_CHAIN}) {
            MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100);
            int at = dwarf.next();
            dwarf.function("far", 128, 4).end();
            for (int i = 0; i < hops; i++) {
                int next = dwarf.next();
                dwarf.origin(at);
                at = next;
            }
            dwarf.function("outer", 0, 64).inlined(at, 4, 4, 1).end(4);

            String name = lookup(indexed(dwarf.toDsym()), 5).getFirst().linkageName();

            assertThat(name).isEqualTo(hops < Limits.ORIGIN_CHAIN ? "far" : "");
        }
    }

    @Test
    void unitsThatShareAHugeLineTableRunOutOfRows() throws IOException {
        int rows = 2_000_000;
        int units = Limits.LINE_ROWS / rows + 2;
        MadeDsym dsym = unitsSharing(units, MadeDwarf.lines(MadeDwarf.program(0, rows)));

        assertThat(indexed(dsym).damage())
                .hasValueSatisfying(why -> assertThat(why).contains("over 64000000 rows"));
    }

    @Test
    void aUnitOfTooManyRowsLosesThoseOfItsLastSequence() throws IOException {
        MadeBytes program = new MadeBytes()
                .bytes(MadeDwarf.program(0, 4))
                .bytes(MadeDwarf.program(0x100, Limits.LINE_ROWS_OF_UNIT));
        MadeDsym dsym = new MadeDwarf()
                .unit(0, 0x8000)
                .function("f", 0, 0x8000)
                .end(2)
                .toDsym()
                .section("__debug_line", MadeDwarf.lines(program.toByteArray()));

        IndexedImage.Indexed result = indexed(dsym);

        assertThat(result.damage()).hasValueSatisfying(why -> assertThat(why).contains("has over 8000000 rows"));
        assertThat(lookup(result, 4).getFirst().line()).isEqualTo(11);
        assertThat(lookup(result, 0x104).getFirst().file()).isEmpty();
    }

    @Test
    void callsThatShareAHugeRangeListRunOutOfRanges() throws IOException {
        int pairs = 500_000;
        MadeBytes ranges = new MadeBytes();
        for (int i = 0; i < pairs; i++) {
            ranges.u64(4).u64(4);
        }
        MadeDwarf dwarf = new MadeDwarf().unit(0, 0x100).function("outer", 0, 64);
        for (int i = 0; i <= Limits.RANGES / pairs; i++) {
            dwarf.rangesCall(MadeDwarf.UNIT_HEADER, 0);
        }
        MadeDsym dsym = dwarf.end(3)
                .toDsym()
                .section("__debug_ranges", ranges.u64(0).u64(0).toByteArray());

        assertThat(indexed(dsym).damage())
                .hasValueSatisfying(why -> assertThat(why).contains("over 32000000 address ranges"));
    }

    @Test
    void anAbsurdNameIsNone() throws IOException {
        for (int length : new int[] {Limits.NAME_BYTES, Limits.NAME_BYTES + 1}) {
            MadeDsym dsym = new MadeDwarf()
                    .unit(0, 0x100)
                    .function("n".repeat(length), 0, 16)
                    .end(2)
                    .toDsym();

            assertThat(lookup(indexed(dsym), 4).getFirst().linkageName())
                    .hasSize(length > Limits.NAME_BYTES ? 0 : length);
        }
    }

    @Test
    void tooManyAbbreviationsAreRefused() throws IOException {
        MadeBytes many = new MadeBytes();
        for (int i = 1; i <= Limits.ABBREVIATIONS + 1; i++) {
            many.uleb(i).uleb(0x0b).u8(0, 0, 0);
        }
        byte[] bytes = new MadeDwarf()
                .unit(0, 16)
                .end()
                .toDsym()
                .section("__debug_abbrev", many.u8(0).toByteArray())
                .toByteArray();

        assertThat(reason(bytes)).contains("declares over 250000 abbreviations");
    }

    @Test
    void aTableOfTooManyBytesIsRefused() throws IOException {
        byte[] bytes = new MadeDwarf()
                .unit(0, 16)
                .end()
                .toDsym()
                .section("__debug_abbrev", wideAbbreviations(Limits.ABBREVIATION_BYTES + 1))
                .toByteArray();

        assertThat(reason(bytes)).contains("__debug_abbrev");
    }

    @Test
    void tablesThatAreReadAgainAndAgainRunOutOfBytes() throws IOException {
        byte[] table = wideAbbreviations(Limits.ABBREVIATION_BYTES / 2);
        int units = (int) (Limits.ABBREVIATION_BYTES_READ / table.length) + 2;
        MadeBytes info = new MadeBytes();
        for (int i = 0; i < units; i++) {
            // Every unit starts at another declaration, so that no table is known.
            info.bytes(new MadeBytes().u16(4).u32((long) i * WIDE).u8(8).uleb(1).withLength());
        }
        MadeDsym dsym = new MadeDsym().section("__debug_abbrev", table).section("__debug_info", info.toByteArray());

        assertThat(reason(dsym.toByteArray())).contains("bytes, each time it is read");
    }

    private static final int WIDE = 1024 * 12 + 5;

    /** Declarations of a code each, with as many attributes as are allowed and numbers as long as they can be. */
    private static byte[] wideAbbreviations(int bytes) {
        MadeBytes one = new MadeBytes().u8(1, 0x0b, 0);
        for (int i = 0; i < 1024; i++) {
            one.u8(0xba).repeat(0x80, 8).u8(0, 0x80 | 0x19, 0);
        }
        byte[] declaration = one.u8(0, 0).toByteArray();
        MadeBytes out = new MadeBytes();
        while (out.size() < bytes) {
            out.bytes(declaration);
        }
        return out.u8(0).toByteArray();
    }

    @Test
    void unitsThatShareAHugeLineHeaderRunOutOfBytes() throws IOException {
        int gap = 64 << 20;
        MadeBytes header = new MadeBytes()
                .u8(1, 1, 1, 0xfb, 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0)
                .repeat(0, gap);
        byte[] lines = new MadeBytes()
                .u16(4)
                .u32(header.size())
                .bytes(header.toByteArray())
                .withLength();
        MadeDsym dsym = unitsSharing((int) (Limits.LINE_BYTES_READ / gap) + 1, lines);

        assertThat(indexed(dsym).damage())
                .hasValueSatisfying(why -> assertThat(why).contains("bytes of line tables"));
    }

    @Test
    void aUnitThatCantBeReadLeavesTheOthers() throws IOException {
        byte[] before =
                new MadeDwarf().unit(0, 16).function("before", 0, 16).end(2).toUnit();
        byte[] broken = new MadeBytes().u16(4).u32(0).u8(8).uleb(99).withLength();
        byte[] after =
                new MadeDwarf().unit(16, 16).function("after", 16, 16).end(2).toUnit();
        byte[] future = new MadeBytes().u16(6).repeat(0, 40).withLength();
        byte[] unreached = new MadeDwarf()
                .unit(32, 16)
                .function("unreached", 32, 16)
                .end(2)
                .toUnit();
        MadeBytes info = new MadeBytes();
        for (byte[] unit : List.of(before, broken, after, future, unreached)) {
            info.bytes(unit);
        }
        IndexedImage.Indexed result = indexed(new MadeDsym()
                .section("__debug_abbrev", MadeDwarf.abbreviations())
                .section("__debug_info", info.toByteArray())
                .section("__debug_line", MadeDwarf.lines(MadeDwarf.program(0, 12))));

        assertThat(result.damage()).hasValueSatisfying(why -> assertThat(why).contains("abbreviation 99"));
        assertThat(lookup(result, 4).getFirst().linkageName()).isEqualTo("before");
        assertThat(lookup(result, 20).getFirst().linkageName()).isEqualTo("after");
        assertThat(lookup(result, 36)).isEmpty();
    }

    @Test
    void anAbbreviationOfTooManyAttributesIsRefused() throws IOException {
        MadeBytes wide = new MadeBytes().uleb(1).uleb(0x11).u8(0);
        for (int i = 0; i <= Limits.ABBREVIATION_ATTRIBUTES; i++) {
            wide.uleb(0x03).uleb(0x0b);
        }
        byte[] bytes = new MadeDwarf()
                .unit(0, 16)
                .end()
                .toDsym()
                .section("__debug_abbrev", wide.u8(0, 0, 0).toByteArray())
                .toByteArray();

        assertThat(reason(bytes)).contains("declares over 1024 attributes");
    }

    @Test
    void aLineTableOfTooManyFilesLosesItsLines() throws IOException {
        MadeBytes tables = new MadeBytes().u8(0);
        for (int i = 0; i <= 2 * Limits.LINE_FILES; i++) {
            tables.u8('a', 0, 0, 0, 0);
        }
        MadeBytes header = new MadeBytes()
                .u8(1, 1, 1, 0xfb, 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1)
                .bytes(tables.u8(0).toByteArray());
        byte[] lines = new MadeBytes()
                .u16(4)
                .u32(header.size())
                .bytes(header.toByteArray())
                .withLength();
        MadeDsym dsym =
                new MadeDwarf().unit(0, 64).function("f", 0, 16).end(2).toDsym().section("__debug_line", lines);

        IndexedImage.Indexed result = indexed(dsym);

        assertThat(result.damage()).hasValueSatisfying(why -> assertThat(why).contains("files"));
        assertThat(lookup(result, 4).getFirst().file()).isEmpty();
    }

    @Test
    void anAbsurdPathIsNone() throws IOException {
        MadeBytes header = new MadeBytes()
                .u8(1, 1, 1, 0xfb, 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0)
                .text("p".repeat(Limits.PATH_BYTES + 1))
                .u8(0, 0, 0, 0);
        byte[] lines = new MadeBytes()
                .u16(4)
                .u32(header.size())
                .bytes(header.toByteArray())
                .bytes(MadeDwarf.program(0, 4))
                .withLength();
        MadeDsym dsym =
                new MadeDwarf().unit(0, 64).function("f", 0, 16).end(2).toDsym().section("__debug_line", lines);

        assertThat(lookup(indexed(dsym), 4).getFirst().file()).isEmpty();
    }

    @Test
    void aNamelessFunctionWithoutASymbolStillHasItsLine() throws IOException {
        IndexedImage.Indexed result =
                indexed(new MadeDwarf().unit(0, 64).nameless(0, 16).end().toDsym());

        assertThat(lookup(result, 4)).containsExactly(new Frame("", "", Optional.of("/src/made.c"), 11, false));
    }

    private static MadeDsym unitsSharing(int units, byte[] lines) {
        MadeBytes info = new MadeBytes();
        for (int i = 0; i < units; i++) {
            info.bytes(new MadeDwarf()
                    .unit(i * 16L, 16)
                    .function("f" + i, i * 16L, 16)
                    .end(2)
                    .toUnit());
        }
        return new MadeDsym()
                .section("__debug_abbrev", MadeDwarf.abbreviations())
                .section("__debug_info", info.toByteArray())
                .section("__debug_line", lines);
    }

    private List<IndexedImage> index(byte[] bytes) throws IOException {
        return new SymbolIndexer().index(Files.write(scratch.resolve("hostile"), bytes), scratch);
    }

    private String reason(byte[] bytes) throws IOException {
        assertThat(index(bytes)).hasOnlyElementsOfType(IndexedImage.Malformed.class);
        return ((IndexedImage.Malformed) index(bytes).getFirst()).reason();
    }

    private IndexedImage.Indexed indexed(MadeDsym dsym) throws IOException {
        List<IndexedImage> results = new SymbolIndexer().index(dsym.write(scratch), scratch);
        assertThat(results).hasOnlyElementsOfType(IndexedImage.Indexed.class);
        return (IndexedImage.Indexed) results.getFirst();
    }

    private Gsym gsym(MadeDsym dsym) throws IOException {
        return read(indexed(dsym).gsym());
    }

    private static List<Frame> lookup(IndexedImage.Indexed image, long offset) throws IOException {
        return read(image.gsym()).lookup(offset).frames();
    }

    private static Gsym read(Path gsym) throws IOException {
        return Gsym.open(ByteBuffer.wrap(Files.readAllBytes(gsym)));
    }

    private static void lookUpEverywhere(Path file) throws IOException {
        Gsym gsym = read(file);
        for (int i = 0; i < gsym.functionCount(); i++) {
            for (long offset = gsym.functionStart(i); offset < gsym.functionStart(i) + 64; offset += 3) {
                assertThat(gsym.lookup(offset)).isNotInstanceOf(Lookup.Malformed.class);
            }
        }
    }
}
